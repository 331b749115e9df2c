import Foundation
import TestSupport
import Testing
import TrackData

@Suite struct DataErrorTests {
  /// A text that breaks the grammar, and the whole sentence about it.
  @Test(arguments: [
    ("", "t.csv: expected a header and rows, received an empty file; check that it was written whole"),
    (
      "\n\r\n\n", "t.csv: expected a header and rows, received an empty file; check that it was written whole"
    ),
    (
      "\u{FEFF}", "t.csv: expected a header and rows, received an empty file; check that it was written whole"
    ),
    ("a,b\n", "t.csv: expected rows under the header, received none; check that the file was written whole"),
    (
      "a,b\n\n\n",
      "t.csv: expected rows under the header, received none; check that the file was written whole"
    ),
    ("a", "t.csv: expected rows under the header, received none; check that the file was written whole"),
    (
      "a,b,c\n1,2,3\n4,5\n",
      "t.csv:3:4: expected 3 fields as in the header, received 2; add what is missing or mend a quote before it"
    ),
    (
      "a,b\n1,2\n ",
      "t.csv:3:2: expected 2 fields as in the header, received 1; add what is missing or mend a quote before it"
    ),
    (
      "a,b\n1,2,33,4\n",
      "t.csv:2:5: expected 2 fields as in the header, received 4; "
        + "remove what is too much or put quotes around a field with separators inside"
    ),
    (
      "a\n1,2\n",
      "t.csv:2:3: expected 1 field as in the header, received 2; "
        + "remove what is too much or put quotes around a field with separators inside"
    ),
    (
      "a,b\n\"x\ny\",1\n2\n",
      "t.csv:4:2: expected 2 fields as in the header, received 1; add what is missing or mend a quote before it"
    ),
    (
      "a,b\n1,\"two\n3,4\n",
      "t.csv:2:3: expected a closing quote, received the end of the file; close the field that begins here"
    ),
    (
      "a,b\n1,\"",
      "t.csv:2:3: expected a closing quote, received the end of the file; close the field that begins here"
    ),
    (
      "a,b\n1,\"x\"\"\n",
      "t.csv:2:3: expected a closing quote, received the end of the file; close the field that begins here"
    ),
    (
      "a,\"b\n1,2\n",
      "t.csv:1:3: expected a closing quote, received the end of the file; close the field that begins here"
    ),
    (
      "a,b\n1,\"x\"y\n",
      "t.csv:2:3: expected a separator or the end of the line after the closing quote, received more text; "
        + "double the quotes inside the field"
    ),
    (
      "a,b\n\"x\" ,1\n",
      "t.csv:2:1: expected a separator or the end of the line after the closing quote, received more text; "
        + "double the quotes inside the field"
    ),
    (
      "a,b\r1,2\r",
      "t.csv:1:3: expected a line feed after the carriage return, received none; "
        + "end the lines with LF or CRLF, or put the field in quotes"
    ),
    (
      "a,b\n1,2\"x\"\r3\n",
      "t.csv:2:3: expected a line feed after the carriage return, received none; "
        + "end the lines with LF or CRLF, or put the field in quotes"
    ),
    (
      "a,b\n\"1\"\r2,3\n",
      "t.csv:2:1: expected a line feed after the carriage return, received none; "
        + "end the lines with LF or CRLF, or put the field in quotes"
    ),
    (
      "énergie,\"밤\",b,밤\n1,2,3,4\n",
      "t.csv:1:15: expected each column once, received '밤' again; rename or remove one of them"
    ),
    (
      ",Unnamed: 0\n1,2\n",
      "t.csv:1:2: expected each column once, received 'Unnamed: 0' again; rename or remove one of them"
    ),
    (
      "\u{FEFF}a,a\n1,2\n",
      "t.csv:1:3: expected each column once, received 'a' again; rename or remove one of them"
    ),
  ])
  func `broken grammar is told with its place`(_ text: String, _ sentence: String) {
    #expect(message(of: Array(text.utf8)) == sentence)
  }

