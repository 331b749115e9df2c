import TestSupport
import Testing

@testable import TrackData

@Suite struct DataTableShortNumberTests {
  /// Two checks in one: that nothing but a number is taken for one, and that its value is the definition's.
  private func check(_ text: String) -> Bool {
    let field = Array(text.utf8)
    let short = (Array("5,".utf8) + field + Array(",77.7777777777777".utf8)).withUnsafeBufferPointer {
      shortNumber(in: $0, 2..<2 + field.count)
    }
    let defined = field.withUnsafeBufferPointer { CSVNumber($0) }
    if let short {
      #expect(defined == .finite(short), "\(text)")
      if case .finite(let value) = defined { #expect(value.sign == short.sign, "\(text)") }
    }
    return short != nil
  }

  @Test func `digits, points and signs in any order have the value that one byte after another has`() {
    var generator = SeededGenerator(seed: 31)
    let characters = Array("0123456789012345678901234567890123456789...-+e/:")
    var taken = 0
    for _ in 0..<200_000 {
      let text = String(
        (0..<Int(generator.next() % 18)).map { _ in
          characters[Int(generator.next() % UInt64(characters.count))]
        })
      if check(text) { taken += 1 }
    }
    #expect(taken > 20_000)
  }

  @Test func `a point may stand anywhere among digits of any number`() {
    for count in 1...16 {
      for point in 0...count {
        for sign in ["", "-"] {
          var text = sign + String(repeating: "9", count: count)
          if point < count { text.insert(".", at: text.index(text.startIndex, offsetBy: point + sign.count)) }
          _ = check(text)
          #expect(check(text) || text.utf8.count > 16 || (count == 16 && point == count), "\(text)")
        }
      }
    }
  }

  @Test(arguments: ["", "-", ".", "-.", "..", "1..2", "--1", "+1", "1e5", " 1", "1 ", "\u{0}", "é", "１"])
  func `what is no plain number is left to the definition`(_ text: String) {
    #expect(!check(text))
  }
}
