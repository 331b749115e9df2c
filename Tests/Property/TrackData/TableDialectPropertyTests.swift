import TestSupport
import Testing

@testable import TrackData

/// A table written in any dialect reads back the same.
@Suite struct TableDialectPropertyTests {
  private static let words = [
    "", "a b", "x,y", "p;q", "t\tu", "v|w", "say \"hi\"", "two\nlines", "é", "0,5", "NA",
  ]

  /// Numbers of three digits behind the mark, which may be thousands, are not among them.
  private static func number(_ generator: inout SeededGenerator) -> Double {
    let digits = Double(generator.next() % 100_000)
    return (generator.next() % 2 == 0 ? 1 : -1) * digits / (generator.next() % 2 == 0 ? 100 : 1)
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `whatever the dialect, the table is the same`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 9000 + seed)
    let rows = (0..<(1 + Int(generator.next() % 12))).map { _ in
      (Self.number(&generator), Self.number(&generator), Self.words[Int(generator.next() % 11)])
    }
    let delimiter = Delimiter.allCases[Int(generator.next() % 4)]
    let hasCommas = generator.next() % 2 == 0
    let ending = ["\n", "\r\n", "\r"][Int(generator.next() % 3)]
    let end = generator.next() % 4 == 0 ? delimiter.rawValue : ""
    func field(_ text: String) -> String {
      let mustQuote = text.unicodeScalars.contains {
        "\"\n\r".unicodeScalars.contains($0) || "\($0)" == delimiter.rawValue
      }
      return mustQuote ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
    func number(_ value: Double) -> String {
      let text = value == value.rounded() ? String(Int(value)) + ".0" : "\(value)"
      return field(hasCommas ? text.replacing(".", with: ",") : text)
    }
    let lines =
      [["one", "two", "word"].joined(separator: delimiter.rawValue)]
      + rows.map {
        [number($0.0), number($0.1), field($0.2)].joined(separator: delimiter.rawValue) + end
      }
    var text = lines.joined(separator: ending) + ending
    if ending == "\r" { text = text.replacing("\n", with: "\r") }
    var bytes = Array(text.utf8)
    if generator.next() % 3 == 0 {
      bytes = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }
    // The first rows may say too little; then somebody has to.
    let format = TableFormat(delimiter: delimiter, decimal: hasCommas ? .comma : .point)
    for format in [format, TableFormat()] {
      let table = try DataTable(reading: bytes, as: format, file: "t.csv")
      #expect(table.columns == ["one", "two", "word"])
      #expect(try table.numbers(in: ["one", "two"]) == [rows.map(\.0), rows.map(\.1)])
      let words = try table.text(in: "word").map { $0.replacing("\r", with: "\n") }
      #expect(words == rows.map(\.2))
    }
  }
}
