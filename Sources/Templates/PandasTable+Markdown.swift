import Foundation

extension PandasTable {
  /// Whose form of a Markdown table.
  public enum MarkdownStyle: Sendable {
    /// `DataFrame.to_markdown`, tabulate's "pipe".
    case pipe
    /// tabulate's "github"; with a count of decimals its `floatfmt`, else six significant digits.
    case github(decimals: Int? = nil)
  }

  /// The table as tabulate prints it, without a line break at its end.
  ///
  /// Numbers are set point under point. Text stays text: tabulate would read a column of words that all look
  /// like numbers as numbers.
  public func markdown(_ style: MarkdownStyle) -> String {
    let padded = columns.map { paddedColumn($0, style) }
    let lines = (0...rowCount).map { line in "| " + padded.map { $0[line] }.joined(separator: " | ") + " |" }
    let rules = zip(padded, columns).map { cells, column in
      let dashes = String(repeating: "-", count: cells[0].unicodeScalars.count + 1)
      guard case .pipe = style else { return "-" + dashes }
      return column.isText ? ":" + dashes : dashes + ":"
    }
    let rule = "|" + rules.joined(separator: "|") + "|"
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  /// The header and the cells of a column, all of one width: at least the header's and two.
  private func paddedColumn(_ column: Column, _ style: MarkdownStyle) -> [String] {
    let cells =
      switch column.cells {
      case .text(let values): values
      case .numbers(let values): pointUnderPoint(values.map { number($0, style) })
      case .integers(let values): values.map(String.init)
      }
    let width = max(column.name.unicodeScalars.count + 2, cells.map(\.unicodeScalars.count).max() ?? 0)
    return ([column.name] + cells).map { text in
      let blanks = String(repeating: " ", count: width - text.unicodeScalars.count)
      return column.isText ? text + blanks : blanks + text
    }
  }

  private func number(_ value: Double, _ style: MarkdownStyle) -> String {
    if value.isNaN { return "nan" }
    if case .github(let decimals?) = style { return String(format: "%.*f", decimals, value) }
    return String(format: "%g", value)
  }

  /// Blanks after each number, for what it has less behind its point than the longest; a number without a
  /// point also gets one for the point.
  private func pointUnderPoint(_ numbers: [String]) -> [String] {
    let behind = numbers.map { number in
      (number.lastIndex(of: ".") ?? number.lastIndex(of: "e")).map { number[$0...].count - 1 } ?? -1
    }
    let longest = behind.max() ?? -1
    return zip(numbers, behind).map { $0 + String(repeating: " ", count: longest - $1) }
  }
}
