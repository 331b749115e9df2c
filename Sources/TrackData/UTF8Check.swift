/// A walk through bytes as far as they are well-formed UTF-8 (Unicode 16, table 3-7).
struct UTF8Check {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// How far all is well: at the end of a character or, after `advance` has failed, where the first begins that
  /// is none.
  private(set) var position = 0

  init(of bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Goes on behind bytes that the caller knows to be ASCII.
  mutating func skip(to offset: Int) { position = max(position, offset) }

  /// Walks to the end of the character that reaches `end`, or answers false at one that is none.
  mutating func advance(to end: Int) -> Bool {
    while position < end {
      // Most text is ASCII: eight bytes at a time have no high bit.
      let raw = UnsafeRawBufferPointer(bytes)
      while position + 8 <= end,
        raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
      }
      guard position < end else { return true }
      guard let length = lengthOfCharacter(at: position) else { return false }
      position += length
    }
    return true
  }

  /// How many bytes the character has, if it is one.
  private func lengthOfCharacter(at start: Int) -> Int? {
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch bytes[start] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return nil }
    for place in 2..<max(length, 2) where bytes[start + place] & 0b1100_0000 != 0b1000_0000 { return nil }
    return length
  }
}
