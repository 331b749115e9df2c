import Foundation

/// Doubles in the two forms a printed report needs, as Python formats them.
enum PythonNumber {
  /// C and Swift print the sign of a not-a-number, Python does not.
  private static let notANumber = "nan"

  /// `f"{value:.{digits}f}"`: the exact binary value, rounded half to even.
  static func fixed(_ value: Double, digits: Int) -> String {
    value.isNaN ? notANumber : String(format: "%.*f", digits, value)
  }

  /// `repr(value)`: the shortest decimal that reads back to the same double.
  static func shortest(_ value: Double) -> String {
    guard !value.isNaN else { return notANumber }
    let swift = value.description
    // The digits are the same; Python turns to an exponent at 1e16, Swift at 2**53, where doubles are whole.
    return abs(value) < 1e16 && swift.contains("e+") ? fixed(value, digits: 1) : swift
  }
}
