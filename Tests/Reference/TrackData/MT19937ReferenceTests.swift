import TestSupport
import Testing
import TrackData

/// NumPy has frozen the stream of `RandomState`, so every number is equal, none is near.
@Suite struct MT19937ReferenceTests {
  struct Stream: Decodable {
    let seed: UInt32
    let state: [UInt32]
    let words: [UInt32]
    let doubles: [Double]
  }

  @Test func `states, words over two refills and doubles are NumPy's`() throws {
    let streams = try Fixtures.bundled.decode([Stream].self, from: "mt19937/streams.json")
    try #require(!streams.isEmpty)
    for stream in streams {
      var generator = MT19937(seed: stream.seed)
      #expect(generator.state == stream.state, "seed \(stream.seed)")
      #expect(stream.words.map { _ in generator.word() } == stream.words, "seed \(stream.seed)")
      var fresh = MT19937(seed: stream.seed)
      #expect(stream.doubles.map { _ in fresh.double() } == stream.doubles, "seed \(stream.seed)")
    }
  }

  struct ArraySeed: Decodable {
    let seed: [UInt32]
    let words: [UInt32]
  }

  @Test func `a list of words seeds as in NumPy`() throws {
    let seeds = try Fixtures.bundled.decode([ArraySeed].self, from: "mt19937/array_seeds.json")
    try #require(!seeds.isEmpty)
    for expected in seeds {
      var generator = MT19937(seed: expected.seed)
      #expect(expected.words.map { _ in generator.word() } == expected.words, "seed \(expected.seed)")
    }
  }

  struct Permutation: Decodable {
    let seed: UInt32
    let n: Int
    let wordsUsed: Int
    let values: [Int]

    enum CodingKeys: String, CodingKey {
      case seed, n, values
      case wordsUsed = "words_used"
    }
  }

  @Test func `permutations are NumPy's and use up as many words`() throws {
    let permutations = try Fixtures.bundled.decode(
      [Permutation].self, from: "mt19937/permutations.json")
    try #require(!permutations.isEmpty)
    for expected in permutations {
      var generator = MT19937(seed: expected.seed)
      #expect(generator.permutation(expected.n) == expected.values, "seed \(expected.seed), n \(expected.n)")
      var counter = MT19937(seed: expected.seed)
      for _ in 0..<expected.wordsUsed { _ = counter.word() }
      #expect(generator.word() == counter.word(), "seed \(expected.seed), n \(expected.n)")
    }
  }

  struct Sequence: Decodable {
    let seed: UInt32
    let sizes: [Int]
    let values: [[Int]]
  }

  @Test func `permutations drawn one after another are NumPy's`() throws {
    let sequences = try Fixtures.bundled.decode([Sequence].self, from: "mt19937/sequences.json")
    try #require(!sequences.isEmpty)
    for expected in sequences {
      var generator = MT19937(seed: expected.seed)
      #expect(expected.sizes.map { generator.permutation($0) } == expected.values)
    }
  }

  struct Shuffle: Decodable {
    let seed: UInt32
    let input: String
    let output: String
  }

  @Test func `letters are shuffled as by NumPy`() throws {
    let shuffles = try Fixtures.bundled.decode([Shuffle].self, from: "mt19937/shuffles.json")
    try #require(!shuffles.isEmpty)
    for expected in shuffles {
      var generator = MT19937(seed: expected.seed)
      var letters = Array(expected.input.utf8)
      generator.shuffle(&letters)
      #expect(letters == Array(expected.output.utf8))
    }
  }
}
