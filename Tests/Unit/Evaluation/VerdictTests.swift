import Evaluation
import Testing

@Suite("Words never go further than the numbers")
struct VerdictTests {
  private func difference(_ value: Double, _ low: Double, _ high: Double) -> Estimate {
    Estimate(value, Interval(low: low, high: high))
  }

  @Test(
    "An interval without 0 decides, and the words give its size",
    arguments: [
      (0.08, 0.04, 0.12, "better by 0.08 [0.04, 0.12]"),
      (-0.08, -0.12, -0.04, "worse by 0.08 [0.04, 0.12]"),
      (0.01, -0.02, 0.04, "cannot be told apart (0.01 [-0.02, 0.04])"),
      (0.02, 0, 0.04, "cannot be told apart (0.02 [0.00, 0.04])"),
      (0, -0.001, 0.001, "cannot be told apart (0.00 [0.00, 0.00])"),
    ])
  func words(value: Double, low: Double, high: Double, words: String) {
    #expect(Verdict(difference(value, low, high)).words() == words)
  }

  @Test("Scale, decimals and the sign are the page's")
  func otherWords() {
    let verdict = Verdict(difference(-0.013, -0.05, 0.024))
    #expect(
      verdict.words(scale: 100, digits: 1, minus: "−") == "cannot be told apart (−1.3 [−5.0, 2.4])")
    #expect(verdict.outcome.words == "cannot be told apart")
  }

  @Test("A p-value can only make the words more careful")
  func pValues() {
    let apart = difference(0.08, 0.04, 0.12)
    #expect(Verdict(apart, p: 0.01).outcome == .better)
    #expect(Verdict(apart, p: 0.05).outcome == .undecided)
    #expect(Verdict(apart, p: .nan).outcome == .undecided)
    #expect(Verdict(difference(0.01, -0.02, 0.04), p: 0.01).outcome == .undecided)
    let strict = Estimate(0.08, Interval(low: 0.01, high: 0.15, level: 0.99))
    #expect(Verdict(strict, p: 0.03).outcome == .undecided)
  }

  @Test("Tests give their verdicts")
  func ofTests() throws {
    let seeds = [0.60, 0.62, 0.61, 0.63]
    let better = seeds.map { $0 + 0.1 }
    #expect(Verdict(try WelchTest(first: seeds, second: better)).outcome == .better)
    #expect(Verdict(try WelchTest(first: better, second: seeds)).outcome == .worse)
    // The same number every time is no test at all.
    #expect(Verdict(try WelchTest(first: [0.5, 0.5], second: [0.5, 0.5])).outcome == .undecided)
    let forest = McNemarTest(onlyFirst: 22, onlySecond: 61, of: 505)
    #expect(Verdict(forest).outcome == .better)
    #expect(Verdict(forest, correctedP: 0.2).outcome == .undecided)
  }
}
