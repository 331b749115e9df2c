import Foundation

/// How a number is written, as Python's `format(x, spec)` writes it.
public enum NumberFormat: Sendable, Hashable {
  /// So many significant digits without trailing zeros, with an exponent where it is shorter: `.2g`.
  case general(Int)
  /// So many digits after the point: `.3f`.
  case fixed(Int)
  /// As few digits as read back to the same number, and always a point or an exponent: Python's `repr`.
  case shortest

  /// The number with "." for the decimal point and "-" for minus.
  public func text(_ value: Double) -> String {
    switch self {
    case .general(let digits): String(format: "%.\(digits)g", value)
    case .fixed(let digits): String(format: "%.\(digits)f", value)
    case .shortest: "\(value)"
    }
  }
}
