import Testing

@testable import TrackData

@Suite struct MissingCellsTests {
  private static let text = """
    x,word,y,target
    1,NA,2,0
    NA,b,3,1
    4,c,,1

    5,"d
    e",6,?
    7,f,8,1
    9,g,-999,0

    """

  private func table(_ own: [String] = []) throws -> DataTable {
    try DataTable(reading: Array(Self.text.utf8), as: TableFormat(missingValues: own), file: "t.csv")
  }

  @Test func `rows without a cell of the columns asked for are found`() throws {
    let table = try table()
    #expect(try table.incompleteRows(in: ["x", "y"]) == [1, 2])
    #expect(try table.incompleteRows(in: ["x", "y", "target"]) == [1, 2, 3])
    #expect(try table.incompleteRows(in: ["target"], target: "target", classes: ["?", "1"]) == [])
    #expect(try self.table(["-999.0"]).incompleteRows(in: ["y"]) == [2, 5])
  }

  @Test func `the rows that stay keep cells, numbers and places`() throws {
    let whole = try table()
    let table = whole.leavingOut([1, 2, 3])
    #expect(table.rowCount == 3)
    #expect((0..<3).map(table.fileRow) == [0, 4, 5])
    #expect(try table.numbers(in: ["x", "y"]) == [[1, 7, 9], [2, 8, -999]])
    #expect(try table.text(in: "word") == ["NA", "f", "g"])
    let more = table.leavingOut([0])
    #expect((0..<2).map(more.fileRow) == [4, 5])
    for row in 0..<3 {
      let problem = { (column: String, received: String) in
        DataError.Problem.notANumber(column: column, received: received)
      }
      #expect(
        table.fault(row: row, column: 2, problem) == whole.fault(row: table.fileRow(row), column: 2, problem))
    }
  }

  @Test func `a table of one column can lose rows too`() throws {
    let table = try DataTable(csv: Array("a\n1\n\n3\r\n\r\n5\n".utf8), file: "t.csv").leavingOut([0, 2])
    #expect(try table.text(in: "a") == ["", "", "5"])
  }

  @Test func `all bad cells are told together`() throws {
    let text = "a,b,Unnamed: 0,c,d,target\n1,x,p,NA,1,0\n2,y,q,,u,1\n3,z,r,4,inf,1\n"
    let table = try DataTable(csv: Array(text.utf8), file: "t.csv")
    let error = #expect(throws: DataError.self) {
      try Dataset(table: table, target: "target", classes: ["no", "yes"], dropping: ["a"])
    }
    #expect(
      error?.description == """
        t.csv:2:3: expected a number in every cell of a feature, and a class in each row; found among 3 rows:
          text in 'b' (first 2:3 'x'), 'Unnamed: 0' (first 2:5 'p')
            to leave these columns out, put under data: drop: [a, b, "Unnamed: 0"]
          missing cells: 2 in 'c' (first 2:7 'NA')
            fill them, or to leave such rows out, put under data: missing: drop
          no numbers: 1 in 'd' (first 3:8 'u')
            mend them; what only marks missing ones goes under data: missing_values: [...]
          no finite numbers: 1 in 'd' (first 4:9 'inf')
            mend them or remove the rows
        """)
  }

  @Test func `a missing class is told with the missing features`() throws {
    let error = #expect(throws: DataError.self) {
      try Dataset(table: try table(), target: "target", classes: ["0", "1"], dropping: ["word"])
    }
    #expect(
      error?.description.contains("1 in 'x' (first 3:1 'NA'), 1 in 'y' (first 4:5, empty), 1 in 'target'")
        == true)
  }

  @Test func `a number that stands for a missing one is none`() throws {
    let table = try DataTable(
      reading: Array("a,target\n1,0\n-999,1\n3,1\n".utf8), as: TableFormat(missingValues: ["-999"]),
      file: "t.csv")
    let error = #expect(throws: DataError.self) {
      try Dataset(table: table, target: "target", classes: ["no", "yes"])
    }
    #expect(error?.line == 3)
    let left = table.leavingOut(try table.incompleteRows(in: ["a"]))
    #expect(try Dataset(table: left, target: "target", classes: ["no", "yes"]).features == [1, 3])
  }

  @Test func `the audit counts rows without a class and looks at the others`() throws {
    let audit = try DataAudit(of: try table(), target: "target", classes: ["0", "1"])
    #expect(audit.rowCount == 5)
    #expect(audit.findings.contains(.unlabelledRows(column: "target", count: 1, first: 3)))
    #expect(audit.findings.contains(.emptyCells(column: "x", rows: [1])))
    // The word NA in a column of words is a word.
    #expect(!audit.findings.contains { $0.column == "word" })
    #expect(audit.fileRow(3) == 4)
  }
}
