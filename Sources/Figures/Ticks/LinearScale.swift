/// The straight-line map between data and page: `limits.start` lies at `start` points, `limits.end` at `end`.
public struct LinearScale: Sendable, Hashable {
  /// The ends of the axis in data units.
  public let limits: Limits
  /// Where its start lies on the page, in points.
  public let start: Double
  /// Where its end lies on the page, in points.
  public let end: Double

  /// A map of limits that differ onto a length that is not 0.
  public init(_ limits: Limits, from start: Double, to end: Double) {
    precondition(
      limits.start != limits.end && start != end,
      "A scale needs a range of data and a length on the page; widen empty limits first.")
    self.limits = limits
    self.start = start
    self.end = end
  }

  /// Where on the page a value lies, in points.
  public func position(of value: Double) -> Double {
    start + (value - limits.start) / (limits.end - limits.start) * (end - start)
  }

  /// The value that lies at a place on the page.
  public func value(at position: Double) -> Double {
    limits.start + (position - start) / (end - start) * (limits.end - limits.start)
  }

  /// The length on the page in points.
  public var length: Double { abs(end - start) }
}
