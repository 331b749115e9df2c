import TestSupport
import Testing
import TrackData

/// Whatever the names and the cells are, a column is read by names or by numbers, never by both.
@Suite struct ClassNamesPropertyTests {
  private static let words = ["no", "yes", "1", "0", "2", "-1", "1.0", "Liked", "0 ", "NO"]

  /// Blanks around a number are no part of it.
  private func number(_ text: String) -> Double? { Double(text.split(separator: " ").joined()) }

  private func classes(_ names: [String], _ cells: [String]) throws -> [Int]? {
    let csv = "x,t\n" + cells.map { "7,\($0)\n" }.joined()
    let table = try DataTable(csv: Array(csv.utf8), file: "t.csv")
    return try? Dataset(table: table, target: "t", classes: names).target
  }

  @Test func aCellThatIsANameIsOfThatClassOrTheColumnIsRefused() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<2000 {
      let names = Array(Self.words.shuffled(using: &generator).prefix(2))
      guard ClassNames(names).repeated == nil else { continue }
      let cells = (0..<4).map { _ in Self.words[Int.random(in: 0..<Self.words.count, using: &generator)] }
      guard let target = try classes(names, cells) else { continue }
      let isNamed = cells.contains { names.contains($0) }
      for (cell, label) in zip(cells, target) {
        let isSame = cell == names[label] || number(cell) != nil && number(cell) == number(names[label])
        let isNumber = number(cell) == Double(label)
        #expect(isSame || !isNamed && isNumber && names.allSatisfy { number($0) == nil }, "\(names) \(cells)")
      }
    }
  }

  /// The order of the list is the order of the classes, and nothing else changes with it.
  @Test func namesTheOtherWayRoundAreTheOtherClasses() throws {
    for (names, cells) in [(["1", "2"], ["2", "1", "1"]), (["yes", "no"], ["no", "yes", "no"])] {
      let target = try #require(try classes(names, cells))
      #expect(try classes(names.reversed(), cells) == target.map { 1 - $0 })
    }
  }
}
