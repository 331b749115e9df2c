import TestSupport
import Testing
import TrackData

@Suite struct DataTablePropertyTests {
  /// Pieces that cells are made of; most mean something to CSV, UTF-8 or a careless reader.
  private static let pieces = [
    "", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\t", "a", "0", "-1.5e3", "nan", "'", "\\", "#", ";", "é",
    "e\u{301}", "밤", "🎵", "\u{FEFF}", "\u{0}", "\u{2028}",
  ]

  private static func cell(_ generator: inout SeededGenerator) -> String {
    (0..<Int(generator.next() % 5)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
  }

  /// A writer by the letter of RFC 4180; it also quotes cells that need none, at random.
  private static func written(_ cell: String, _ generator: inout SeededGenerator) -> String {
    let mustQuote = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard mustQuote || generator.next() % 4 == 0 else { return cell }
    return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what was written is read`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let width = 1 + Int(generator.next() % 5)
    let height = 1 + Int(generator.next() % 8)
    let columns = (0..<width).map { "\($0)" + DataTablePropertyTests.cell(&generator) }
    let rows = (0..<height).map { _ in (0..<width).map { _ in DataTablePropertyTests.cell(&generator) } }
    let lineEnd = generator.next() % 2 == 0 ? "\n" : "\r\n"
    var text = generator.next() % 2 == 0 ? "\u{FEFF}" : ""
    text += ([columns] + rows).map { row in
      row.map { DataTablePropertyTests.written($0, &generator) }.joined(separator: ",")
    }.joined(separator: lineEnd)
    // Without it a last row of one empty cell would not be there.
    if generator.next() % 2 == 0 || rows.last == [""] { text += lineEnd }

    let table = try DataTable(csv: Array(text.utf8), file: "random.csv")
    #expect(table.columns.map { Array($0.utf8) } == columns.map { Array($0.utf8) })
    #expect(table.rowCount == height)
    for (index, column) in columns.enumerated() {
      let cells = try table.text(in: column).map { Array($0.utf8) }
      #expect(cells == rows.map { Array($0[index].utf8) })
    }
  }

  @Test func `any finite double is read back to the bit`() throws {
    var generator = SeededGenerator(seed: 17)
    let values = (0..<20_000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    let text = "x\n" + values.map { "\($0)\n" }.joined()
    let read = try DataTable(csv: Array(text.utf8), file: "random.csv").numbers(in: "x")
    #expect(read.map(\.bitPattern) == values.map(\.bitPattern))
  }

  /// Decimals of every length and scale, near the borders of the fast way too, against the standard library.
  @Test func `decimals are rounded as the standard library rounds them`() throws {
    var generator = SeededGenerator(seed: 18)
    let decimals = (0..<50_000).map { _ in
      let digits = String(generator.next()).suffix(1 + Int(generator.next() % 20))
      let point = Int(generator.next() % UInt64(digits.count + 1))
      let power = Int(generator.next() % 61) - 30
      return digits.prefix(point) + "." + digits.dropFirst(point)
        + (generator.next() % 2 == 0 ? "" : "e\(power)")
    }
    let text = "x\n" + decimals.map { "\($0)\n" }.joined()
    let read = try DataTable(csv: Array(text.utf8), file: "random.csv").numbers(in: "x")
    #expect(read == decimals.compactMap { Double($0) })
  }

  /// Whatever the bytes, the reader answers with a table or an error at a place, and never runs off the end.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `random bytes neither crash nor pass unseen`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0D, 0x61, 0x31, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF]
    for _ in 0..<500 {
      let bytes = (0..<generator.next() % 24).map { _ in alphabet[Int(generator.next() % 13)] }
      do {
        let table = try DataTable(csv: bytes, file: "random.csv")
        for column in table.columns { #expect(try table.text(in: column).count == table.rowCount) }
        #expect(String(validating: bytes, as: UTF8.self) != nil)
      } catch {
        if case .notUTF8 = error.problem { #expect(String(validating: bytes, as: UTF8.self) == nil) }
        let lines = bytes.count { $0 == 0x0A } + 1
        #expect(error.line.map { (1...lines).contains($0) } ?? true)
        #expect(error.column.map { (1...bytes.count + 1).contains($0) } ?? true)
      }
    }
  }
}
