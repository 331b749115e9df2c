import Foundation

/// What a difference and its interval allow to say, so that words never go further than the numbers.
///
///     Verdict(test.difference).words()  // "better by 0.08 [0.04, 0.12]"
///     Verdict(other.difference).words() // "cannot be told apart (0.01 [-0.02, 0.04])"
public struct Verdict: Sendable, Hashable {
  /// How the second of two compares with the first.
  public enum Outcome: Sendable, Hashable, CaseIterable {
    case better
    case worse
    /// The numbers do not say which is better; that is not to say that they are equal.
    case undecided

    /// The outcome without its size, as a sentence has it: "is better", "cannot be told apart".
    public var words: String {
      switch self {
      case .better: "better"
      case .worse: "worse"
      case .undecided: "cannot be told apart"
      }
    }
  }

  /// The second less the first, larger being better.
  public let difference: Estimate
  /// What may be said.
  public let outcome: Outcome

  /// Decides where the interval holds no 0 and, where there is a p-value too, that is below 1 − level.
  ///
  /// - Parameters:
  ///   - difference: the second less the first, larger being better.
  ///   - p: of a test of the same two, corrected where there were several tests; default: none.
  public init(_ difference: Estimate, p: Double? = nil) {
    self.difference = difference
    // As a sum, because 1 - 0.95 is a hair more than 0.05. A p-value that is not a number decides nothing.
    let isSure = p.map { $0 + difference.interval.level < 1 } ?? true
    outcome =
      !isSure || difference.interval.contains(0) ? .undecided : difference.value > 0 ? .better : .worse
  }

  /// The verdict on two sets of numbers.
  public init(_ test: WelchTest) { self.init(test.difference, p: test.p) }

  /// The verdict on two classifiers of the same samples.
  ///
  /// - Parameter correctedP: where this was one of several tests, the p-value corrected for that.
  public init(_ test: McNemarTest, correctedP: Double? = nil) {
    self.init(test.difference, p: correctedP ?? test.p)
  }

  /// The verdict with its size: "better by 0.08 [0.04, 0.12]", or "cannot be told apart (0.01 [-0.02, 0.04])".
  ///
  /// - Parameters:
  ///   - scale: what the numbers are multiplied by, 100 for percent; default: 1.
  ///   - digits: decimals; default: 2.
  ///   - minus: how a page writes the sign; default: a hyphen.
  public func words(scale: Double = 1, digits: Int = 2, minus: String = "-") -> String {
    func text(_ value: Double) -> String {
      let text = PythonNumber.fixed(scale * value, digits: digits)
      guard text.hasPrefix("-") else { return text }
      // What rounds to 0 has no sign.
      return (text.contains { ("1"..."9").contains($0) } ? minus : "") + text.dropFirst()
    }
    let (value, low, high) = (difference.value, difference.interval.low, difference.interval.high)
    return switch outcome {
    case .better: "\(outcome.words) by \(text(value)) [\(text(low)), \(text(high))]"
    case .worse: "\(outcome.words) by \(text(-value)) [\(text(-high)), \(text(-low))]"
    case .undecided: "\(outcome.words) (\(text(value)) [\(text(low)), \(text(high))])"
    }
  }
}
