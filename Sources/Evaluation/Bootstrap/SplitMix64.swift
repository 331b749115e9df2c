/// SplitMix64, a generator that only counts: word i is a fixed scrambling of seed + i·γ.
///
/// So a stream is a function of its seed, whoever draws from it and in whatever order streams are opened.
/// Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195.
struct SplitMix64: Sendable {
  private var counter: UInt64

  init(seed: UInt64) { counter = seed }

  /// The stream of one of many things that are drawn from the same seed.
  init(seed: UInt64, stream: Int) {
    counter = Self.scrambled(Self.scrambled(seed) &+ UInt64(bitPattern: Int64(stream)))
  }

  mutating func next() -> UInt64 {
    counter &+= 0x9E37_79B9_7F4A_7C15
    return Self.scrambled(counter)
  }

  /// A multiple of 2⁻⁵³ from 0 up to but not including 1.
  mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number from 0 up to but not including `bound`.
  ///
  /// The high half of a product (Lemire 2019, doi:10.1145/3230636), without his second draw: a bound of a
  /// billion favours no number by more than one part in ten billion.
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  private static func scrambled(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
