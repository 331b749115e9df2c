import Foundation

/// How numbers are written, for tables and prose alike.
///
/// A page gets fixed decimals, rounded from the exact binary value with ties to even, as Python's
/// `format(x, ".3f")` and C's `printf` round, a decimal point whatever the locale, and a real minus:
/// `\ensuremath{-}` in LaTeX (which works in text, mathematics and captions), U+2212 in Markdown and
/// HTML. A negative number that rounds to nothing keeps its sign, as in Python. What is no number reads
/// `nan`, what is too large `inf`. A CSV file and plain text are for machines: the hyphen stays.
enum Numeral {
  /// A number with a fixed count of decimals.
  static func fixed(_ value: Double, digits: Int, for format: OutputFormat) -> String {
    precondition(digits >= 0, "A count of decimals is not negative, received \(digits).")
    // C may give NaN a sign, Python never does.
    return value.isNaN ? "nan" : signed(String(format: "%.*f", digits, value), for: format)
  }

  /// A whole number.
  static func integer(_ value: Int, for format: OutputFormat) -> String {
    signed(String(value), for: format)
  }

  private static func signed(_ ascii: String, for format: OutputFormat) -> String {
    guard ascii.hasPrefix("-") else { return ascii }
    let minus =
      switch format {
      case .latex: "\\ensuremath{-}"
      case .markdown, .html: "\u{2212}"
      case .csv, .plain: "-"
      }
    return minus + ascii.dropFirst()
  }
}
