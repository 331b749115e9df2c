import TestSupport
import Testing
import TrackData

@Suite struct GroupedSplitErrorTests {
  /// A case of `refused.json`, with what scikit-learn says and what we do.
  struct Refused: Decodable {
    let splitter: String
    let count: Int?
    let repeats: Int?
    let rows: Int
    let classes: [Int]?
    let groups: [Int]?
    let testSize: Double?
    let trainSize: Double?
    let theirs: String
    let ours: String

    enum CodingKeys: String, CodingKey {
      case splitter, count, repeats, rows, classes, groups, theirs, ours
      case testSize = "test_size"
      case trainSize = "train_size"
    }

    func ask() throws {
      let (count, classes, groups) = (count ?? 0, classes ?? [], groups ?? [])
      switch splitter {
      case "KFold":
        if let repeats {
          _ = try RepeatedKFold(count: count, repeats: repeats).folds(rowCount: rows)
        } else {
          _ = try KFold(count: count).folds(rowCount: rows)
        }
      case "StratifiedKFold": _ = try StratifiedKFold(count: count).folds(classes: classes)
      case "GroupKFold": _ = try GroupKFold(count: count).folds(groups: groups)
      case "StratifiedGroupKFold":
        _ = try StratifiedGroupKFold(count: count).folds(classes: classes, groups: groups)
      default:
        func size(_ number: Double?) -> TrainTestSplit.Size? {
          number.map { number in Int(exactly: number).map { .count($0) } ?? .fraction(number) }
        }
        _ = try GroupShuffleSplit(count: 1, testSize: size(testSize), trainSize: size(trainSize))
          .splits(groups: groups)
      }
    }
  }

  @Test func `what scikit-learn's splitters refuse is refused with the facts`() throws {
    let cases = try Fixtures.bundled.decode([Refused].self, from: "splits_grouped/refused.json")
    #expect(cases.count == 14)
    for refused in cases {
      let error = #expect(throws: SplitError.self) { try refused.ask() }
      #expect(error?.description == refused.ours, "scikit-learn: \(refused.theirs)")
    }
  }

  struct Case: CustomTestStringConvertible {
    let plan: SplitPlan
    let error: SplitError
    let sentence: String
    var testDescription: String { sentence }
  }

  @Test(arguments: [
    Case(
      plan: SplitPlan(.holdOut(.fraction(0.25)), shuffle: false, isGrouped: true),
      error: .groupedWithoutShuffling,
      sentence: "expected shuffling where groups are held out, received none; turn one on or the other off"),
    Case(
      plan: SplitPlan(.holdOut(.fraction(0.6)), isStratified: true, isGrouped: true),
      error: .notAFold(.fraction(0.6)),
      sentence:
        "expected a share of at most 0.5 for a split that is stratified and grouped, which takes one of "
        + "several folds, received 0.6; change the share, or turn one of both off"),
    Case(
      plan: SplitPlan(.holdOut(.count(2)), isStratified: true, isGrouped: true),
      error: .notAFold(.count(2)),
      sentence:
        "expected a share of at most 0.5 for a split that is stratified and grouped, which takes one of "
        + "several folds, received 2 rows; change the share, or turn one of both off"),
    Case(
      plan: SplitPlan(.holdOut(.fraction(1e-300)), isStratified: true, isGrouped: true),
      error: .moreFoldsThanRows(folds: 7, rows: 6),
      sentence: "expected a row for each of 7 folds, received 6 rows; ask for fewer folds"),
    Case(
      plan: SplitPlan(.fold(3, of: 3, repeat: 0)), error: .noSuchFold(3, repeat: 0, folds: 3),
      sentence: "expected a fold from 0 to 2 of a repeat from 0 on, received fold 3 of repeat 0; "
        + "count from 0"),
    Case(
      plan: SplitPlan(.fold(0, of: 3, repeat: -1)), error: .noSuchFold(0, repeat: -1, folds: 3),
      sentence: "expected a fold from 0 to 2 of a repeat from 0 on, received fold 0 of repeat -1; "
        + "count from 0"),
  ])
  func `a plan that cannot be is refused with the facts`(_ refused: Case) {
    let error = #expect(throws: SplitError.self) {
      try refused.plan.split(classes: [0, 1, 0, 1, 0, 1], groups: [1, 1, 2, 2, 3, 3])
    }
    #expect(error == refused.error)
    #expect(error?.description == refused.sentence)
  }

  @Test func `a part without a class is told apart from one with all`() throws {
    let classes = [0, 0, 0, 2, 2, 1]
    let split = try TrainTestSplit(rowCount: 6, testSize: .count(2), shuffle: false)
    let error = #expect(throws: SplitError.self) { try split.expectEveryClass(of: classes) }
    #expect(error == .classMissing(1, in: .training))
    #expect(
      error?.description == "expected training rows of every class, received none of class 1; "
        + "stratify, take another seed, or change the size or the number of folds")
    let other = #expect(throws: SplitError.self) { try split.expectEveryClass(of: [0, 1, 0, 0, 0, 0]) }
    #expect(other == .classMissing(1, in: .test))
    try split.expectEveryClass(of: [0, 1, 0, 0, 1, 0])
  }

  @Test func `an empty cell is no group, and its place is told`() throws {
    let table = try DataTable(csv: Array("a,artist\n1,Björk\n2,\n".utf8), file: "x.csv")
    let error = #expect(throws: DataError.self) { try table.groups(in: "artist") }
    #expect(
      error?.description == "x.csv:3:3: expected a group in column 'artist', received an empty cell; "
        + "fill the cell or group by another column")
    let other = #expect(throws: DataError.self) { try table.strata(in: "artist") }
    #expect(other?.problem == .noClass(column: "artist"))
    let missing = #expect(throws: DataError.self) { try table.groups(in: "artsit") }
    #expect(missing?.problem == .missingColumn("artsit", nearest: "artist", of: ["a", "artist"]))
  }
}
