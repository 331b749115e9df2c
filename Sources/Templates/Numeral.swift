import Foundation
import Phrases

/// How numbers are written, for tables and prose alike.
///
/// A page gets fixed decimals, rounded from the exact binary value with ties to even, as Python's
/// `format(x, ".3f")` and C's `printf` round, the decimal mark of the page's language, and a real minus:
/// `\ensuremath{-}` in LaTeX (which works in text, mathematics and captions), U+2212 in Markdown and
/// HTML. What rounds to nothing has no sign. What is too large reads `inf`,
/// and a dash stands where there is no number. A CSV file and plain text are for machines: the hyphen and the
/// point stay, and what is no number is `nan`.
enum Numeral {
  /// A number with a fixed count of decimals.
  static func fixed(
    _ value: Double, digits: Int, for format: OutputFormat, in style: NumberStyle = .point
  ) -> String {
    precondition(digits >= 0, "A count of decimals is not negative, received \(digits).")
    // C may give NaN a sign, Python never does.
    guard !value.isNaN else { return missing(for: format) }
    let text = String(format: "%.*f", digits, value)
    let isNothing = text.utf8.allSatisfy {
      [UInt8(ascii: "-"), UInt8(ascii: "0"), UInt8(ascii: ".")].contains($0)
    }
    let ascii = isNothing && text.hasPrefix("-") ? String(text.dropFirst()) : text
    return signed(written(ascii, for: format, in: style), for: format)
  }

  /// What stands where there is no number.
  private static func missing(for format: OutputFormat) -> String {
    switch format {
    case .csv, .plain: "nan"
    case .markdown, .html: "\u{2013}"
    case .latex: "--"
    }
  }

  /// A whole number.
  static func integer(_ value: Int, for format: OutputFormat, in style: NumberStyle = .point) -> String {
    signed(written(String(value), for: format, in: style), for: format)
  }

  private static func written(_ ascii: String, for format: OutputFormat, in style: NumberStyle) -> String {
    switch format {
    case .csv, .plain: return ascii
    case .markdown, .html: return style.written(ascii)
    case .latex:
      // In braces the comma is no punctuation to mathematics, which would set a space behind it.
      let marks = NumberStyle(
        decimalMark: style.decimalMark == "," ? "{,}" : style.decimalMark,
        groupMark: style.groupMark.isEmpty ? "" : "\\,")
      return marks.written(ascii)
    }
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
