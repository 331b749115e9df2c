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
    let same = Conformance("mt19937", "states, words and doubles", .exact)
    let streams = try Fixtures.bundled.decode([Stream].self, from: "mt19937/streams.json")
    #expect(streams.count == 3)
    for stream in streams {
      let name = "seed \(stream.seed)"
      var generator = MT19937(seed: stream.seed)
      #expect(same.agrees(name, generator.state == stream.state))
      #expect(same.agrees(name, stream.words.map { _ in generator.word() } == stream.words))
      var fresh = MT19937(seed: stream.seed)
      #expect(same.agrees(name, stream.doubles.map { _ in fresh.double() } == stream.doubles))
    }
  }

  struct ArraySeed: Decodable {
    let seed: [UInt32]
    let words: [UInt32]
  }

  @Test func `a list of words seeds as in NumPy`() throws {
    let seeds = try Fixtures.bundled.decode([ArraySeed].self, from: "mt19937/array_seeds.json")
    #expect(seeds.count == 2)
    let same = Conformance("mt19937", "words of array seeds", .exact)
    for expected in seeds {
      var generator = MT19937(seed: expected.seed)
      let words = expected.words.map { _ in generator.word() }
      #expect(same.agrees("seed \(expected.seed)", words == expected.words))
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
    #expect(permutations.count == 7)
    let same = Conformance("mt19937", "permutations and the words they use up", .exact)
    for expected in permutations {
      let name = "seed \(expected.seed), n \(expected.n)"
      var generator = MT19937(seed: expected.seed)
      #expect(same.agrees(name, generator.permutation(expected.n) == expected.values))
      var counter = MT19937(seed: expected.seed)
      for _ in 0..<expected.wordsUsed { _ = counter.word() }
      #expect(same.agrees(name, generator.word() == counter.word()))
    }
  }

  struct Sequence: Decodable {
    let seed: UInt32
    let sizes: [Int]
    let values: [[Int]]
  }

  @Test func `permutations drawn one after another are NumPy's`() throws {
    let sequences = try Fixtures.bundled.decode([Sequence].self, from: "mt19937/sequences.json")
    #expect(sequences.count == 2)
    let same = Conformance("mt19937", "permutations one after another", .exact)
    for expected in sequences {
      var generator = MT19937(seed: expected.seed)
      let permutations = expected.sizes.map { generator.permutation($0) }
      #expect(same.agrees("seed \(expected.seed), \(expected.sizes)", permutations == expected.values))
    }
  }

  struct Shuffle: Decodable {
    let seed: UInt32
    let input: String
    let output: String
  }

  @Test func `letters are shuffled as by NumPy`() throws {
    let shuffles = try Fixtures.bundled.decode([Shuffle].self, from: "mt19937/shuffles.json")
    #expect(shuffles.count == 2)
    let same = Conformance("mt19937", "shuffles", .exact)
    for expected in shuffles {
      var generator = MT19937(seed: expected.seed)
      var letters = Array(expected.input.utf8)
      generator.shuffle(&letters)
      #expect(same.agrees("seed \(expected.seed), \(expected.input)", letters == Array(expected.output.utf8)))
    }
  }
}
