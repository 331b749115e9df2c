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
      let spans = Bool.random(using: &generator) ? [] : Self.spans(over: columns.count, texts, &generator)
      return Table(
        caption: texts.randomElement(using: &generator) ?? "", label: "tab:x", columns: columns,
        spans: spans, groups: groups,
        provenance: Bool.random(using: &generator) ? "synthetic, sample" : nil)
    }
  }

  private static func spans(
    over columns: Int, _ texts: [String], _ generator: inout SeededGenerator
  ) -> [Table.Span] {
    var spans: [Table.Span] = []
    var left = columns
    while left > 0 {
      let count = Int.random(in: 1...left, using: &generator)
      spans.append(.init(texts.randomElement(using: &generator) ?? "", over: count))
      left -= count
    }
    return spans
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
      let coats = [
        TableText.latexRows(table.latex), TableText.latexRows(table.latexFloat()),
        TableText.markdownRows(table.markdown(caption: .none)), TableText.htmlRows(table.html),
      ]
      for row in coats {
        #expect(row.count == table.groups.joined().count, "\(table)")
        for (cells, texts) in zip(table.groups.joined(), row) {
          #expect(cells.count == texts.count, "\(table)")
          for (cell, text) in zip(cells, texts) where cell.isNumber {
            #expect(text.replacing("--", with: "\u{2013}") == cell.shown, "\(table)")
          }
        }
      }
    }
  }

  @Test func csvReadsBackToTheSameValues() {
    for table in Self.tables(300, seed: 8) {
      let note = table.provenance.map { [$0] } ?? []
      let rows = TableText.csvRecords(table.csv)
      let headers = zip(table.columns, rows.first ?? []).filter { column, header in
        Array(header.unicodeScalars.reversed()).starts(with: column.header.unicodeScalars.reversed())
      }
      #expect(headers.count == table.columns.count)
      #expect(
        rows.first.map { Array($0.dropFirst(table.columns.count)) }
          == (table.provenance == nil ? [] : ["note"]))
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
        table.html.contains(
          "<tfoot>\n<tr><td colspan=\"\(table.columns.count)\"><div>synthetic, sample</div></td></tr>")
      )
    }
  }
}

extension Table.Cell {
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .pValue, .integer, .empty: true
    case .text: false
    }
  }

  /// The number as C prints it, but that nothing has no sign.
  fileprivate var shown: String {
    switch self {
    case .number(let value, let digits):
      value.isNaN ? "\u{2013}" : Self.unsignedNothing(String(format: "%.\(digits)f", value))
    case .pValue(let p): String(format: "%.3f", p)
    case .integer(let value): "\(value)"
    case .empty, .text: ""
    }
  }

  private static func unsignedNothing(_ text: String) -> String {
    Double(text) == 0 ? text.replacing("-", with: "") : text
  }
}
