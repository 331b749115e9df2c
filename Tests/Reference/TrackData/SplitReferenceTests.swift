import TestSupport
import Testing
import TrackData

/// Every index of scikit-learn's `train_test_split`.
@Suite struct SplitReferenceTests {
  /// A case of `split.json`; an absent argument was not passed.
  struct Case: Decodable {
    let n: Int
    let testSize: TrainTestSplit.Size?
    let trainSize: TrainTestSplit.Size?
    let seed: UInt32?
    let shuffle: Bool
    let classes: [Int]?
    let train: [Int]
    let test: [Int]

    enum CodingKeys: String, CodingKey {
      case n, shuffle, train, test, stratify
      case testSize = "test_size"
      case trainSize = "train_size"
      case seed = "random_state"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      n = try container.decode(Int.self, forKey: .n)
      shuffle = try container.decode(Bool.self, forKey: .shuffle)
      train = try container.decode([Int].self, forKey: .train)
      test = try container.decode([Int].self, forKey: .test)
      seed = try container.decodeIfPresent(UInt32.self, forKey: .seed)
      func size(_ key: CodingKeys) throws -> TrainTestSplit.Size? {
        if let count = try? container.decodeIfPresent(Int.self, forKey: key) { return .count(count) }
        return try container.decodeIfPresent(Double.self, forKey: key).map { .fraction($0) }
      }
      testSize = try size(.testSize)
      trainSize = try size(.trainSize)
      if (try? container.decodeIfPresent(String.self, forKey: .stratify)) == "target" {
        classes = SplitReferenceTests.target
      } else {
        classes = try container.decodeIfPresent([Int].self, forKey: .stratify)
      }
    }
  }

  /// The target column of the real tracks: liked rows first.
  static let target = [Int](repeating: 1, count: 1020) + [Int](repeating: 0, count: 997)

  @Test func `every index is scikit-learn's`() throws {
    let cases = try Fixtures.bundled.decode([Case].self, from: "split/split.json")
    #expect(cases.count == 14)
    let same = Conformance("split", "every index", .exact)
    for (index, expected) in cases.enumerated() {
      let split = try TrainTestSplit(
        rowCount: expected.n, testSize: expected.testSize, trainSize: expected.trainSize,
        seed: expected.seed ?? 0, shuffle: expected.shuffle, stratify: expected.classes)
      #expect(same.agrees("case \(index)", split.train == expected.train), "\(expected)")
      #expect(same.agrees("case \(index)", split.test == expected.test), "\(expected)")
    }
  }

  struct Part: Decodable {
    let rows: Int
    let disliked: Int
    let liked: Int
    let firstRows: [Int]
    let lastRows: [Int]

    enum CodingKeys: String, CodingKey {
      case rows, disliked, liked
      case firstRows = "first_rows"
      case lastRows = "last_rows"
    }
  }

  struct Parts: Decodable {
    let parts: [String: Part]
  }

  @Test func `the paper's split has the counts and rows it should`() throws {
    let parts = try Fixtures.bundled.decode(Parts.self, from: "split/real_split.json").parts
    let split = try TrainTestSplit(rowCount: 2017, seed: 0)
    let ours = [
      "train": split.train, "test": split.test,
      "fit": Array(split.train[..<1209]), "validation": Array(split.train[1209...]),
    ]
    #expect(parts.count == ours.count)
    let same = Conformance("split", "counts and rows of the paper's parts", .exact)
    for (name, rows) in ours {
      let part = try #require(parts[name])
      func count(_ label: Int) -> Int { rows.count { SplitReferenceTests.target[$0] == label } }
      #expect(same.agrees(name, rows.count == part.rows))
      #expect(same.agrees(name, count(0) == part.disliked && count(1) == part.liked))
      #expect(same.agrees(name, Array(rows.prefix(5)) == part.firstRows))
      #expect(same.agrees(name, Array(rows.suffix(5)) == part.lastRows))
    }
  }

  @Test(.enabled(if: RealData.isGiven, Comment(rawValue: RealData.reason)))
  func `the real target is 1,020 ones and then 997 zeros`() throws {
    let table = try DataTable(contentsOf: try #require(RealData.path))
    let same = Conformance("split", "the order of the real target", .exact, .besideTheCSV)
    let target = try table.numbers(in: "target")
    #expect(same.agrees("all rows", target == SplitReferenceTests.target.map(Double.init)))
  }
}
