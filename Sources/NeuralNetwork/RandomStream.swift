/// A sequence of random words that depends on nothing but what it is for.
///
/// A stream is a function of the seed, the run, the purpose, the layer, the epoch and the step, so
/// interrupting a fit, running it on other threads or adding a draw elsewhere cannot change it. The seed
/// keys one Philox block over (run, purpose, layer), whose first words key the stream itself; its counter
/// is (block, 0, epoch, step).
struct RandomStream: Sendable {
  /// What random words are for; raw values are part of what a seed means.
  enum Purpose: UInt32, Sendable {
    case weights = 0
    case shuffle = 1
    case dropout = 2
  }

  let key: Philox.Key
  let epoch: UInt32
  let step: UInt32
  private var position = 0
  private var words: Philox.Counter = (0, 0, 0, 0)

  init(seed: UInt64, run: UInt32, purpose: Purpose, layer: Int = 0, epoch: Int = 0, step: Int = 0) {
    let seedKey = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    let derived = Philox.block(
      (run, purpose.rawValue, UInt32(truncatingIfNeeded: layer), 0), key: seedKey)
    key = (derived.0, derived.1)
    self.epoch = UInt32(truncatingIfNeeded: epoch)
    self.step = UInt32(truncatingIfNeeded: step)
  }

  /// Words 4·index to 4·index + 3 of the stream, wherever `next()` stands.
  func block(_ index: Int) -> Philox.Counter { block(row: index, column: 0) }

  /// The four words at a place of the table.
  func block(row: Int, column: Int) -> Philox.Counter {
    Philox.block(
      (UInt32(truncatingIfNeeded: row), UInt32(truncatingIfNeeded: column), epoch, step), key: key)
  }

  /// The next word.
  mutating func next() -> UInt32 {
    if position % 4 == 0 { words = block(position / 4) }
    defer { position += 1 }
    switch position % 4 {
    case 0: return words.0
    case 1: return words.1
    case 2: return words.2
    default: return words.3
    }
  }

  /// A whole number from 0 up to but not including `bound`, each equally likely.
  ///
  /// Lemire 2019, "Fast random integer generation in an interval", doi:10.1145/3230636: the few words
  /// that would favour some numbers are drawn again.
  mutating func next(below bound: UInt32) -> UInt32 {
    precondition(bound > 0, "a bound above 0")
    var product = UInt64(next()) &* UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let uneven = (0 &- bound) % bound
      while UInt32(truncatingIfNeeded: product) < uneven { product = UInt64(next()) &* UInt64(bound) }
    }
    return UInt32(truncatingIfNeeded: product >> 32)
  }

  /// A number of [0, 1): a multiple of 2⁻²⁴, so that a `Float` holds it exactly.
  mutating func nextUnit() -> Float { Float(next() >> 8) * 0x1p-24 }

  /// The numbers 0 ..< `count` in random order (Fisher and Yates).
  mutating func permutation(_ count: Int) -> [Int] {
    var order: [Int] = []
    permute(count, into: &order)
    return order
  }

  /// The same in the place of another order, whose memory serves again.
  mutating func permute(_ count: Int, into order: inout [Int]) {
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: 0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(next(below: UInt32(last + 1))))
    }
  }
}
