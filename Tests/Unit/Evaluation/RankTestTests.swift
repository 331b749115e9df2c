import Evaluation
import Testing

@Suite struct RankTestTests {
  @Test func equalNumbersCountOnBothSides() throws {
    let test = try RankTest(2, among: [1, 2, 2, 3])
    #expect(test.reaching == 3 && test.notExceeding == 3 && test.count == 4)
    #expect(test.p == 1)
    #expect(test.share == 0.75)
  }

  @Test func aNumberBeyondAllIsAsOddAsTheirCountAllows() throws {
    for count in [1, 4, 39, 100] {
      let test = try RankTest(9, among: Array(repeating: 1, count: count))
      #expect(test.p == min(1, 2 / Double(count + 1)))
      #expect(test.p == test.smallestP)
    }
  }

  @Test func fromNothingNothingFollows() {
    #expect(throws: EvaluationError.self) { try RankTest(1, among: []) }
  }

  /// Of numbers drawn alike, each of the places of one among the others is as likely: the test errs at its level.
  @Test func overAllPlacesItErrsAsOftenAsItsLevelSays() throws {
    let numbers = (0..<100).map(Double.init)
    let found = try numbers.count { number in
      try RankTest(number, among: numbers.filter { $0 != number }).p <= 0.1
    }
    #expect(found == 10)
  }
}
