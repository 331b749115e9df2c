import Testing

@testable import TrackData

/// What is no table of text is named by what it is, and a fault by its place in the file as it was written.
@Suite struct TableDialectFaultTests {
  private func message(_ bytes: [UInt8]) -> String? {
    do {
      let table = try DataTable(reading: bytes, file: "t.csv")
      _ = try table.numbers(in: table.columns[0])
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    arguments: [
      (
        [0x50, 0x4B, 0x03, 0x04, 0x14], "an Excel workbook or another zip archive; open it and save the sheet"
      ),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an Excel workbook; open it and save the sheet"),
      (Array("PAR1\u{15}".utf8), "Parquet"), (Array("%PDF-1.7\n".utf8), "a PDF"),
      (Array("BZh91AY&SY".utf8), "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x04], "zstd"), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"),
      (Array("\n<!DOCTYPE html>\n<html>".utf8), "a web page"),
      ([0xFF, 0xFE, 0x61], "half of one"), ([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], "half of one"),
      ([0x1F, 0x8B, 0x08, 0x00], "a damaged one"),
    ] as [([UInt8], String)])
  func `another kind of file is named`(_ bytes: [UInt8], _ kind: String) {
    let message = message(bytes)
    #expect(message?.hasPrefix("t.csv: expected ") ?? false, "\(message ?? "")")
    #expect(message?.contains(kind) ?? false, "\(message ?? "")")
  }

  @Test func `a byte of Windows-1252 is named with its place`() {
    #expect(
      message(Array("a,b\n1,don".utf8) + [0x92] + Array("t\n".utf8))
        == "t.csv:2:6: expected UTF-8 text, received the byte 0x92, which in Windows-1252 is '’'; "
        + "save the file as UTF-8")
  }

  @Test(arguments: [
    ("a;b\n1;2\n3;4;5\n", "t.csv:3:5: expected 2 fields as in the header, received 3"),
    ("a;b;c\n1;2\n3;4;5\n", "t.csv:2:4: expected 3 fields as in the header, received 2"),
    ("# one\n# two\na,b\n1,2\nx,4\n", "t.csv:5:1: expected a number in column 'a', received 'x'"),
    ("sep=;\na;b\n1;2\nx;4\n", "t.csv:4:1: expected a number in column 'a', received 'x'"),
    ("a, b\n1, 2\nx, 4\n", "t.csv:3:1: expected a number in column 'a', received 'x'"),
    ("a,b\n1,2,\n3,4,5\n", "t.csv:2:5: expected 2 fields as in the header, received 3"),
    ("a,b\n1,2,\n3,4,\nx,5,\n", "t.csv:4:1: expected a number in column 'a', received 'x'"),
    ("a;b|c\n1;2|3\n", "t.csv:1:1: expected fields separated by commas, received none and semicolon or pipe"),
    ("a,b\r1,2\rx,4\r", "t.csv:3:1: expected a number in column 'a', received 'x'"),
  ])
  func `a fault has its place in the file`(_ text: String, _ start: String) {
    let message = message(Array(text.utf8))
    #expect(message?.hasPrefix(start) ?? false, "\(message ?? "")")
  }

  @Test func `a fault in UTF-16 has its place too`() {
    let text = "\u{FEFF}a\tb\n1\t🎵\nx\t2\n".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(message(text)?.hasPrefix("t.csv:3:1: expected a number in column 'a', received 'x'") ?? false)
  }
}