  /// Byte sequences that Unicode's table of well-formed UTF-8 has no row for, after `a\né1,`.
  @Test(
    arguments: [
      ([0xFF], "0xFF"), ([0x80], "0x80"), ([0xC0, 0x80], "0xC0"), ([0xC1, 0xBF], "0xC1"), ([0xC3], "0xC3"),
      ([0xC3, 0x28], "0xC3"), ([0xE0, 0x9F, 0xBF], "0xE0"), ([0xE2, 0x82], "0xE2"),
      ([0xE2, 0x28, 0xA1], "0xE2"),
      ([0xED, 0xA0, 0x80], "0xED"), ([0xF0, 0x8F, 0xBF, 0xBF], "0xF0"), ([0xF0, 0x9F, 0x8E], "0xF0"),
      ([0xF4, 0x90, 0x80, 0x80], "0xF4"), ([0xF5, 0x80, 0x80, 0x80], "0xF5"), ([0x07, 0xA0], "0xA0"),
    ] as [([UInt8], String)])
  func `bytes that are no UTF-8 are told with their place`(_ bytes: [UInt8], _ name: String) {
    let column = bytes[0] == 0x07 ? 5 : 4
    let message = message(of: Array("a,b\né1,".utf8) + bytes + Array("\n".utf8))
    #expect(message?.hasPrefix("t.csv:2:\(column): expected UTF-8 text, received the byte \(name)") == true)
  }

  @Test func `the ends of the table of UTF-8 are read`() throws {
    let ends =
      "\u{80}\u{7FF}\u{800}\u{FFF}\u{1000}\u{CFFF}\u{D000}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{3FFFF}"
      + "\u{40000}\u{FFFFF}\u{100000}\u{10FFFF}"
    let table = try DataTable(csv: Array("a,b\n\(ends),1\n".utf8), file: "t.csv")
    #expect(try table.text(in: "a").map { Array($0.utf8) } == [Array(ends.utf8)])
  }

  @Test(arguments: [
    ("", "received an empty cell; fill the cell or remove the row"),
    ("\"\"", "received an empty cell; fill the cell or remove the row"),
    ("loud", "received 'loud'; mend the cell or drop the column"),
    ("1 1", "received '1 1'; mend the cell or drop the column"),
    ("0x1F", "received '0x1F'; mend the cell or drop the column"),
    ("1e", "received '1e'; mend the cell or drop the column"),
    ("1e+", "received '1e+'; mend the cell or drop the column"),
    ("e5", "received 'e5'; mend the cell or drop the column"),
    (".", "received '.'; mend the cell or drop the column"),
    ("-", "received '-', a missing value; fill the cell or remove the row"),
    (" NA ", "received ' NA ', a missing value; fill the cell or remove the row"),
    ("--1", "received '--1'; mend the cell or drop the column"),
    ("1.2.3", "received '1.2.3'; mend the cell or drop the column"),
    (
      "\"1,5\"",
      "received '1,5'; if the comma is that of a fraction, say --decimal , or decimal: ',' under data; "
        + "if it is that of thousands, thousands: ',' under data"
    ),
    ("1_000", "received '1_000'; mend the cell or drop the column"),
    ("١", "received '١'; mend the cell or drop the column"),
    ("\"say \"\"1\"\"\"", "received 'say \"1\"'; mend the cell or drop the column"),
    ("\"a\n\tb\u{7}\"", "received 'a\\n\\tb\\u{7}'; mend the cell or drop the column"),
    (
      "0123456789012345678901234567890123456789x",
      "received '0123456789012345678901234567890123456789…'; mend the cell or drop the column"
    ),
    ("nanny", "received 'nanny'; mend the cell or drop the column"),
    ("1inf", "received '1inf'; mend the cell or drop the column"),
  ])
  func `a cell that is no number is told with its place`(_ cell: String, _ end: String) throws {
    let table = try DataTable(csv: Array("é,energy\n0,1\n\nx,\(cell)\n".utf8), file: "tracks.csv")
    let error = #expect(throws: DataError.self) { try table.numbers(in: "energy") }
    #expect(error?.description == "tracks.csv:4:3: expected a number in column 'energy', \(end)")
  }

