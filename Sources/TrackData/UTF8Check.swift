/// The offset of the first byte that no well-formed UTF-8 has at its place (Unicode 16, table 3-7);
/// `nil` where all is well.
func firstByteNotUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  let raw = UnsafeRawBufferPointer(bytes)
  var at = 0
  while at < bytes.count {
    // Most text is ASCII: eight bytes at a time have no high bit.
    while at + 8 <= bytes.count,
      raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    guard at < bytes.count else { return nil }
    let first = bytes[at]
    at += 1
    if first < 0x80 { continue }

    var second: ClosedRange<UInt8> = 0x80...0xBF
    let following: Int
    switch first {
    case 0xC2...0xDF: following = 1
    case 0xE0: (following, second) = (2, 0xA0...0xBF)
    case 0xED: (following, second) = (2, 0x80...0x9F)
    case 0xE1...0xEF: following = 2
    case 0xF0: (following, second) = (3, 0x90...0xBF)
    case 0xF4: (following, second) = (3, 0x80...0x8F)
    case 0xF1...0xF3: following = 3
    default: return at - 1
    }
    for place in 0..<following {
      guard at < bytes.count, (place == 0 ? second : 0x80...0xBF).contains(bytes[at]) else {
        // A cut-off character is reported where it begins.
        return at - 1 - place
      }
      at += 1
    }
  }
  return nil
}
