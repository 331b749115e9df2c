import Testing
import TrackData

@Suite struct SplitErrorTests {
  struct Case: CustomTestStringConvertible {
    let rows: Int
    var test: TrainTestSplit.Size? = nil
    var train: TrainTestSplit.Size? = nil
    var shuffle = true
    var classes: [Int]? = nil
    let error: SplitError
    let sentence: String
    var testDescription: String { sentence }
  }

  @Test(arguments: [
    Case(
      rows: 10, test: .fraction(0), error: .testSizeOutOfRange(.fraction(0), rows: 10),
      sentence: "expected a test size between 0 and 1, or of 1 to 9 rows, received 0.0; change the split"),
    Case(
      rows: 10, test: .fraction(1), error: .testSizeOutOfRange(.fraction(1), rows: 10),
      sentence: "expected a test size between 0 and 1, or of 1 to 9 rows, received 1.0; change the split"),
    Case(
      rows: 10, test: .count(0), error: .testSizeOutOfRange(.count(0), rows: 10),
      sentence: "expected a test size between 0 and 1, or of 1 to 9 rows, received 0 rows; change the split"),
    Case(
      rows: 10, test: .count(10), error: .testSizeOutOfRange(.count(10), rows: 10),
      sentence: "expected a test size between 0 and 1, or of 1 to 9 rows, received 10 rows; change the split"),
    Case(
      rows: 10, train: .fraction(-0.5), error: .trainSizeOutOfRange(.fraction(-0.5), rows: 10),
      sentence: "expected a training size between 0 and 1, or of 1 to 9 rows, received -0.5; change the split"
    ),
    Case(
      rows: 10, train: .count(10), error: .trainSizeOutOfRange(.count(10), rows: 10),
      sentence:
        "expected a training size between 0 and 1, or of 1 to 9 rows, received 10 rows; change the split"),
    Case(
      rows: 10, test: .fraction(0.5), train: .fraction(0.75),
      error: .fractionsExceedOne(train: 0.75, test: 0.5),
      sentence: "expected test and training shares of at most 1 together, received 0.5 and 0.75; reduce one"),
    Case(
      rows: 10, test: .count(6), train: .count(5), error: .sizesExceedRows(train: 5, test: 6, rows: 10),
      sentence: "expected at most 10 rows in both parts, received 6 for tests and 5 for training; reduce one"),
    Case(
      rows: 1, error: .noTrainingRows(rows: 1, test: 1),
      sentence:
        "expected rows left for training, received 1 in all and 1 for tests; add rows or change the split"),
    Case(
      rows: 0, error: .noTrainingRows(rows: 0, test: 0),
      sentence:
        "expected rows left for training, received 0 in all and 0 for tests; add rows or change the split"),
    Case(
      rows: 10, train: .fraction(0.05), error: .noTrainingRows(rows: 10, test: 10),
      sentence: "expected rows left for training, received 10 in all and 10 for tests; "
        + "add rows or change the split"),
    Case(
      rows: 4, shuffle: false, classes: [0, 0, 1, 1], error: .stratifiedWithoutShuffling,
      sentence: "expected shuffling for a stratified split, received none; turn one on or the other off"),
    Case(
      rows: 4, classes: [0, 0, 1, 0], error: .classTooSmall(1, members: 1),
      sentence: "expected at least 2 rows of each class for a stratified split, received 1 of class 1; "
        + "add rows or do not stratify"),
    Case(
      rows: 8, test: .count(1), classes: [0, 0, 0, 0, 1, 1, 1, 1],
      error: .fewerTestRowsThanClasses(rows: 1, classes: 2),
      sentence: "expected a test row for each of 2 classes, received 1; enlarge the test part"),
    Case(
      rows: 8, train: .count(1), classes: [0, 0, 0, 0, 1, 1, 1, 1],
      error: .fewerTrainingRowsThanClasses(rows: 1, classes: 2),
      sentence: "expected a training row for each of 2 classes, received 1; enlarge the training part"),
  ])
  func `what scikit-learn refuses is refused with the facts`(_ refused: Case) {
    let error = #expect(throws: SplitError.self) {
      try TrainTestSplit(
        rowCount: refused.rows, testSize: refused.test, trainSize: refused.train, shuffle: refused.shuffle,
        stratify: refused.classes)
    }
    #expect(error == refused.error)
    #expect(error?.description == refused.sentence)
  }
}
