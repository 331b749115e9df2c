import Evaluation
import Testing

@Suite struct ResampledTests {
  @Test func withoutSharedRowsItIsStudentsTest() throws {
    let scores = [0.1, 0.3, 0.2, 0.25]
    let plain = try Interval.ofMean(scores)
    let estimate = try ResampledMean(scores, testRatio: 0).estimate()
    // The same sum, divided in another order.
    #expect(abs(estimate.interval.low - plain.low) < 1e-15)
    #expect(abs(estimate.interval.high - plain.high) < 1e-15)
  }

  @Test func manySplitsOfTheSameRowsDoNotMakeItSure() throws {
    let scores = (0..<10_000).map { $0 % 2 == 0 ? 0.6 : 0.7 }
    let estimate = try ResampledMean(scores, testRatio: 1 / 3.0).estimate()
    // √(1/3) · 0.05 · 1.96 to either side, however many splits there are.
    #expect(abs(estimate.interval.width - 2 * 1.96 * 0.05 * (1 / 3.0).squareRoot()) < 1e-4)
  }

  @Test func modelsThatAnswerAlikeCannotBeToldApart() throws {
    let test = ResampledTest(try ResampledMean([0, 0, 0], testRatio: 0.5))
    #expect(test.p == 1)
    #expect(test.difference.interval == Interval(low: 0, high: 0))
    #expect(Verdict(test.difference, p: test.p).outcome == .undecided)
    let apart = ResampledTest(
      first: try ResampledMean([0.5, 0.5], testRatio: 1), second: try ResampledMean([0.5, 0.5], testRatio: 1))
    #expect(apart.p == 1)
  }

  @Test func oneSplitTellsNothing() {
    #expect(throws: EvaluationError.self) { try ResampledMean([0.5], testRatio: 1) }
  }
}
