import TestSupport
import Testing

@testable import TrackData

@Suite struct DataTablePlainNumberTests {
  /// Whether a text is taken for a plain number; one that is must have the value that the standard library reads.
  private func isTaken(_ text: String) -> Bool {
    let field = Array(text.utf8)
    let plain = (Array("5,".utf8) + field + Array(",7777777".utf8)).withUnsafeBufferPointer {
      plainNumber(in: $0, 2..<2 + field.count)
    }
    if let plain { #expect(plain.bitPattern == Double(text)?.bitPattern, "\(text)") }
    return plain != nil
  }

  @Test func `digits, points and signs in any order are taken for no number that they are not`() {
    var generator = SeededGenerator(seed: 31)
    let characters = Array("0123456789012345678901234567890123456789...-+e/:")
    var taken = 0
    for _ in 0..<100_000 {
      let count = Int(generator.next() % 27)
      let text = (0..<count).map { _ in characters[Int(generator.next() % UInt64(characters.count))] }
      if isTaken(String(text)) { taken += 1 }
    }
    #expect(taken > 10_000)
  }

  @Test func `a point may stand anywhere among up to 19 digits`() {
    for digits in 1...25 {
      for point in 0...digits {
        for sign in ["", "-"] {
          let nines = String(repeating: "9", count: digits)
          let text = sign + (point == digits ? nines : nines.prefix(point) + "." + nines.dropFirst(point))
          #expect(isTaken(text) == (digits <= 19), "\(text)")
        }
      }
    }
  }

  @Test(arguments: ["", "-", ".", "-.", "..", "1..2", "--1", "+1", "1e5", " 1", "1 ", "\u{0}", "é", "１"])
  func `what is no plain number is left to the definition`(_ text: String) {
    #expect(!isTaken(text))
  }

  @Test func `numbers as programs write them in full are plain`() {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<50_000 {
      let number = Double.random(in: -1000...1000, using: &generator)
      #expect(isTaken("\(number)") || abs(number) < 1e-3)
    }
  }

  /// Also where the number lies halfway between two doubles, or one digit beside that.
  @Test func `a mantissa of 64 bits times a power of ten is rounded as the standard library rounds it`() {
    var generator = SeededGenerator(seed: 33)
    var mantissas = (0..<2000).map { _ in generator.next() >> (generator.next() % 64) } + [0, 1, .max]
    for power in 0...4 {
      for _ in 0..<200 {
        // Odd with 54 bits, so halfway; times a power of five, so that the power of ten leaves it so.
        let halfway = (1 << 53 + generator.next() % (1 << 53)) | 1
        let five = (0..<power).reduce(1 as UInt64) { five, _ in five * 5 }
        let (product, isTooLarge) = halfway.multipliedReportingOverflow(by: five)
        if !isTooLarge, product < .max { mantissas += [product - 1, product, product + 1] }
      }
    }
    for mantissa in mantissas {
      for exponent in [-28, -27, -26, -23, -22, -19, -8, -4, -3, -2, -1, 0, 1, 22, 23] {
        guard let value = decimal(mantissa, timesTenTo: exponent) else {
          #expect(exponent < -27 || exponent > 0)
          continue
        }
        #expect(value == Double("\(mantissa)e\(exponent)"), "\(mantissa)e\(exponent)")
      }
    }
  }
}
