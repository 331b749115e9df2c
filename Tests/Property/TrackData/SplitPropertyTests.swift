import TestSupport
import Testing
import TrackData

@Suite struct SplitPropertyTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a split is a partition of the rows`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = 8 + Int(generator.next() % 500)
    let classes = (0..<rows).map { $0 % 4 < 2 ? $0 % 2 : Int(generator.next() % 3) % 2 }
    for stratify in [nil, classes] {
      let split = try TrainTestSplit(
        rowCount: rows, testSize: .fraction(0.3), seed: UInt32(seed), stratify: stratify)
      #expect((split.train + split.test).sorted() == Array(0..<rows))
      #expect(split.test.count == Int((0.3 * Double(rows)).rounded(.up)))
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a stratified split keeps the proportions to within a row`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = 30 + Int(generator.next() % 300)
    let classes = (0..<rows).map { $0 < 6 ? $0 % 3 : Int(generator.next() % 3) }
    let split = try TrainTestSplit(rowCount: rows, seed: UInt32(seed), stratify: classes)
    for label in 0..<3 {
      let all = classes.count { $0 == label }
      let trained = split.train.count { classes[$0] == label }
      // A share is rounded up or down, never by more.
      let share = Double(all) * Double(split.train.count) / Double(rows)
      #expect((Double(trained) - share).magnitude < 1)
    }
  }

  @Test func `without shuffling the rows stay in order`() throws {
    let split = try TrainTestSplit(rowCount: 10, testSize: .count(3), shuffle: false)
    #expect(split.train == Array(0..<7))
    #expect(split.test == [7, 8, 9])
  }

  @Test func `parts that do not add up leave rows out`() throws {
    let split = try TrainTestSplit(rowCount: 10, testSize: .count(2), trainSize: .count(3))
    #expect(split.train.count == 3)
    #expect(Set(split.train + split.test).count == 5)
  }

  @Test func `another seed is another split`() throws {
    let first = try TrainTestSplit(rowCount: 100, seed: 1)
    #expect(first == (try TrainTestSplit(rowCount: 100, seed: 1)))
    #expect(first != (try TrainTestSplit(rowCount: 100, seed: 2)))
  }

  @Test(arguments: [0, 1, 2, 3, 1000]) func `a permutation holds every number once`(_ count: Int) {
    var generator = MT19937(seed: 4)
    #expect(generator.permutation(count).sorted() == Array(0..<count))
  }
}
