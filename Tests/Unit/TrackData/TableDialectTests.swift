import Testing

@testable import TrackData

/// Tables as people have them: found out from their first bytes and lines, or as somebody says.
@Suite struct TableDialectTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let notes: [String]

    init(_ name: String, _ text: String, _ notes: [String]) {
      (testDescription, bytes, self.notes) = (name, Array(text.utf8), notes)
    }

    init(_ name: String, bytes: [UInt8], _ notes: [String]) {
      (testDescription, self.bytes, self.notes) = (name, bytes, notes)
    }
  }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [
    Case("plain", "a,b,word\n0.5,1,x y\n1.25,-3,z\n", []),
    Case("semicolons", "a;b;word\n0.5;1;x y\n1.25;-3;z\n", ["semicolon-separated"]),
    Case("tabs", "a\tb\tword\r\n0.5\t1\tx y\r\n1.25\t-3\tz\r\n", ["tab-separated"]),
    Case("pipes", "a|b|word\n0.5|1|x y\n1.25|-3|z\n", ["pipe-separated"]),
    Case(
      "decimal commas", "a;b;word\n0,5;1;x y\n1,25;-3;z\n", ["semicolon-separated", "with decimal commas"]),
    Case("decimal commas in quotes", "a,b,word\n\"0,5\",1,x y\n\"1,25\",-3,z\n", ["with decimal commas"]),
    Case("a line for Excel", "sep=;\r\na;b;word\r\n0.5;1;x y\r\n1.25;-3;z\r\n", []),
    Case("a quoted line for Excel", "\u{FEFF}\"SEP=|\"\na|b|word\n0.5|1|x y\n1.25|-3|z\n", []),
    Case(
      "comments", "# made by hand\n#\na,b,word\n0.5,1,x y\n1.25,-3,z\n",
      ["without the 2 comment lines at the top"]),
    Case(
      "spaces", "a, b, word\n0.5, 1, x y\n1.25,  -3, \"z\"\n", ["without the spaces before fields"]),
    Case(
      "spaces that the header has not", "a,b,word\n 0.5 , 1,x y\n1.25,\t-3 ,z\n", []),
    Case(
      "separators at row ends", "a,b,word\n0.5,1,x y,\n1.25,-3,z,\n",
      ["without the comma at the end of each row"]),
    Case(
      "separators at line ends", "a,b,word,\n0.5,1,x y,\n1.25,-3,z,\n",
      ["without the separator at the end of each line"]),
    Case("byte-order mark", "\u{FEFF}a,b,word\n0.5,1,x y\n1.25,-3,z\n", []),
    Case(
      "old Mac", "a,b,word\r0.5,1,x y\r1.25,-3,z\r", ["with lines that end with a carriage return"]),
    Case(
      "UTF-16", bytes: utf16("\u{FEFF}a\tb\tword\r\n0.5\t1\tx y\r\n1.25\t-3\tz\r\n", bigEndian: false),
      ["in UTF-16", "tab-separated"]),
    Case(
      "UTF-16, big end first", bytes: utf16("\u{FEFF}a,b,word\n0.5,1,x y\n1.25,-3,z\n", bigEndian: true),
      ["in UTF-16"]),
    Case(
      "UTF-16 unmarked", bytes: utf16("a,b,word\n0.5,1,x y\n1.25,-3,z\n", bigEndian: false), ["in UTF-16"]),
  ])
  func `is the same table however it is written`(_ written: Case) throws {
    let table = try DataTable(reading: written.bytes, file: "t.csv")
    #expect(table.columns == ["a", "b", "word"])
    #expect(try table.numbers(in: ["a", "b"]) == [[0.5, 1.25], [1, -3]])
    #expect(try table.text(in: "word") == ["x y", "z"])
    #expect(table.notes == written.notes)
  }

  @Test func `thousands are told from fractions only where there is no doubt`() throws {
    func numbers(_ text: String, _ format: TableFormat = TableFormat()) throws -> [Double]? {
      try? DataTable(reading: Array(text.utf8), as: format, file: "t.csv").numbers(in: "a")
    }
    #expect(try numbers("a;b\n1.234,5;1\n2.000;2\n") == [1234.5, 2000])
    #expect(try numbers("a,b\n\"1,234.5\",1\n\"2,000\",2\n") == [1234.5, 2000])
    #expect(try numbers("a;b\n1.234.567;1\n0,5;2\n") == [1_234_567, 0.5])
    // Either: a thousand, or a little more than one.
    #expect(try numbers("a,b\n\"1,234\",1\n") == nil)
    #expect(try numbers("a,b\n\"1,234\",1\n", TableFormat(thousands: .comma)) == [1234])
    #expect(try numbers("a,b\n\"1,234\",1\n", TableFormat(decimal: .comma)) == [1.234])
    #expect(try numbers("a;b\n1.23;1\n", TableFormat(thousands: .point)) == nil)
    #expect(try numbers("a;b\n1 234,5;1\n", TableFormat(decimal: .comma, thousands: .space)) == [1234.5])
    #expect(try numbers("a;b\n-1\u{202F}234;1\n", TableFormat(thousands: .space)) == [-1234])
    #expect(try numbers("a;b\n1'234'567.5;1\n", TableFormat(thousands: .apostrophe)) == [1_234_567.5])
    #expect(try numbers("a;b\n1234'567;1\n", TableFormat(thousands: .apostrophe)) == nil)
    // Both marks before fractions: a mistake of the file's, not ours to guess at.
    #expect(try numbers("a;b\n0,5;1\n0.25;2\n") == nil)
    // As pandas: a point is nothing where the fraction has a comma.
    #expect(try numbers("a;b\n1.234;1\n", TableFormat(decimal: .comma)) == nil)
  }

  @Test func `a comma stays the delimiter where it fits`() throws {
    #expect(try DataTable(reading: Array("a;b,c\n1;2,3\n".utf8), file: "t").columns == ["a;b", "c"])
    #expect(
      try DataTable(reading: Array("h (cm, m);b\n15;2\n".utf8), file: "t").columns == ["h (cm, m)", "b"])
    #expect(try DataTable(reading: Array("a\n1\n".utf8), file: "t").columns == ["a"])
    #expect(try DataTable(reading: Array("#a,b\n1,2\n".utf8), file: "t").columns == ["#a", "b"])
    #expect(
      try DataTable(reading: Array("a;b\n1;2\n".utf8), as: TableFormat(delimiter: .comma), file: "t").columns
        == ["a;b"])
  }

  @Test func `a quote inside a field without quotes is text`() throws {
    let table = try DataTable(
      csv: Array("a,b\n12\" mix,1\nsay \"no\",2\n\"x, \"\"y\"\"\",3\n".utf8), file: "t")
    #expect(try table.text(in: "a") == ["12\" mix", "say \"no\"", "x, \"y\""])
    var written: [UInt8] = []
    for row in 0..<3 { table.append(row: row, columns: [0], to: &written) }
    #expect(String(decoding: written, as: UTF8.self) == ",\"12\"\" mix\",\"say \"\"no\"\"\",\"x, \"\"y\"\"\"")
  }

  @Test func `a gzip file is read, of several members too`() throws {
    // gzip.compress(b"a;b\n0,5;1\n", mtime=0) and gzip.compress(b"1,5;2\n", mtime=0) of Python 3.
    let first: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4B, 0xB4, 0x4E, 0xE2, 0x32, 0xD0, 0x31,
      0xB5, 0x36, 0xE4, 0x02, 0x00, 0x59, 0x88, 0x7D, 0x8E, 0x0A, 0x00, 0x00, 0x00,
    ]
    let second: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x33, 0xD4, 0x31, 0xB5, 0x36, 0xE2, 0x02,
      0x00, 0x23, 0x08, 0xBB, 0x98, 0x06, 0x00, 0x00, 0x00,
    ]
    let table = try DataTable(reading: first + second, file: "t.csv.gz")
    #expect(try table.numbers(in: ["a", "b"]) == [[0.5, 1.5], [1, 2]])
    #expect(table.notes == ["unpacked by gzip", "semicolon-separated", "with decimal commas"])
    #expect(throws: DataError(file: "t.csv.gz", problem: .damagedGzip)) {
      try DataTable(reading: Array(first.dropLast(9)), file: "t.csv.gz")
    }
    #expect(throws: DataError(file: "t.csv.gz", problem: .tooMuchPacked(limit: 8))) {
      try DataTable(first, TableFormat(), file: "t.csv.gz", threads: 1, smallestStretch: 1 << 20, limit: 8)
    }
  }
}
