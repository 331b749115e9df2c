import Evaluation
import Foundation

extension RunVerdict {
  /// The verdict in sentences that go no further than its numbers.
  var words: String {
    let shares = "A is right for \(Self.percent(a.accuracy)) % and B for \(Self.percent(b.accuracy)) %"
    let rows = "\(a.isRight.count) test rows"
    switch ground {
    case .same:
      let others = a.seeds.isEmpty ? "" : ", and the seeds beside them are right as often"
      return "Both networks call every test row alike\(others)."
    case .seeds:
      return "\(seeds), on the same \(rows): \(shares). \(result(by: "Welch")) "
        + "This is of these rows: others may tell otherwise."
    case .seedsOnOtherTracks:
      let leave =
        "The rows alone leave A at \(Self.percent(a.interval)) % and B at \(Self.percent(b.interval)) % (Wilson, 95 %)"
      let ending =
        outcome == .undecided
        ? ", so that which is better cannot be told." : ": even so, B is \(outcome.words)."
      return "\(seeds), on other test rows: \(shares). \(leave)\(ending)"
    case .tracks:
      let only = calls.map { ", only A for \($0.onlyARight) of them and only B for \($0.onlyBRight)" } ?? ""
      return "\(seeds), on the same \(rows): \(shares)\(only). \(result(by: "exact McNemar")) "
        + "This is of two networks: what the settings do takes several seeds of each."
    case .otherTracks:
      return "\(seeds), on other test rows: A is right for \(Self.percent(a.accuracy)) % "
        + "(\(Self.percent(a.interval))) and B for \(Self.percent(b.accuracy)) % (\(Self.percent(b.interval)); "
        + "Wilson, 95 %). Which is better cannot be told."
    }
  }

  /// The difference with its interval and p-value, and what follows.
  private func result(by test: String) -> String {
    guard let difference, let p else { return "" }
    let outcome = self.outcome == .undecided ? "they \(self.outcome.words)" : "B is \(self.outcome.words)"
    return "B less A is \(Self.percent(difference.value)) points (95 %: "
      + "\(Self.percent(difference.interval)); \(test), \(Self.pValue(p))): \(outcome)."
  }

  private var seeds: String {
    switch seedCounts {
    case (1, 1): "One seed each"
    case (let a, let b) where a == b: "\(a) seeds each"
    case (1, let b): "One seed of A, though \(b) of B"
    case (let a, 1): "One seed of B, though \(a) of A"
    case (let a, let b): "\(a) seeds of A and \(b) of B"
    }
  }

  /// In percent with one decimal; what rounds to 0 has no sign.
  static func percent(_ share: Double) -> String {
    let text = String(format: "%.1f", 100 * share)
    guard text.hasPrefix("-") else { return text }
    return (text == "-0.0" ? "" : "\u{2212}") + text.dropFirst()
  }

  private static func percent(_ interval: Interval) -> String {
    "\(percent(interval.low)) to \(percent(interval.high))"
  }

  /// Such as "p = 0.03".
  static func pValue(_ p: Double) -> String {
    if p.isNaN { return "p undefined" }
    return p < 0.001 ? "p < 0.001" : "p = " + Fact("", .number(p, digits: 3), "").shown
  }
}
