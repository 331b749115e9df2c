/// Why data can't be made into a figure.
public enum FigureError: Error, Sendable, Hashable {
  /// There is nothing to draw.
  case empty(series: String)
  /// Two things that belong together differ in number.
  case count(series: String, expected: Int, received: Int)
  /// The value at `index`, from 0, is infinite, missing or too large to be placed on an axis.
  case value(series: String, index: Int, value: Double)
  /// The value at `index`, from 0, lies outside of what such a value can be.
  case range(series: String, index: Int, value: Double, allowed: ClosedRange<Double>)
}

extension FigureError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty(let series):
      "\(series): expected at least one value to draw, received none"
    case .count(let series, let expected, let received):
      "\(series): expected \(expected) to go with the rest of the figure, received \(received)"
    case .value(let series, let index, let value):
      "\(series): expected a finite number no larger than 1e100, received \(value) at position \(index + 1)"
    case .range(let series, let index, let value, let allowed):
      "\(series): expected "
        + (allowed.upperBound.isInfinite
          ? "at least \(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)")
        + ", received \(value) at position \(index + 1)"
    }
  }
}

/// The largest size of a number that an axis is made for: ranges and their powers of ten stay finite.
private let largestDrawable = 1e100

/// Refuses values that no axis can show; where gaps are allowed, NaN is one.
func checkDrawable(
  _ values: [Double], series: String, gapsAllowed: Bool = false
) throws(FigureError) {
  for (index, value) in values.enumerated() where !(abs(value) <= largestDrawable) {
    guard gapsAllowed && value.isNaN else {
      throw .value(series: series, index: index, value: value)
    }
  }
}

/// Refuses what is no share, from 0 to 1.
func checkShares(_ values: [Double], series: String) throws(FigureError) {
  try checkRange(values, 0...1, series: series)
}

func checkRange(
  _ values: [Double], _ allowed: ClosedRange<Double>, series: String
) throws(FigureError) {
  for (index, value) in values.enumerated() where !(allowed ~= value) {
    throw .range(series: series, index: index, value: value, allowed: allowed)
  }
}
