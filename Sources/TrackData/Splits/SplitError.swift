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

  /// One of the errors about sizes, its counts being of groups.
  indirect case amongGroups(SplitError)
  case groupedWithoutShuffling
  /// A part of groups that is drawn as a fold can be a share of at most one half.
  case notAFold(TrainTestSplit.Size)

  case tooFewFolds(Int)
  case moreFoldsThanRows(folds: Int, rows: Int)
  case moreFoldsThanGroups(folds: Int, groups: Int)
  case moreFoldsThanMembers(folds: Int, largestClass: Int)
  case tooFewRepeats(Int)
  case noSuchFold(Int, repeat: Int, folds: Int)

  case classMissing(Int, in: Side)

  /// One of the parts that rows are split into.
  public enum Side: String, Sendable {
    case training
    case test
  }
}

extension SplitError: CustomStringConvertible {
  /// The problem as a sentence.
  public var description: String { sentence(counting: "row") }

  /// - Parameter unit: what the sizes count.
  private func sentence(counting unit: String) -> String {
    switch self {
    case .testSizeOutOfRange(let size, let rows):
      "expected a test size \(SplitError.range(rows, unit)), received \(size.words(unit)); change the split"
    case .trainSizeOutOfRange(let size, let rows):
      "expected a training size \(SplitError.range(rows, unit)), received \(size.words(unit)); "
        + "change the split"
    case .fractionsExceedOne(let train, let test):
      "expected test and training shares of at most 1 together, received \(test) and \(train); reduce one"
    case .sizesExceedRows(let train, let test, let rows):
      "expected at most \(counted(rows, unit)) in both parts, received \(test) for tests and \(train) for "
        + "training; reduce one"
    case .noTrainingRows(let rows, let test):
      "expected \(unit)s left for training, received \(rows) in all and \(test) for tests; "
        + "add \(unit)s or change the split"
    case .stratifiedWithoutShuffling:
      "expected shuffling for a stratified split, received none; turn one on or the other off"
    case .classTooSmall(let label, let members):
      "expected at least 2 rows of each class for a stratified split, received \(members) of class \(label); "
        + "add rows or do not stratify"
    case .fewerTrainingRowsThanClasses(let rows, let classes):
      "expected a training row for each of \(classes) classes, received \(rows); enlarge the training part"
    case .fewerTestRowsThanClasses(let rows, let classes):
      "expected a test row for each of \(classes) classes, received \(rows); enlarge the test part"
    case .amongGroups(let error):
      error.sentence(counting: "group")
    case .groupedWithoutShuffling:
      "expected shuffling where groups are held out, received none; turn one on or the other off"
    case .notAFold(let size):
      "expected a share of at most 0.5 for a split that is stratified and grouped, which takes one of several "
        + "folds, received \(size); change the share, or turn one of both off"
    case .tooFewFolds(let folds):
      "expected at least 2 folds, received \(folds); ask for more"
    case .moreFoldsThanRows(let folds, let rows):
      "expected a row for each of \(folds) folds, received \(counted(rows, "row")); ask for fewer folds"
    case .moreFoldsThanGroups(let folds, let groups):
      "expected a group for each of \(folds) folds, received \(counted(groups, "group")); "
        + "ask for fewer folds or group by another column"
    case .moreFoldsThanMembers(let folds, let largest):
      "expected a class with a row for each of \(folds) folds, received at most "
        + "\(counted(largest, "row")) of a class; ask for fewer folds or do not stratify"
    case .tooFewRepeats(let repeats):
      "expected at least 1 repeat, received \(repeats); ask for more"
    case .noSuchFold(let fold, let again, let folds):
      "expected a fold from 0 to \(folds - 1) of a repeat from 0 on, received fold \(fold) of repeat \(again); "
        + "count from 0"
    case .classMissing(let label, let side):
      "expected \(side.rawValue) rows of every class, received none of class \(label); "
        + "stratify, take another seed, or change the size or the number of folds"
    }
  }

  private static func range(_ rows: Int, _ unit: String) -> String {
    "between 0 and 1, or of 1 to \(max(rows - 1, 1)) \(unit)s"
  }
}

extension TrainTestSplit.Size: CustomStringConvertible {
  /// The share as a number, the count with its unit.
  public var description: String { words("row") }

  fileprivate func words(_ unit: String) -> String {
    switch self {
    case .fraction(let share): "\(share)"
    case .count(let count): counted(count, unit)
    }
  }
}
