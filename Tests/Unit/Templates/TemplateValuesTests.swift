import Templates
import Testing

struct TemplateValuesTests {
  static let values: Values = [
    "paper.test.recall.liked": .number(0.6126, digits: 3), "paper.test.accuracy": .number(0.695, digits: 3),
    "paper.epochs": .integer(112), "is-sample": .flag(true), "paper2": .text("x"),
    "seeds": .list([["n": .integer(1)]]),
  ]

  @Test func keysAreListedInTheOrderOfTheirBytes() {
    #expect(
      Self.values.all.map(\.key) == [
        "is-sample", "paper.epochs", "paper.test.accuracy", "paper.test.recall.liked", "paper2", "seeds",
      ])
    #expect(Self.values.all[1].value == .integer(112))
  }

  @Test func aKeyNamesItsValueAndNothingElse() {
    #expect(Self.values["paper.epochs"] == .integer(112))
    for key in [
      "paper", "paper.test", "paper.epochs.x", "nothing", "", ".paper", "seeds.n", "paper..epochs",
      ".paper.epochs", "paper.epochs.",
    ] {
      #expect(Self.values[key] == nil, "\(key)")
    }
  }

  @Test func orderOfInsertionDoesNotMatter() {
    var values = Values()
    for (key, value) in Self.values.all.reversed() { values.insert(value, at: key) }
    #expect(values == Self.values)
  }

  @Test(
    arguments: [
      ("Liked", "liked"), ("Liked & loved!", "liked-loved"), ("  x_1 ", "x_1"), ("a--b", "a-b"),
      ("Übung", "bung"),
      ("한글", nil), ("", nil), ("a.b", "a-b"),
    ] as [(String, String?)])
  func wordsBecomePartsOfKeys(_ words: String, _ part: String?) {
    #expect(Values.keyPart(words) == part)
  }

  #if os(macOS) || os(Linux)
    @Test func takenAndMalformedKeysAreProgrammersMistakes() async {
      await #expect(processExitsWith: .failure) {
        _ = ["a": .flag(true), "a": .flag(false)] as Values
      }
      await #expect(processExitsWith: .failure) {
        _ = ["a": .flag(true), "a.b": .flag(false)] as Values
      }
      await #expect(processExitsWith: .failure) {
        _ = ["a.b": .flag(true), "a": .flag(false)] as Values
      }
      await #expect(processExitsWith: .failure) {
        _ = ["a b": .flag(true)] as Values
      }
    }
  #endif
}
