import Testing

@testable import Spelling

@Suite struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1),
    ("kitten", "sitting", 3), ("energy", "enrgy", 1), ("ab", "ba", 2),
  ])
  func `insertions, deletions and substitutions are counted`(_ a: String, _ b: String, _ distance: Int) {
    #expect(editDistance(Array(a.utf8), Array(b.utf8)) == distance)
  }

  @Test func `the first of equally close names is taken`() {
    #expect(nearestName(to: "tempi", in: ["key", "tempo", "tempa"]) == "tempo")
  }

  @Test(arguments: [
    ("enrgy", "energy"), ("batchsize", "batch_size"), ("xyz", nil), ("a", nil), ("monitr", "monitor"),
  ])
  func `only a name that is near is meant`(_ typed: String, _ meant: String?) {
    #expect(nearestName(to: typed, in: ["energy", "batch_size", "monitor"]) == meant)
  }
}
