import Testing

@testable import TrackData

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1),
    ("kitten", "sitting", 3), ("energy", "enrgy", 1), ("ab", "ba", 2), ("밤", "낮", 1),
    ("e\u{301}", "\u{E9}", 2),
  ])
  func `counts insertions, deletions and substitutions`(_ a: String, _ b: String, _ distance: Int) {
    #expect(editDistance(a, b) == distance)
  }

  @Test func `the first of several nearest is taken`() {
    #expect(nearest(to: "tempi", among: ["key", "tempo", "tempa"]) == "tempo")
  }
}