  @Test(arguments: [
    "nan", "NaN", "-nan", "inf", "Inf", "-INF", "+inf", "infinity", "-Infinity", "1e309", "-1e999",
  ])
  func `a number that is not finite is told with its place`(_ cell: String) throws {
    let table = try DataTable(csv: Array("a,energy\r\n0,1\r\n1,\(cell)\r\n".utf8), file: "tracks.csv")
    let error = #expect(throws: DataError.self) { try table.numbers(in: "energy") }
    #expect(
      error?.description
        == "tracks.csv:3:3: expected a finite number in column 'energy', received '\(cell)'; "
        + "mend the cell or remove the row")
  }

  @Test func `a missing column that is like no other is told with those there are`() throws {
    let names = (1...22).map { "x\($0)" }
    let lines = [names, names.map { _ in "1" }].map { $0.joined(separator: ",") + "\n" }
    let table = try DataTable(csv: Array(lines.joined().utf8), file: "t.csv")
    let error = #expect(throws: DataError.self) { try table.text(in: "probability") }
    let first = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    #expect(
      error?.description
        == "t.csv: expected a column 'probability', received none of that name; the columns are \(first), and 2 more"
    )
  }

  @Test func `a missing column is told with the nearest`() throws {
    let table = try DataTable(csv: Array("tempo,energy,key\n1,2,3\n".utf8), file: "t.csv")
    let sentence = "t.csv: expected a column 'enrgy', received none of that name; did you mean 'energy'?"
    let problem = DataError.Problem.missingColumn("enrgy", nearest: "energy", of: ["tempo", "energy", "key"])
    #expect(throws: DataError(file: "t.csv", problem: problem)) {
      try table.text(in: "enrgy")
    }
    #expect(#expect(throws: DataError.self) { try table.numbers(in: "enrgy") }?.description == sentence)
    #expect(
      #expect(throws: DataError.self) { try Dataset.features(of: table, named: ["key", "enrgy"]) }?
        .description
        == sentence)
    #expect(
      #expect(throws: DataError.self) { try Dataset(table: table, target: "enrgy", classes: ["a"]) }?
        .description
        == sentence)
    #expect(
      #expect(throws: DataError.self) {
        try Dataset(table: table, target: "key", classes: ["a"], dropping: ["enrgy"])
      }?.description == sentence)
  }

  @Test(arguments: [
    (
      "x,t\n1,0\n2,like\n",
      "t.csv:3:3: expected 'no' or 'yes', or 0 or 1 in every row, in column 't', received "
        + "1 row with 'like'; correct the list of classes, correct these cells or remove these rows"
    ),
    (
      "x,t\n1,yes\n2,like\n3,no\n4,like\n",
      "t.csv:3:3: expected 'no' or 'yes', or 0 or 1 in every row, in column 't', received "
        + "2 rows with 'like'; correct the list of classes, correct these cells or remove these rows"
    ),
    (
      "x,t\n1,no\n2,yes\n3,1\n4,0\n5,1\n",
      "t.csv:4:3: expected 'no' or 'yes', or 0 or 1 in every row, in column 't', received "
        + "2 rows with '1' and 1 row with '0'; correct the list of classes, correct these cells or remove these rows"
    ),
    (
      "x,t\n1,0\n2,1\n3,2\n4,1\n",
      "t.csv:4:3: expected 'no' or 'yes', or 0 or 1 in every row, in column 't', received "
        + "1 row with '2'; correct the list of classes, correct these cells or remove these rows"
    ),
    (
      "x,t\n1,0.5\n2,1\n",
      "t.csv:2:3: expected 'no' or 'yes', or 0 or 1 in every row, in column 't', received "
        + "1 row with '0.5'; correct the list of classes, correct these cells or remove these rows"
    ),
    (
      "x,t\n1,yes\n2,\n3,\n",
      "t.csv:3:3: expected a number in every cell of a feature, and a class in each row; found among 3 rows:\n"
        + "  missing cells: 2 in 't' (first 3:3, empty)\n"
        + "    fill them, or to leave such rows out, put under data: missing: drop"
    ),
    (
      "x,t\n1,nan\n2,YES\n3,yes\n",
      "t.csv:2:3: expected 'no' or 'yes', or 0 or 1 in every row, in column 't', received "
        + "1 row with 'nan' and 1 row with 'YES'; correct the list of classes, correct these cells or remove these rows"
    ),
    (
      "x,t\n1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n7,g\n8,h\n9,h\n",
      "t.csv:2:3: expected 'no' or 'yes', or 0 or 1 in every row, in column 't', received "
        + "2 rows with 'h', 1 row with 'a', 1 row with 'b', 1 row with 'c', 1 row with 'd', 1 row with 'e' and "
        + "2 rows with 2 other labels; correct the list of classes, correct these cells or remove these rows"
    ),
    (
      "x,t\n1,0\n2,0\n",
      "t.csv: expected rows of every class in column 't', received none of 'yes'; "
        + "add rows or take the class off the list"
    ),
    (
      "x,t\nloud,0\n2,1\n",
      "t.csv:2:1: expected a number in column 'x', received 'loud'; "
        + "mend the cell or drop the column"
    ),
    ("t\n0\n1\n", "t.csv: expected at least one feature column, received none; drop fewer columns"),
  ])
  func `a data set that cannot be is told with its place`(_ text: String, _ sentence: String) throws {
    let table = try DataTable(csv: Array(text.utf8), file: "t.csv")
    let error = #expect(throws: DataError.self) {
      try Dataset(table: table, target: "t", classes: ["no", "yes"])
    }
    #expect(error?.description == sentence)
  }

  @Test func `without classes no cell is one`() throws {
    let table = try DataTable(csv: Array("x,t\n1,0\n".utf8), file: "t.csv")
    let error = #expect(throws: DataError.self) { try Dataset(table: table, target: "t", classes: []) }
    #expect(
      error?.description
        == "t.csv:2:3: expected a class, of which none is listed, in column 't', received 1 row with '0'; "
        + "correct the list of classes, correct these cells or remove these rows")
  }

  /// `[1, 2]` are names: a cell 0 is on no list, whatever place it would have.
  @Test func `classes that are called by numbers have no numbers beside`() throws {
    let table = try DataTable(csv: Array("x,t\n1,1\n2,0\n3,2\n4,0\n".utf8), file: "t.csv")
    let error = #expect(throws: DataError.self) {
      try Dataset(table: table, target: "t", classes: ["1", "2"])
    }
    #expect(
      error?.description
        == "t.csv:3:3: expected '1' or '2' in column 't', received 2 rows with '0'; "
        + "correct the list of classes, correct these cells or remove these rows")
    let others = try DataTable(csv: Array("x,t\n1,1\n2,0\n".utf8), file: "t.csv")
    #expect(throws: DataError.self) { try Dataset(table: others, target: "t", classes: ["2", "3"]) }
  }

  @Test func `a missing file is no bad data`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/tracks.csv"
    let error = #expect(throws: DataError.self) { try DataTable(contentsOf: path) }
    #expect(
      error?.description == "\(path): expected a CSV file, received a path to nothing; check its spelling")
    #expect(error?.isMissingFile == true)
    let file = try folder.write("a\n", to: "file")
    #expect(throws: DataError(file: file + "/x", problem: .missingFile)) {
      try DataTable(contentsOf: file + "/x")
    }
    #expect(#expect(throws: DataError.self) { try DataTable(contentsOf: file) }?.isMissingFile == false)
  }

  @Test func `a folder is no file`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DataError.self) { try DataTable(contentsOf: folder.path) }
    #expect(error?.description == "\(folder.path): expected a CSV file, received a folder; name a file in it")
    #expect(error?.isMissingFile == true)
  }

  @Test func `a file that cannot be read says why`() throws {
    let folder = try TemporaryFolder()
    // A link to itself cannot be opened by anybody, even by one whom permissions do not bind.
    let path = folder.path + "/loop.csv"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    let error = #expect(throws: DataError.self) { try DataTable(contentsOf: path) }
    #expect(
      error?.description
        == "\(path): expected a readable file, received 'Too many levels of symbolic links'; "
        + "check its permissions")
    #expect(error?.isMissingFile == true)
  }

  @Test func `a file of more than 4 GiB is refused unread`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "vast.csv")
    // A hole: it takes no room on the disk.
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 1 << 32)
    let error = #expect(throws: DataError.self) { try DataTable(contentsOf: path) }
    #expect(
      error?.description
        == "\(path): expected a file of less than 4 GiB, received 4294967296 bytes; split the file")
    #expect(error?.isMissingFile == false)
  }

  private func message(of bytes: [UInt8]) -> String? {
    #expect(throws: DataError.self) { try DataTable(csv: bytes, file: "t.csv") }?.description
  }
}
