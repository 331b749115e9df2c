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
      ("Übung", "ubung"), ("bösartig", "bosartig"), ("Straße", "strasse"), ("Ærø", "aero"),
      ("naïve café", "naive-cafe"),
      ("İSTANBUL", "istanbul"), ("Łódź", "lodz"), ("o\u{308}l", "ol"), ("-1", "1"), ("ﬁx", "fix"),
      ("한글", nil), ("", nil), ("a.b", "a-b"),
    ] as [(String, String?)])
  func wordsBecomePartsOfKeys(_ words: String, _ part: String?) {
    #expect(Values.keyPart(words) == part)
  }

  /// Keys are put in beside each other, not into a copy of all that are there.
  @Test func tenTimesAsManyKeysTakeTenTimesAsLong() {
    func shortest(_ count: Int) -> Duration {
      (0..<3).map { _ in
        ContinuousClock().measure {
          var values = Values()
          for key in 0..<count { values.insert(.integer(key), at: "paper.test.k\(key)") }
        }
      }.min() ?? .zero
    }
    _ = shortest(100)
    #expect(shortest(20_000) < shortest(2000) * 40)
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
