import TestSupport
import Testing
import TrackData

@Suite struct DataTableTests {
  /// A text, and the header and rows that RFC 4180 reads in it.
  struct Grammar: CustomTestStringConvertible {
    let name: String
    let text: String
    let columns: [String]
    let rows: [[String]]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ columns: [String], _ rows: [[String]]) {
      (self.name, self.text, self.columns, self.rows) = (name, text, columns, rows)
    }
  }

  @Test(arguments: [
    Grammar("plain", "a,b\n1,2\n3,4\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    Grammar("no final newline", "a,b\n1,2", ["a", "b"], [["1", "2"]]),
    Grammar("CRLF", "a,b\r\n1,2\r\n3,4\r\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    Grammar("CRLF and no final newline", "a,b\r\n1,2", ["a", "b"], [["1", "2"]]),
    Grammar("line ends mixed", "a,b\n1,2\r\n3,4\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    Grammar("byte-order mark", "\u{FEFF}a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    Grammar("byte-order mark and quotes", "\u{FEFF}\"a\",b\n1,2\n", ["a", "b"], [["1", "2"]]),
    Grammar("quotes", "\"a\",\"b\"\n\"1\",\"2\"\n", ["a", "b"], [["1", "2"]]),
    Grammar("comma in quotes", "a,b\n\"1,5\",2\n", ["a", "b"], [["1,5", "2"]]),
    Grammar("newline in quotes", "a,b\n\"1\n5\",2\n", ["a", "b"], [["1\n5", "2"]]),
    Grammar("CRLF in quotes", "a,b\n\"1\r\n5\",\"2\r\"\r\n", ["a", "b"], [["1\r\n5", "2\r"]]),
    Grammar("doubled quotes", "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", ["a", "b"], [["say \"hi\"", "\""]]),
    Grammar("two doubled quotes", "a,b\n\"\"\"\"\"\",2\n", ["a", "b"], [["\"\"", "2"]]),
    Grammar("quoted last field at the end", "a,b\n1,\"2\"", ["a", "b"], [["1", "2"]]),
    Grammar("quoted field and CRLF", "a,b\r\n1,\"2\"\r\n", ["a", "b"], [["1", "2"]]),
    Grammar("empty cells", "a,b,c\n,,\n1,,\"\"\n", ["a", "b", "c"], [["", "", ""], ["1", "", ""]]),
    Grammar("empty last cell at the end", "a,b\n1,", ["a", "b"], [["1", ""]]),
    Grammar("spaces stay", "a, b\n 1 ,2 \n", ["a", " b"], [[" 1 ", "2 "]]),
    Grammar("unnamed columns", ",a,\n0,1,2\n", ["Unnamed: 0", "a", "Unnamed: 2"], [["0", "1", "2"]]),
    Grammar("column named in quotes", "\"a,\"\"b\"\"\",c\n1,2\n", ["a,\"b\"", "c"], [["1", "2"]]),
    Grammar("blank lines", "\n\r\na,b\n\n1,2\n\r\n\n3,4\n\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    Grammar("one column", "a\n1\n2\n", ["a"], [["1"], ["2"]]),
    Grammar("blank lines of one column", "\na\n\n1\n\r\n", ["a"], [[""], ["1"], [""]]),
    Grammar("other scripts", "título,제목\né,밤\n🎵,Ж\n", ["título", "제목"], [["é", "밤"], ["🎵", "Ж"]]),
    Grammar("semicolons and tabs", "a;b,c\n1\t2,3\n", ["a;b", "c"], [["1\t2", "3"]]),
    Grammar("a backslash escapes nothing", "a,b\n\\,\"\\\"\n", ["a", "b"], [["\\", "\\"]]),
    Grammar("apostrophes", "a,b\n'x,y'\n", ["a", "b"], [["'x", "y'"]]),
  ])
  func `reads what RFC 4180 says`(_ grammar: Grammar) throws {
    let table = try DataTable(csv: Array(grammar.text.utf8), file: "t.csv")
    #expect(table.columns.map { Array($0.utf8) } == grammar.columns.map { Array($0.utf8) })
    #expect(table.rowCount == grammar.rows.count)
    for (index, column) in grammar.columns.enumerated() {
      #expect(try table.text(in: column) == grammar.rows.map { $0[index] })
    }
  }

  @Test(
    arguments: [
      ("0", 0), ("7", 7), ("-7", -7), ("+7", 7), ("007", 7), ("1.5", 1.5), (".5", 0.5), ("5.", 5),
      ("-.5", -0.5),
      ("1e3", 1000), ("1E3", 1000), ("1e+3", 1000), ("1e-3", 0.001), ("3.87e-05", 3.87e-05), ("0e0", 0),
      ("0.1", 0.1), ("-8.795", -8.795), ("1e22", 1e22), ("1e23", 1e23), ("1e-22", 1e-22), ("1e-23", 1e-23),
      ("9007199254740992", 9_007_199_254_740_992), ("9007199254740993", 9_007_199_254_740_992),
      ("9007199254740993.000000000000001", 9_007_199_254_740_994), ("18446744073709551616", 0x1p64),
      ("179769313486231570000e288", .greatestFiniteMagnitude), ("4.9e-324", 0x1p-1074), ("1e-400", 0),
      ("0.30000000000000004", 0.1 + 0.2),
      ("123456789012345678901234567890", 123_456_789_012_345_677_877_719_597_056),
      ("0.000000000000000000000000000001", 1e-30), ("1e0000000000000000000000000000000001", 10),
      ("0e99999999999999999999", 0), ("\"1.5\"", 1.5),
      ("2.2250738585072011e-308", .leastNormalMagnitude.nextDown),
    ] as [(String, Double)])
  func `reads decimal numbers, correctly rounded`(_ text: String, _ value: Double) throws {
    let table = try DataTable(csv: Array("x,y\n\(text),0\n".utf8), file: "t.csv")
    #expect(try table.numbers(in: "x") == [value])
  }

  @Test func `minus zero keeps its sign`() throws {
    let table = try DataTable(csv: Array("x\n-0.0\n".utf8), file: "t.csv")
    #expect(try table.numbers(in: "x").map(\.sign) == [.minus])
  }

  @Test func `knows its columns by their exact bytes`() throws {
    let table = try DataTable(csv: Array("caf\u{E9},Energy\n1,2\n".utf8), file: "t.csv")
    #expect(table.hasColumn("caf\u{E9}"))
    #expect(!table.hasColumn("cafe\u{301}"))
    #expect(!table.hasColumn("energy"))
  }

  @Test func `a file reads like its bytes`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a,b\n1,x\n", to: "t.csv")
    let table = try DataTable(contentsOf: path)
    #expect(table.file == path)
    #expect(table.columns == ["a", "b"])
    #expect(try table.numbers(in: "a") == [1])
    #expect(try table.text(in: "b") == ["x"])
  }

  @Test func `a file larger than one read is whole`() throws {
    let folder = try TemporaryFolder()
    let rows = 200_000
    let path = try folder.write("n,twice\n" + (0..<rows).map { "\($0),\(2 * $0)\n" }.joined(), to: "t.csv")
    let table = try DataTable(contentsOf: path)
    #expect(table.rowCount == rows)
    #expect(try table.numbers(in: "twice") == (0..<rows).map { Double(2 * $0) })
  }
}
