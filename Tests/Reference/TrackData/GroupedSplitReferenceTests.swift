import TestSupport
import Testing
import TrackData

/// Every index of scikit-learn's k-fold splitters and of its `GroupShuffleSplit`, on invented rows.
@Suite struct GroupedSplitReferenceTests {
  /// A case of `folds.json`.
  struct Folding: Decodable {
    let splitter: String
    let count: Int
    let shuffle: Bool
    let seed: UInt32
    /// `nil` where the splitter itself was asked, not the one that repeats it.
    let repeats: Int?
    let rows: Int
    let classes: [Int]?
    let groups: [Int]?
    /// Per repeat the fold in which each row tests.
    let folds: [[Int]]

    /// What our splitter of the same name answers; `nil` for one that repeats without a name.
    func answer() throws -> [Folds]? {
      let (classes, groups) = (classes ?? [], groups ?? [])
      switch (splitter, repeats) {
      case ("KFold", nil):
        return [try KFold(count: count, shuffle: shuffle, seed: seed).folds(rowCount: rows)]
      case ("KFold", let repeats?):
        return try RepeatedKFold(count: count, repeats: repeats, seed: seed).folds(rowCount: rows)
      case ("StratifiedKFold", nil):
        return [try StratifiedKFold(count: count, shuffle: shuffle, seed: seed).folds(classes: classes)]
      case ("StratifiedKFold", let repeats?):
        return try RepeatedStratifiedKFold(count: count, repeats: repeats, seed: seed).folds(classes: classes)
      case ("GroupKFold", nil):
        return [try GroupKFold(count: count, shuffle: shuffle, seed: seed).folds(groups: groups)]
      case ("StratifiedGroupKFold", nil):
        return [
          try StratifiedGroupKFold(count: count, shuffle: shuffle, seed: seed)
            .folds(classes: classes, groups: groups)
        ]
      default: return nil
      }
    }
  }

  @Test func `every row tests in scikit-learn's fold`() throws {
    let cases = try Fixtures.bundled.decode([Folding].self, from: "splits_grouped/folds.json")
    #expect(cases.count > 500)
    #expect(Set(cases.map { Set($0.classes ?? []).count }).isSuperset(of: [0, 1, 2, 3, 7, 8, 9, 12, 130]))
    for (index, one) in cases.enumerated() {
      let same = Conformance("splits_grouped", "the fold of every row, \(one.splitter)", .exact)
      let plan = SplitPlan(
        .fold(0, of: one.count, repeat: 0), seed: one.seed, shuffle: one.shuffle,
        isStratified: one.classes != nil, isGrouped: one.groups != nil)
      let planned = try plan.allFolds(
        one.count, repeats: one.repeats ?? 1,
        classes: one.classes ?? Array(repeating: 0, count: one.rows), groups: one.groups)
      let ours = try one.answer() ?? planned
      #expect(same.agrees("case \(index)", ours.map(\.fold) == one.folds), "case \(index): \(one)")
      #expect(planned == ours)
    }
  }

  @Test func `a fold's parts are its rows and all the others, rising`() throws {
    let folds = try KFold(count: 3, shuffle: true, seed: 1).folds(rowCount: 8)
    for index in 0..<3 {
      let split = folds[index]
      #expect(split.test == folds.fold.indices.filter { folds.fold[$0] == index })
      #expect(split.train == folds.fold.indices.filter { folds.fold[$0] != index })
      let plan = SplitPlan(.fold(index, of: 3, repeat: 0), seed: 1)
      #expect(try plan.split(classes: Array(repeating: 0, count: 8)) == split)
    }
  }

  /// A case of `holdouts.json`.
  struct HoldOut: Decodable {
    let seed: UInt32
    let testSize: TrainTestSplit.Size?
    let trainSize: TrainTestSplit.Size?
    let stratified: Bool
    let classes: [Int]?
    let groups: [Int]
    let splits: [[[Int]]]

    enum CodingKeys: String, CodingKey {
      case seed, stratified, classes, groups, splits
      case testSize = "test_size"
      case trainSize = "train_size"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      seed = try container.decode(UInt32.self, forKey: .seed)
      stratified = try container.decode(Bool.self, forKey: .stratified)
      classes = try container.decodeIfPresent([Int].self, forKey: .classes)
      groups = try container.decode([Int].self, forKey: .groups)
      splits = try container.decode([[[Int]]].self, forKey: .splits)
      testSize = try container.decodeSize(.testSize)
      trainSize = try container.decodeSize(.trainSize)
    }
  }

  @Test func `every row that is held out with its group is scikit-learn's`() throws {
    let cases = try Fixtures.bundled.decode([HoldOut].self, from: "splits_grouped/holdouts.json")
    #expect(cases.count == 50)
    for (index, one) in cases.enumerated() {
      let splitter = one.stratified ? "StratifiedGroupKFold" : "GroupShuffleSplit"
      let same = Conformance("splits_grouped", "the rows that \(splitter) holds out", .exact)
      let plan = SplitPlan(
        .holdOut(one.testSize ?? .fraction(0.2)), seed: one.seed, isStratified: one.stratified,
        isGrouped: true)
      let ours =
        one.stratified
        ? [try plan.split(classes: try #require(one.classes), groups: one.groups)]
        : try GroupShuffleSplit(
          count: 3, testSize: one.testSize, trainSize: one.trainSize, seed: one.seed
        ).splits(groups: one.groups)
      #expect(same.agrees("case \(index)", ours.map { [$0.train, $0.test] } == one.splits), "\(one)")
      if one.trainSize == nil, !one.stratified {
        #expect(try plan.split(classes: one.groups, groups: one.groups) == ours[0])
      }
    }
  }

  struct Column: Decodable {
    let name: String
    let csv: String
    let numbers: [Int]
    let folds: [Int]
  }

  @Test func `groups and classes in a column are numbered as pandas and NumPy number them`() throws {
    let columns = try Fixtures.bundled.decode([Column].self, from: "splits_grouped/columns.json")
    #expect(columns.count == 6)
    let same = Conformance("splits_grouped", "the numbers of groups in a column", .exact)
    for column in columns {
      let table = try DataTable(csv: Array(column.csv.utf8), file: "x.csv")
      let groups = try table.groups(in: "group")
      #expect(same.agrees(column.name, groups == column.numbers), "\(column.name)")
      #expect(try table.strata(in: "group") == groups)
      #expect(try GroupKFold(count: 4, shuffle: true, seed: 3).folds(groups: groups).fold == column.folds)
    }
  }
}

extension KeyedDecodingContainer {
  /// A size as scikit-learn takes it: a whole number of rows or a share of them.
  fileprivate func decodeSize(_ key: Key) throws -> TrainTestSplit.Size? {
    if let count = try? decodeIfPresent(Int.self, forKey: key) { return .count(count) }
    return try decodeIfPresent(Double.self, forKey: key).map { .fraction($0) }
  }
}
