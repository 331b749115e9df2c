import Foundation

/// Doubles in the two forms a printed report needs, as Python formats them.
enum PythonNumber {
  /// `f"{value:.{digits}f}"`: the exact binary value, rounded half to even.
  static func fixed(_ value: Double, digits: Int) -> String {
    // C prints the sign of a not-a-number, Python does not.
    value.isNaN ? "nan" : String(format: "%.*f", digits, value)
  }

  /// `repr(value)`: the shortest decimal that reads back to the same double.
  static func shortest(_ value: Double) -> String {
    let swift = value.description
    // Both print the same digits; Python turns to an exponent at 1e16, Swift at 2**54.
    guard abs(value) >= 1e16, value.isFinite, !swift.contains("e") else { return swift }
    let sign = value < 0 ? "-" : ""
    let digits = swift.drop { $0 == "-" }.prefix { $0 != "." }
    var fraction = digits.dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e+\(digits.count - 1)"
  }
}
