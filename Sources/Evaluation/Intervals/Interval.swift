/// Two ends between which a number is said to lie, and how sure of that one is.
///
///     let accuracy = Interval.wilson(351, of: 505)  // 0.654 to 0.734
///     accuracy.contains(0.7)                        // true
///
/// Of the intervals made in the same way from many samples, a share of `level` or so holds the true number.
public struct Interval: Sendable, Hashable, Codable {
  /// The lower end, which belongs to the interval.
  public let low: Double
  /// The upper end, which belongs to it too.
  public let high: Double
  /// How often such intervals hold the true number, between 0 and 1.
  public let level: Double

  /// The level where none is asked for, 95 %, as papers have it.
  public static let usualLevel = 0.95

  /// An interval from `low` to `high`.
  public init(low: Double, high: Double, level: Double = usualLevel) {
    Self.check(level)
    precondition(low <= high, "expected ends in order, received \(low) and \(high)")
    (self.low, self.high, self.level) = (low, high, level)
  }

  /// Whether a number lies in the interval, the ends included.
  public func contains(_ number: Double) -> Bool { low <= number && number <= high }

  /// How far the ends are apart.
  public var width: Double { high - low }

  /// - Throws: `EvaluationError` for a level that is not between 0 and 1.
  static func validate(_ level: Double) throws(EvaluationError) {
    guard level > 0, level < 1 else { throw .levelOutOfRange(level) }
  }

  static func check(_ level: Double) {
    precondition(level > 0 && level < 1, "expected a level between 0 and 1, received \(level)")
  }
}

/// A number with the interval it was estimated in.
public struct Estimate: Sendable, Hashable, Codable {
  /// The number itself; it need not lie in the middle.
  public let value: Double
  /// Where the true number may lie.
  public let interval: Interval

  /// A number and its interval.
  public init(_ value: Double, _ interval: Interval) {
    (self.value, self.interval) = (value, interval)
  }
}
