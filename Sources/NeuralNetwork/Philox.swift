/// The counter-based generator Philox4x32-10.
///
/// A block of four random words is a pure function of a counter of four words and a key of two: there is
/// no state to save, and any block can be computed alone, in any order, on any number of threads.
///
/// Source: Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3",
/// doi:10.1145/2063384.2063405.
enum Philox {
  typealias Counter = (UInt32, UInt32, UInt32, UInt32)
  typealias Key = (UInt32, UInt32)

  /// The four words at `counter` under `key`.
  @inline(__always)
  static func block(_ counter: Counter, key: Key) -> Counter {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let left = UInt64(c0) &* 0xD251_1F53
      let right = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: right >> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: right)
      c2 = UInt32(truncatingIfNeeded: left >> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: left)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }
}
