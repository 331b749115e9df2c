import Foundation
import TestSupport
import TrackData
import Testing

@Suite struct TracksCommandTests {
  private struct Case: Decodable {
    let n: Int
    let testSize: Double?
    let trainSize: Double?
    let randomState: Int?
    let shuffle: Bool
    let train: [Int]
    let test: [Int]
    let isPlain: Bool

    enum CodingKeys: String, CodingKey {
      case n, train, test, shuffle, stratify
      case testSize = "test_size"
      case trainSize = "train_size"
      case randomState = "random_state"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      n = try container.decode(Int.self, forKey: .n)
      testSize = try container.decodeIfPresent(Double.self, forKey: .testSize)
      trainSize = try container.decodeIfPresent(Double.self, forKey: .trainSize)
      randomState = try container.decodeIfPresent(Int.self, forKey: .randomState)
      shuffle = try container.decode(Bool.self, forKey: .shuffle)
      train = try container.decode([Int].self, forKey: .train)
      test = try container.decode([Int].self, forKey: .test)
      isPlain = try container.decodeNil(forKey: .stratify)
    }
  }

  @Test func aSplitIsPrintedInTheOrderOfScikitLearn() throws {
    let cases = try Fixtures.bundled.decode([Case].self, from: "split/split.json")
    let plain = cases.filter { $0.n >= 10 && $0.n <= 3000 && $0.trainSize == nil && $0.isPlain && $0.shuffle }
    try #require(!plain.isEmpty)
    for one in plain.prefix(3) {
      let folder = try TemporaryFolder()
      let csv = try folder.write("x\n" + (0..<one.n).map { "\($0)\n" }.joined(), to: "x.csv")
      var arguments = ["split", csv, "--seed", "\(one.randomState ?? 0)"]
      if let size = one.testSize { arguments += ["--test", size >= 1 ? "\(Int(size))" : "\(size)"] }
      let outcome = try Command.run("tracks", arguments)
      let expected =
        "row,split\n" + one.train.map { "\($0),train\n" }.joined() + one.test.map { "\($0),test\n" }.joined()
      #expect(outcome.output == expected)
    }
  }

  @Test func aStratifiedSplitKeepsTheProportions() throws {
    let folder = try TemporaryFolder()
    let csv = try folder.write(Sample.csv(rows: 200), to: "tracks.csv")
    let outcome = try Command.run(
      "tracks", ["split", csv, "--stratify", "target", "--test", "0.3", "--seed", "7"])
    let target = try DataTable(contentsOf: csv).numbers(in: "target")
    let test = outcome.output.split(separator: "\n").filter { $0.hasSuffix(",test") }
      .compactMap { Int($0.prefix { $0 != "," }) }
    #expect(test.count == 60)
    // 200 rows have 101 liked ones: of 60 that is 30.3.
    #expect(test.count { target[$0] == 1 } == 30)
  }

  @Test func theSampleIsPrintedWholeAndTheSameEachTime() throws {
    let outcome = try Command.run("tracks", ["sample", "--rows", "25"])
    #expect(outcome.status == 0)
    #expect(Array(outcome.output.utf8) == Sample.csv(rows: 25))
    #expect(try Command.run("tracks", ["sample", "--rows", "25"]).output == outcome.output)
    #expect(try Command.run("tracks", ["sample", "--rows", "25", "--seed", "5"]).output != outcome.output)
  }
}
