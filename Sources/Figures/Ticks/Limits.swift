/// The ends of an axis in data units; a reversed axis starts at its larger value.
public struct Limits: Sendable, Hashable {
  public var start: Double
  public var end: Double

  /// The limits of an axis that runs from `start` to `end`.
  public init(_ start: Double, _ end: Double) {
    self.start = start
    self.end = end
  }

  /// The smaller end.
  public var low: Double { min(start, end) }
  /// The larger end.
  public var high: Double { max(start, end) }

  /// Whether the value lies between the ends, give or take 1e-10 of the range for rounding.
  public func contains(_ value: Double) -> Bool {
    let slack = (high - low) * 1e-10
    return low - slack <= value && value <= high + slack
  }

  /// The limits themselves, or wider ones where they are all but equal.
  ///
  /// A range of less than `tiny` of its larger end grows by `fraction` of each end's size on both sides;
  /// one about zero becomes ±`fraction` (`matplotlib.transforms.nonsingular`).
  public func widened(by fraction: Double, tiny: Double = 1e-15) -> Limits {
    guard start.isFinite && end.isFinite else { return Limits(-fraction, fraction) }
    let size = max(abs(low), abs(high))
    var widened = (low: low, high: high)
    if size < 1e6 / tiny * Double.leastNormalMagnitude {
      widened = (-fraction, fraction)
    } else if high - low <= size * tiny {
      widened = (low - fraction * abs(low), high + fraction * abs(high))
    }
    return start <= end ? Limits(widened.low, widened.high) : Limits(widened.high, widened.low)
  }

  /// The limits matplotlib gives an axis of these values: their range, and a twentieth of it on each side.
  ///
  /// Values that are not finite do not count; without any that is, the axis is that of an empty plot.
  public static func around(_ values: some Sequence<Double>, margin: Double = 0.05) -> Limits {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    let range = Limits(low, high).widened(by: 0.05)
    let room = (range.end - range.start) * margin
    return Limits(range.start - room, range.end + room)
  }
}
