import Testing
import TrackData

@Suite struct DataAuditTests {
  private func audit(_ csv: String) throws -> DataAudit {
    try DataAudit(
      of: DataTable(csv: Array(csv.utf8), file: "t.csv"), target: "target", classes: ["Disliked", "Liked"])
  }

  private func findings(_ csv: String) throws -> [AuditFinding] { try audit(csv).findings }

  private func extent(_ column: ColumnProfile) -> [Double]? {
    column.extent.map { [$0.min, $0.median, $0.max] }
  }

  @Test func aColumnIsProfiled() throws {
    let columns = try audit("i,x,song,target\n5,2.5,a,Disliked\n6,,a,Liked\n7,-0,b,Disliked\n8,0,,Liked\n")
      .columns
    #expect(columns.map(\.kind) == [.rowNumber, .number, .text, .text])
    #expect(extent(columns[0]) == [5, 6.5, 8])
    // −0 is 0, and the empty cell is no value.
    #expect(extent(columns[1]) == [0, 0, 2.5])
    #expect(columns.map(\.distinct) == [4, 2, 2, 2])
    #expect(columns[1].emptyRows == [1])
    #expect(columns[2].emptyRows == [3])
    #expect(columns[1].numbers == [2.5, nil, 0, 0])
  }

  @Test func classesAreNumbersOrNames() throws {
    #expect(try audit("x,target\n1,0\n2,1\n1,1.0\n").labels == [0, 1, 1])
  }

  @Test func classesThatAreCalledByNumbersAreNames() throws {
    let table = try DataTable(csv: Array("x,target\n1,2\n2,1\n3,2\n".utf8), file: "t.csv")
    #expect(try DataAudit(of: table, target: "target", classes: ["1", "2"]).labels == [1, 0, 1])
  }

  @Test func textThatComposesAnotherLetterIsAnotherText() throws {
    let columns = try audit("song,target\ne\u{301},0\n\u{E9},1\ne\u{301},0\n").columns
    #expect(columns[0].distinct == 2)
  }

  @Test func nothingIsFoundInGoodData() throws {
    #expect(try findings("energy,song_title,artist,target\n0.5,a,b,0\n0.75,a,c,1\n0.25,b,b,0\n") == [])
  }

  @Test func aClassWithoutRows() throws {
    #expect(try findings("x,target\n1,0\n2,0\n4,0\n") == [.classWithoutRows(name: "Liked")])
  }

  @Test func songsWhateverTheCaseOfTheirLetters() throws {
    let found = try findings(
      "song_title,artist,x,target\nNow Is Not The Time,C,1,0\nb,C,2,1\nNow Is Not the Time,c,5,0\nb,C,9,0\n")
    #expect(found == [.songsWithBothLabels(groups: [[1, 3]]), .repeatedSongs(rows: [2, 3])])
  }

  @Test func rowsThatAreEqualInAllFeatures() throws {
    // Rows counted by `i` are equal all the same; 1.0 is 1.
    let found = try findings("i,x,y,target\n0,1,2,0\n1,1.0,2,1\n2,3,4,0\n3,3,4,0\n4,3,4,1\n5,9,9,1\n")
    #expect(
      found == [
        .featuresWithBothLabels(groups: [[0, 1], [2, 3, 4]]),
        .repeatedFeatures(rows: [1, 3, 4], withLabel: 1, features: 2),
      ])
  }

  @Test func rowsSortedByTheirClassInEitherDirection() throws {
    #expect(try findings("x,target\n1,0\n2,0\n7,1\n") == [.sortedByTarget(column: "target")])
    #expect(try findings("x,target\n1,1\n2,1\n7,0\n") == [.sortedByTarget(column: "target")])
    #expect(try findings("x,target\n1,1\n2,0\n7,1\n") == [])
  }

  @Test func columnsThatAreTheSameInAllRows() throws {
    let found = try findings("x,c,d,e,target\n1,7,a,,0\n2,7.0,a,,1\n4,7,a,,0\n")
    #expect(found == ["c", "d", "e"].map { .constantColumn(column: $0) })
  }

  @Test func cellsThatAreEmptyOrNoNumbers() throws {
    let rows = (0..<20).map { "\($0 * $0),\($0 % 2)\n" }.joined()
    let found = try findings("x,target\n" + rows + "loud,0\n,1\nNaN,0\n")
    // 20 numbers of 21 cells, or of 22, are nine in ten: a column of numbers.
    #expect(
      found == [
        .emptyCells(column: "x", rows: [21, 22]), .strayCells(column: "x", rows: [20], received: "loud"),
      ])
    #expect(try audit("x,target\n" + rows + "loud,0\n,1\nNaN,0\nquiet,1\nsoft,1\n").columns[0].kind == .text)
  }

  @Test(arguments: [
    ("energy", "1.5", 0.0...1), ("Energy", "-0.1", 0...1), ("loudness", "12", -60...5),
    ("key", "12", -1...11),
    ("Time Signature", "9", 0...7), ("tempo", "-1", 0...300), ("duration_ms", "0", 1...86_400_000),
  ]) func valuesThatTheFeatureCannotHave(name: String, value: String, range: ClosedRange<Double>) throws {
    let found = try findings("\(name),target\n0.5,0\n\(value),1\n1,0\n")
      .filter { $0.check == "out_of_range" }
    // Half a millisecond is out of range too.
    let rows = name == "duration_ms" ? [0, 1] : [1]
    let received = rows == [1] ? try #require(Double(value)) : 0.5
    #expect(found == [.outOfRange(column: name, rows: rows, range: range, received: received)])
  }

  @Test(arguments: [
    ("CafÃ©", true), ("BjÃ¶rk", true), ("donâ€™t", true), ("ì„œìš¸", true), ("a\u{FFFD}b", true),
    ("ðŸŽµ", true), ("Café", false), ("Âme", false), ("Dâm-Funk", false), ("서울", false), ("€™", false),
    ("Ã", false),
    ("plain", false), ("“Heroes”", false),
  ]) func textThatWentThroughAWrongEncoding(text: String, isDamaged: Bool) throws {
    let found = try findings("artist,x,target\n\(text),1,0\nb,2,1\nc,3,0\n").filter {
      $0.check != "repeated_songs"
    }
    #expect(
      found == (isDamaged ? [.encodingDamage(column: "artist", rows: [0], received: text)] : []))
  }
}
