import Testing
import TrackData

/// What can be wrong with a column of classes, probabilities or words.
@Suite struct ClassCellsFaultTests {
  private enum Part: String, CaseIterable { case train, caf = "caf\u{E9}" }

  private func table(_ csv: String) throws -> DataTable { try DataTable(csv: Array(csv.utf8), file: "t.csv") }

  @Test func theKindIsTheNarrowestThatHoldsAllCells() throws {
    let cells = try table("a,b,c\n1,1,01\n-2,2.0,+5\n").classes(in: ["a", "b", "c"])
    #expect(cells == [.integers([1, -2]), .numbers([1, 2]), .integers([1, 5])])
    #expect(try table("a\n1\nx\n").classes(in: ["a"]) == [.text(["1", "x"])])
    // Beyond an Int it is a number still.
    #expect(try table("a\n1\n1e19\n").classes(in: ["a"]) == [.numbers([1, 1e19])])
  }

  @Test(arguments: [
    ("a,b\n1,0\n,0\n", "t.csv:3:1: expected a class in column 'a', received an empty cell"),
    (
      "a,b\n1,0\n0.5,0\n",
      "t.csv:3:1: expected a class, a whole number or a name, in column 'a', received '0.5'"
    ),
    ("a,b\n1,x\n2,3\n", "t.csv:2:3: expected a number in column 'b', as in column 'a', received 'x'"),
    ("a,b\n1,2\nx,3\n", "t.csv:3:1: expected a number in column 'a', as in column 'b', received 'x'"),
    ("a,c\n1,2\n", "t.csv: expected a column 'b', received none of that name"),
  ]) func classes(csv: String, message: String) throws {
    let error = #expect(throws: DataError.self) { try table(csv).classes(in: ["a", "b"]) }
    #expect(error?.description.hasPrefix(message) == true, "\(error as Any)")
  }

  @Test(arguments: [("a\n0.5\n1.25\n", "1.25"), ("a\n0.5\n-1e-9\n", "-1e-9")])
  func probabilities(csv: String, received: String) throws {
    let error = #expect(throws: DataError.self) { try table(csv).probabilities(in: "a") }
    #expect(error?.problem == .notAProbability(column: "a", received: received))
    #expect(error?.line == 3)
  }

  @Test func aWordThatTheColumnMayNotHold() throws {
    #expect(try table("a\ntrain\n").choices(in: "a", of: Part.self) == [.train])
    // The same letter, composed otherwise.
    let error = #expect(throws: DataError.self) {
      try table("a\ntrain\ncafe\u{301}\n").choices(in: "a", of: Part.self)
    }
    #expect(
      error?.problem == .notAChoice(column: "a", received: "cafe\u{301}", choices: ["train", "caf\u{E9}"]))
  }
}
