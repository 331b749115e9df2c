import TestSupport

/// Random tables for the reader to stumble over: long enough to be read in several blocks of 64 bytes and several
/// stretches, with quotes, commas and line breaks wherever they may stand.
struct HostileTable {
  let columns: Int
  /// Without a fault.
  let text: [UInt8]

  private static let pieces = [
    "", ",", "\"", "\"\"", "\",\"", "\"\n\"", "\n", "\n\n", "\r\n", "\r", "\n\",", "a", "0", "-1.5e3", "é",
    "밤",
    "🎵", "word after word ", "a line of a song\n", "0,1,2\n",
  ]

  init(_ generator: inout SeededGenerator) {
    columns = 1 + Int(generator.next() % 6)
    let lineEnd = generator.next() % 2 == 0 ? "\n" : "\r\n"
    let hasBlankLines = columns > 1 && generator.next() % 4 == 0
    let plainness = 1 + generator.next() % 12
    var text = generator.next() % 4 == 0 ? "\u{FEFF}" : ""
    for column in 0..<columns { text += (column == 0 ? "" : ",") + "column \(column)" }
    for _ in 0...(generator.next() % 80) {
      text += lineEnd
      if hasBlankLines && generator.next() % 4 == 0 { text += generator.next() % 2 == 0 ? "\n" : "\r\n\n" }
      for column in 0..<columns {
        let cell =
          generator.next() % plainness == 0
          ? (0..<Int(generator.next() % 6)).map { _ in
            Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
          }.joined() : String(generator.next() % 100_000)
        text += (column == 0 ? "" : ",") + Self.written(cell, &generator)
      }
    }
    if generator.next() % 2 == 0 { text += lineEnd }
    self.text = Array(text.utf8)
  }

  /// The text with a few bytes put in, taken out or changed: most often with a fault.
  func damaged(_ generator: inout SeededGenerator) -> [UInt8] {
    let bytes: [UInt8] = [0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0D, 0x61, 0xC3, 0xA9, 0x80]
    var text = text
    for _ in 0...(generator.next() % 3) {
      let place = Int(generator.next() % UInt64(text.count))
      let byte = bytes[Int(generator.next() % UInt64(bytes.count))]
      switch generator.next() % 3 {
      case 0: text.insert(byte, at: place)
      case 1: text[place] = byte
      default: text.remove(at: place)
      }
    }
    return text
  }

  private static func written(_ cell: String, _ generator: inout SeededGenerator) -> String {
    let mustQuote = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard mustQuote || generator.next() % 8 == 0 else { return cell }
    return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
