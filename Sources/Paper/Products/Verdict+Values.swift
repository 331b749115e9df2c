import Evaluation
import Templates

extension Verdict {
  /// The verdict in words, with the minus sign of each kind of page.
  ///
  /// - Parameters:
  ///   - scale: what the numbers are multiplied by, 100 for percent; default: 1.
  ///   - digits: decimals; default: 2.
  func value(scale: Double = 1, digits: Int = 2) -> Values.Value {
    func words(_ minus: String) -> String { self.words(scale: scale, digits: digits, minus: minus) }
    return .markup(
      Markup(
        plain: words("-"), latex: words("\\ensuremath{-}"), markdown: words("\u{2212}"),
        html: words("\u{2212}")))
  }
}

extension Numbers {
  /// "p = 0.012"; "p < 0.001" for what three decimals would show as nothing or nearly so.
  static func pValue(_ p: Double) -> String {
    p < 0.001 ? "p < 0.001" : "p = " + Fact("", .number(p, digits: 3), "").shown
  }

  /// Whether two runs differ on the test rows, of which both were asked the same ones.
  static func verdict(from first: EvaluatedRun, to second: EvaluatedRun) -> [Fact] {
    func isRight(_ run: EvaluatedRun) -> [Bool] {
      let (truth, predictions) = run.folder.predictions.classes(on: .test)
      return zip(truth, predictions).map { $0 == $1 }
    }
    guard let test = try? McNemarTest(firstIsRight: isRight(first), secondIsRight: isRight(second)) else {
      return []
    }
    let verdict = Verdict(test)
    return [
      Fact(
        "comparison.is_decided", .flag(verdict.outcome != .undecided),
        "whether the two can be told apart on the test data"),
      Fact(
        "comparison.verdict", verdict.value(scale: 100, digits: 1),
        "what the accuracies of the two on the test data allow to say, in percentage points, with the 95 % interval"
      ),
      Fact(
        "comparison.p", .number(test.p, digits: 3),
        "the p-value of McNemar's exact test of the two on the same test {rows}"),
      Fact("comparison.p_words", .text(pValue(test.p)), "the same as prose has it"),
      Fact(
        "comparison.only_first", .integer(test.onlyFirst),
        "the test {rows} that only the run before tells rightly"),
      Fact(
        "comparison.only_last", .integer(test.onlySecond),
        "the test {rows} that only the last run tells rightly"),
    ]
  }
}
