import TestSupport
import Testing
import TrackData

/// `tracks split` with folds and groups, held against scikit-learn's.
@Suite struct SplitCommandTests {
  private struct Folding: Decodable {
    let splitter: String
    let count: Int
    let shuffle: Bool
    let seed: Int
    let repeats: Int?
    let rows: Int
    let classes: [Int]?
    let groups: [Int]?
    let folds: [[Int]]
  }

  private struct HoldOut: Decodable {
    let seed: Int
    let testSize: Double?
    let trainSize: Double?
    let classes: [Int]?
    let groups: [Int]
    let splits: [[[Int]]]

    enum CodingKeys: String, CodingKey {
      case seed, classes, groups, splits
      case testSize = "test_size"
      case trainSize = "train_size"
    }
  }

  private func csv(_ rows: Int, _ classes: [Int]?, _ groups: [Int]?, in folder: TemporaryFolder) throws
    -> String
  {
    let lines = (0..<rows).map { "\(classes?[$0] ?? 0),\(groups?[$0] ?? 0)\n" }
    return try folder.write("class,group\n" + lines.joined(), to: "x.csv")
  }

  private func columns(_ classes: [Int]?, _ groups: [Int]?) -> [String] {
    (classes == nil ? [] : ["--stratify", "class"]) + (groups == nil ? [] : ["--group", "group"])
  }

  @Test(arguments: ["KFold", "StratifiedKFold", "GroupKFold", "StratifiedGroupKFold"])
  func foldsArePrintedAsScikitLearnDrawsThem(_ splitter: String) throws {
    let all = try Fixtures.bundled.decode([Folding].self, from: "splits_grouped/folds.json")
    let cases = all.filter { $0.splitter == splitter }
    let some =
      [cases.first { !$0.shuffle }, cases.last { $0.repeats == nil && $0.shuffle }].compactMap(\.self)
      + cases.filter { $0.repeats != nil }.prefix(1)
    #expect(some.count == 3)
    for one in some {
      let folder = try TemporaryFolder()
      var arguments = ["split", try csv(one.rows, one.classes, one.groups, in: folder)]
      arguments += ["--folds", "\(one.count)", "--seed", "\(one.seed)"] + columns(one.classes, one.groups)
      if let repeats = one.repeats { arguments += ["--repeats", "\(repeats)"] }
      if !one.shuffle { arguments.append("--no-shuffle") }
      let expected = one.folds.enumerated().flatMap { index, folds in
        folds.enumerated().map { "\($0),\(index),\($1)\n" }
      }
      let outcome = try Command.run("tracks", arguments)
      #expect(outcome.output == "row,repeat,fold\n" + expected.joined(), "\(arguments)")
    }
  }

  @Test func groupsAreHeldOutAsScikitLearnDrawsThem() throws {
    let cases = try Fixtures.bundled.decode([HoldOut].self, from: "splits_grouped/holdouts.json")
      .filter { $0.trainSize == nil && $0.testSize == 0.25 }
    #expect(cases.contains { $0.classes != nil } && cases.contains { $0.classes == nil })
    for one in cases {
      let folder = try TemporaryFolder()
      let file = try csv(one.groups.count, one.classes, one.groups, in: folder)
      let arguments = ["split", file, "--seed", "\(one.seed)"] + columns(one.classes, one.groups)
      let lines = one.splits[0][0].map { "\($0),train\n" } + one.splits[0][1].map { "\($0),test\n" }
      // A quarter is the default.
      #expect(try Command.run("tracks", arguments).output == "row,split\n" + lines.joined())
    }
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Wrong(
      arguments: ["--folds", "1"], status: 64,
      message: "--folds: expected at least 2, received 1."),
    Wrong(
      arguments: ["--folds", "3", "--test", "0.5"], status: 64,
      message: "--test: expected none with --folds, which hold out every row in turn."),
    Wrong(
      arguments: ["--repeats", "2"], status: 64,
      message: "--repeats: expected --folds, which it repeats."),
    Wrong(
      arguments: ["--folds", "2", "--repeats", "0"], status: 64,
      message: "--repeats: expected at least 1, received 0."),
    Wrong(
      arguments: ["--folds", "2", "--repeats", "2", "--no-shuffle"], status: 64,
      message: "--repeats: expected shuffling, without which all repeats are the same."),
    Wrong(
      arguments: ["--group", "grup"], status: 65,
      message: "x.csv: expected a column 'grup', received none of that name; did you mean 'group'?"),
    Wrong(
      arguments: ["--group", "class", "--folds", "3"], status: 65,
      message: "x.csv: expected a group for each of 3 folds, received 2 groups; "
        + "ask for fewer folds or group by another column"),
    Wrong(
      arguments: ["--group", "empty"], status: 65,
      message: "x.csv:3:5: expected a group in column 'empty', received an empty cell; "
        + "fill the cell or group by another column"),
    Wrong(
      arguments: ["--group", "group", "--no-shuffle"], status: 65,
      message: "x.csv: expected shuffling where groups are held out, received none; "
        + "turn one on or the other off"),
  ])
  func whatCannotBeSplitSoIsTold(_ wrong: Wrong) throws {
    let folder = try TemporaryFolder()
    try folder.write("class,group,empty\n0,1,a\n1,2,\n0,3,b\n1,4,a\n", to: "x.csv")
    let outcome = try Command.run("tracks", ["split", "x.csv"] + wrong.arguments, in: folder.url)
    #expect(outcome.status == wrong.status, "\(outcome)")
    #expect(outcome.errors.contains(wrong.message), "\(outcome)")
    #expect(outcome.output == "")
  }
}
