import Evaluation
import Templates

extension Verdict {
  /// The verdict in the words of a report, with the minus sign of each kind of page.
  ///
  /// - Parameters:
  ///   - scale: what the numbers are multiplied by, 100 for percent; default: 1.
  ///   - digits: decimals; default: 2.
  func value(in words: Words, scale: Double = 1, digits: Int = 2) -> Values.Value {
    func text(minus: String) -> String {
      func number(_ value: Double) -> String {
        let text = words.number(scale * value, digits: digits)
        guard text.hasPrefix("-") else { return text }
        // What rounds to 0 has no sign.
        return (text.contains { ("1"..."9").contains($0) } ? minus : "") + text.dropFirst()
      }
      let (value, low, high) = (difference.value, difference.interval.low, difference.interval.high)
      let isWorse = outcome == .worse
      let word: Word =
        switch outcome {
        case .better: .verdictBetter
        case .worse: .verdictWorse
        case .undecided: .verdictUndecided
        }
      return words(
        word,
        [
          "value": number(isWorse ? -value : value), "low": number(isWorse ? -high : low),
          "high": number(isWorse ? -low : high),
        ])
    }
    return .markup(
      Markup(
        plain: text(minus: "-"), latex: text(minus: "\\ensuremath{-}"),
        markdown: text(minus: "\u{2212}"), html: text(minus: "\u{2212}")))
  }
}

extension Numbers {
  /// Whether two runs differ on the test rows, of which both were asked the same ones.
  static func verdict(from first: EvaluatedRun, to second: EvaluatedRun) -> [Fact] {
    guard let test = mcNemar(first, second) else { return [] }
    let verdict = Verdict(test)
    return [
      Fact(
        "comparison.is_decided", .flag(verdict.outcome != .undecided),
        "whether the two can be told apart on the test data"),
      Fact(
        "comparison.verdict", verdict.value(in: first.words, scale: 100, digits: 1),
        "what the accuracies of the two on the test data allow to say, in percentage points, with the 95 % interval"
      ),
      Fact(
        "comparison.p", .number(test.p, digits: 3),
        "the p-value of McNemar's exact test of the two on the same test {rows}"),
      Fact("comparison.p_words", .text(first.words.pValue(test.p)), "the same as prose has it"),
      Fact(
        "comparison.only_first", .integer(test.onlyFirst),
        "the test {rows} that only the run before tells rightly"),
      Fact(
        "comparison.only_last", .integer(test.onlySecond),
        "the test {rows} that only the last run tells rightly"),
    ]
  }

  private static func mcNemar(_ first: EvaluatedRun, _ second: EvaluatedRun) -> McNemarTest? {
    func isRight(_ run: EvaluatedRun) -> [Bool] {
      let (truth, predictions) = run.folder.predictions.classes(on: .test)
      return zip(truth, predictions).map { $0 == $1 }
    }
    return try? McNemarTest(firstIsRight: isRight(first), secondIsRight: isRight(second))
  }

  /// Whether two runs, each on the seed that is shown, can be told apart on the test rows.
  static func isDecided(_ first: EvaluatedRun, _ second: EvaluatedRun) -> Bool {
    mcNemar(first, second).map { Verdict($0).outcome != .undecided } ?? false
  }
}
