import Foundation

/// The cells of a table that was written out, read back by readers that know nothing of the writers.
///
/// Cells are as a reader sees them, except that LaTeX's and Markdown's escapes stay; a minus is `-`.
public enum TableText {
  /// The rows of a `tabular`, without headers and what stands below the last rule.
  public static func latexRows(_ text: String) -> [[String]] {
    let lines = text.split(separator: "\n").map(String.init)
    guard let head = lines.firstIndex(of: "\\toprule"), let foot = lines.firstIndex(of: "\\bottomrule")
    else { return [] }
    let rows = lines[head..<foot].filter { $0.hasSuffix(" \\\\") }
    // Of two lines of headers the first stands over a rule that has gaps.
    let headers = lines[head..<foot].contains { $0.hasPrefix("\\cmidrule") } ? 2 : 1
    return rows.dropFirst(headers).map { line in
      cells(of: String(line.dropLast(3)), between: "&").map { $0.replacing("\\ensuremath{-}", with: "-") }
    }
  }

  /// The rows of a pipe table, without its headers.
  public static func markdownRows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
      cells(of: String(line.dropFirst().dropLast()), between: "|").map { $0.replacing("\u{2212}", with: "-") }
    }
  }

  /// The rows of a `<table>`, without its headers and foot.
  public static func htmlRows(_ text: String) -> [[String]] {
    // A text may hold line breaks, so rows are found by their tags.
    guard let end = text.range(of: "</thead>")?.upperBound else { return [] }
    let body = text[end...].components(separatedBy: "<tfoot>")[0]
    return body.components(separatedBy: "<tr>").dropFirst().map { row in
      row.components(separatedBy: "<t").filter { $0.hasPrefix("h ") || $0.hasPrefix("d ") }.map { cell in
        let content = cell.components(separatedBy: ">")[1]
        return content.components(separatedBy: "<")[0].replacing("\u{2212}", with: "-")
      }
    }
  }

  /// The records of a CSV file, its header among them.
  public static func csvRecords(_ csv: String) -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in csv.unicodeScalars {
      switch scalar {
      case "\"":
        // Two quotes inside quotes are one: the first closes, the second opens again.
        if !isQuoted, field.last == justClosed { field.append("\"") }
        isQuoted.toggle()
        if !isQuoted { field.append(justClosed) }
      case "," where !isQuoted:
        fields.append(withoutMarks(field))
        field = .init()
      case "\n" where !isQuoted:
        records.append(fields + [withoutMarks(field)])
        (fields, field) = ([], .init())
      default: field.append(scalar)
      }
    }
    return records
  }

  /// The cells of a line, parted where the mark stands without a backslash before it.
  private static func cells(of line: String, between mark: Unicode.Scalar) -> [String] {
    var cells = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if scalar == mark, !isEscaped { cells.append(.init()) } else { cells[cells.count - 1].append(scalar) }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return cells.map { String($0).trimmingCharacters(in: CharacterSet(charactersIn: " ")) }
  }

  /// A private-use character that no text here holds, in place of a closing quote.
  private static let justClosed: Unicode.Scalar = "\u{E000}"

  private static func withoutMarks(_ field: String.UnicodeScalarView) -> String {
    String(String.UnicodeScalarView(field.filter { $0 != justClosed }))
  }
}
