/// Why rows cannot be split as asked.
public enum SplitError: Error, Equatable, Sendable {
  case testSizeOutOfRange(TrainTestSplit.Size, rows: Int)
  case trainSizeOutOfRange(TrainTestSplit.Size, rows: Int)
  case fractionsExceedOne(train: Double, test: Double)
  case sizesExceedRows(train: Int, test: Int, rows: Int)
  case noTrainingRows(rows: Int, test: Int)
  case stratifiedWithoutShuffling
  case classTooSmall(Int, members: Int)
  case fewerTrainingRowsThanClasses(rows: Int, classes: Int)
  case fewerTestRowsThanClasses(rows: Int, classes: Int)
}

extension SplitError: CustomStringConvertible {
  /// The problem as a sentence.
  public var description: String {
    switch self {
    case .testSizeOutOfRange(let size, let rows):
      "expected a test size \(SplitError.range(rows)), received \(size); change the split"
    case .trainSizeOutOfRange(let size, let rows):
      "expected a training size \(SplitError.range(rows)), received \(size); change the split"
    case .fractionsExceedOne(let train, let test):
      "expected test and training shares of at most 1 together, received \(test) and \(train); reduce one"
    case .sizesExceedRows(let train, let test, let rows):
      "expected at most \(rows) rows in both parts, received \(test) for tests and \(train) for training; reduce one"
    case .noTrainingRows(let rows, let test):
      "expected rows left for training, received \(rows) in all and \(test) for tests; "
        + "add rows or change the split"
    case .stratifiedWithoutShuffling:
      "expected shuffling for a stratified split, received none; turn one on or the other off"
    case .classTooSmall(let label, let members):
      "expected at least 2 rows of each class for a stratified split, received \(members) of class \(label); "
        + "add rows or do not stratify"
    case .fewerTrainingRowsThanClasses(let rows, let classes):
      "expected a training row for each of \(classes) classes, received \(rows); enlarge the training part"
    case .fewerTestRowsThanClasses(let rows, let classes):
      "expected a test row for each of \(classes) classes, received \(rows); enlarge the test part"
    }
  }

  private static func range(_ rows: Int) -> String {
    "between 0 and 1, or of 1 to \(max(rows - 1, 1)) rows"
  }
}

extension TrainTestSplit.Size: CustomStringConvertible {
  /// The share as a number, the count with its unit.
  public var description: String {
    switch self {
    case .fraction(let share): "\(share)"
    case .count(1): "1 row"
    case .count(let count): "\(count) rows"
    }
  }
}
