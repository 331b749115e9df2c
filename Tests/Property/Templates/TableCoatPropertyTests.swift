import Foundation
import Templates
import TestSupport
import Testing

/// All coats of a table say the same: each is read back by a small reader of its own.
struct TableCoatPropertyTests {
  static func tables(_ count: Int, seed: UInt64) -> [Table] {
    var generator = SeededGenerator(seed: seed)
    let texts = TemplateEscapingPropertyTests.texts(400, seed: seed)
    return (0..<count).map { _ in
      let columns = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        Table.Column(
          texts.randomElement(using: &generator) ?? "",
          [.left, .center, .right].randomElement(using: &generator) ?? .left)
      }
      let groups = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in columns.map { _ in cell(texts, &generator) }
        }
      }
      return Table(
        caption: texts.randomElement(using: &generator) ?? "", label: "tab:x", columns: columns,
        groups: groups,
        provenance: Bool.random(using: &generator) ? "synthetic, sample" : nil)
    }
  }

  private static func cell(_ texts: [String], _ generator: inout SeededGenerator) -> Table.Cell {
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: .text(texts.randomElement(using: &generator) ?? "")
    case 1: .integer(Int.random(in: -1_000...1_000_000, using: &generator))
    case 2: .empty
    case 3: .number([.nan, .infinity, -.infinity, -0.0].randomElement(using: &generator) ?? 0, digits: 2)
    case 4: .number(Double(bitPattern: generator.next()), digits: Int.random(in: 0...4, using: &generator))
    // Smaller ones are words, which each coat spells in its own way.
    case 5: .pValue(Double.random(in: 0.001...1, using: &generator))
    default:
      .number(
        Double.random(in: -10...10, using: &generator), digits: Int.random(in: 0...8, using: &generator))
    }
  }

  @Test func theNumbersOfEveryCoatAreThoseOfTheTable() {
    for table in Self.tables(300, seed: 7) {
      for row in [latexRows(table), markdownRows(table), htmlRows(table)] {
        #expect(row.count == table.groups.joined().count, "\(table)")
        for (cells, texts) in zip(table.groups.joined(), row) {
          #expect(cells.count == texts.count, "\(table)")
          for (cell, text) in zip(cells, texts) where cell.isNumber {
            #expect(text == cell.shown, "\(table)")
          }
        }
      }
    }
  }

  @Test func csvReadsBackToTheSameValues() {
    for table in Self.tables(300, seed: 8) {
      let note = table.provenance.map { [$0] } ?? []
      let rows = csvRecords(table.csv)
      #expect(rows.first == table.columns.map(\.header) + (table.provenance == nil ? [] : ["note"]))
      #expect(rows.count == 1 + table.groups.joined().count)
      for (cells, fields) in zip(table.groups.joined(), rows.dropFirst()) {
        #expect(Array(fields.dropFirst(cells.count)) == note)
        #expect(fields.count == cells.count + note.count)
        for (cell, field) in zip(cells, fields) {
          switch cell {
          case .text(let text): #expect(Array(field.unicodeScalars) == Array(text.unicodeScalars))
          case .integer(let value): #expect(Int(field) == value)
          case .empty: #expect(field.isEmpty)
          case .number(let value, _), .pValue(let value):
            // Shortest decimals read back to the very same bits; a NaN to any NaN.
            #expect(value.isNaN ? field == "nan" : Double(field)?.bitPattern == value.bitPattern)
          }
        }
      }
    }
  }

  @Test func provenanceStandsInEveryCoat() {
    for table in Self.tables(50, seed: 9) where table.provenance != nil {
      #expect(table.latex.contains("% synthetic, sample\n"))
      #expect(table.latex.contains("{\\footnotesize synthetic, sample}"))
      #expect(table.latexFloat().contains("{\\footnotesize synthetic, sample}"))
      #expect(table.markdown().hasSuffix("\n\nsynthetic, sample\n"))
      #expect(
        table.html.contains("<tfoot>\n<tr><td colspan=\"\(table.columns.count)\">synthetic, sample</td></tr>")
      )
    }
  }

  private func latexRows(_ table: Table) -> [[String]] {
    table.latex.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { $0.hasSuffix(" \\\\") && !$0.hasPrefix("\\multicolumn") }.dropFirst()
      .map { line in
        cells(of: String(line.dropLast(3)), between: "&").map { $0.replacing("\\ensuremath{-}", with: "-") }
      }
  }

  private func markdownRows(_ table: Table) -> [[String]] {
    table.markdown(caption: .none).split(separator: "\n").map(String.init).filter { $0.hasPrefix("|") }
      .dropFirst(2)
      .map { line in
        cells(of: String(line.dropFirst().dropLast()), between: "|").map {
          $0.replacing("\u{2212}", with: "-")
        }
      }
  }

  private func htmlRows(_ table: Table) -> [[String]] {
    // A text may hold line breaks, so rows are found by their tags.
    guard let end = table.html.range(of: "</thead>")?.upperBound else { return [] }
    let body = table.html[end...].components(separatedBy: "<tfoot>")[0]
    return body.components(separatedBy: "<tr>").dropFirst().map { row in
      row.components(separatedBy: "<t").filter { $0.hasPrefix("h ") || $0.hasPrefix("d ") }.map { cell in
        let content = cell.components(separatedBy: ">")[1]
        return content.components(separatedBy: "<")[0].replacing("\u{2212}", with: "-")
      }
    }
  }

  /// The cells of a line, parted where the mark stands without a backslash before it.
  private func cells(of line: String, between mark: Unicode.Scalar) -> [String] {
    var cells = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if scalar == mark, !isEscaped { cells.append(.init()) } else { cells[cells.count - 1].append(scalar) }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return cells.map { String($0).trimmingCharacters(in: CharacterSet(charactersIn: " ")) }
  }

  private func csvRecords(_ csv: String) -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in csv.unicodeScalars {
      switch scalar {
      case "\"":
        // Two quotes inside quotes are one: the first closes, the second opens again.
        if !isQuoted, csvQuoteReopens(field) { field.append("\"") }
        isQuoted.toggle()
        if !isQuoted { field.append(Self.justClosed) }
      case "," where !isQuoted:
        fields.append(text(field))
        field = .init()
      case "\n" where !isQuoted:
        records.append(fields + [text(field)])
        (fields, field) = ([], .init())
      default: field.append(scalar)
      }
    }
    return records
  }

  /// A private-use character that no text here holds, in place of a closing quote.
  private static let justClosed: Unicode.Scalar = "\u{E000}"

  private func csvQuoteReopens(_ field: String.UnicodeScalarView) -> Bool { field.last == Self.justClosed }

  private func text(_ field: String.UnicodeScalarView) -> String {
    String(String.UnicodeScalarView(field.filter { $0 != Self.justClosed }))
  }
}

extension Table.Cell {
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .pValue, .integer, .empty: true
    case .text: false
    }
  }

  /// The number as C prints it.
  fileprivate var shown: String {
    switch self {
    case .number(let value, let digits): value.isNaN ? "nan" : String(format: "%.\(digits)f", value)
    case .pValue(let p): String(format: "%.3f", p)
    case .integer(let value): "\(value)"
    case .empty, .text: ""
    }
  }
}
