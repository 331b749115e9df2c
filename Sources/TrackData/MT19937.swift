/// The Mersenne Twister as NumPy's `RandomState` uses it: the same seed gives the same words, doubles and
/// permutations, whose order NumPy has frozen.
///
/// M. Matsumoto and T. Nishimura 1998, "Mersenne Twister: a 623-dimensionally equidistributed uniform
/// pseudo-random number generator", doi:10.1145/272991.272995.
public struct MT19937: Sendable {
  /// The 624 words of state.
  public private(set) var state: [UInt32]
  /// The next word of the state to hand out; at the end the state is renewed.
  private var next: Int

  private static let size = 624
  private static let middle = 397

  /// Seeds as `RandomState(seed)` with a number (`init_genrand`).
  public init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(MT19937.size)
    for index in 1..<MT19937.size {
      let last = state[index - 1]
      state.append(1_812_433_253 &* (last ^ last >> 30) &+ UInt32(index))
    }
    next = MT19937.size
  }

  /// Seeds as `RandomState([...])` with a list (`init_by_array`); `[0]` is not the seed `0`.
  ///
  /// - Parameter key: at least one word.
  public init(seed key: [UInt32]) {
    precondition(!key.isEmpty, "expected at least one word of seed, received none")
    self.init(seed: 19_650_218)
    var index = 1
    func goOn(_ state: inout [UInt32]) {
      index += 1
      if index == MT19937.size {
        state[0] = state[MT19937.size - 1]
        index = 1
      }
    }
    for step in 0..<max(MT19937.size, key.count) {
      let last = state[index - 1]
      let place = step % key.count
      state[index] = (state[index] ^ (last ^ last >> 30) &* 1_664_525) &+ key[place] &+ UInt32(place)
      goOn(&state)
    }
    for _ in 1..<MT19937.size {
      let last = state[index - 1]
      state[index] = (state[index] ^ (last ^ last >> 30) &* 1_566_083_941) &- UInt32(index)
      goOn(&state)
    }
    state[0] = 0x8000_0000
  }

  /// The next 32 random bits.
  public mutating func word() -> UInt32 {
    if next == MT19937.size { renew() }
    var word = state[next]
    next += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9D2C_5680
    word ^= word << 15 & 0xEFC6_0000
    word ^= word >> 18
    return word
  }

  /// The next double in `0..<1`, of 53 random bits, as `random_sample()`.
  public mutating func double() -> Double {
    let high = Double(word() >> 5)
    let low = Double(word() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// The numbers `0..<count` in random order, as `permutation(count)`.
  public mutating func permutation(_ count: Int) -> [Int] {
    precondition(count >= 0, "expected a count of at least 0, received \(count)")
    var values = Array(0..<count)
    shuffle(&values)
    return values
  }

  /// Puts the values in random order, as `shuffle(values)`.
  public mutating func shuffle<Value>(_ values: inout [Value]) {
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, number(upTo: last))
    }
  }

  /// A number in `0...limit`: as many bits of a word as `limit` has, drawn again while they are too large.
  private mutating func number(upTo limit: Int) -> Int {
    precondition(limit <= Int(UInt32.max), "expected at most 2^32 values to shuffle, received more")
    let mask = UInt32.max >> UInt32(limit).leadingZeroBitCount
    while true {
      let value = word() & mask
      if value <= limit { return Int(value) }
    }
  }

  private mutating func renew() {
    for index in 0..<MT19937.size {
      let joined = state[index] & 0x8000_0000 | state[(index + 1) % MT19937.size] & 0x7FFF_FFFF
      let twist: UInt32 = joined & 1 == 0 ? 0 : 0x9908_B0DF
      state[index] = state[(index + MT19937.middle) % MT19937.size] ^ joined >> 1 ^ twist
    }
    next = 0
  }
}
