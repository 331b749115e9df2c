/// Whether text has been through a wrong encoding on its way.
enum EncodingDamage {
  /// Whether the text holds the replacement character U+FFFD, or letters whose bytes in Windows-1252 spell a
  /// character of UTF-8: "é" that was written as UTF-8 and read as Windows-1252 is "Ã©".
  static func isIn(_ text: String) -> Bool {
    var missing = 0
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { return true }
      guard let byte = windows1252(scalar) else {
        missing = 0
        continue
      }
      if missing > 0, (0x80...0xBF).contains(byte) {
        missing -= 1
        if missing == 0 { return true }
      } else {
        missing =
          switch byte {
          case 0xC2...0xDF: 1
          case 0xE0...0xEF: 2
          case 0xF0...0xF4: 3
          default: 0
          }
      }
    }
    return false
  }

  /// The byte above ASCII that Windows-1252, or Latin-1 where that has none, writes the scalar as.
  private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8? {
    if let place = from0x80.firstIndex(of: scalar.value) { return UInt8(0x80 + place) }
    return (0x80...0xFF).contains(scalar.value) ? UInt8(scalar.value) : nil
  }

  /// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
  private static let from0x80: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]
}
