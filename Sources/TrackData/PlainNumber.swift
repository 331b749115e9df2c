/// The value of a field of up to 24 characters: at most 19 digits with at most one point among them, a minus
/// before them; `nil` for any other, also near the end of the text.
///
/// Eight characters are one word and are turned to a number by three multiplications; the point is shifted out.
@inline(__always)
func plainNumber(in text: UnsafeBufferPointer<UInt8>, _ field: Range<Int>) -> Double? {
  let count = field.count
  guard count <= 8 else { return longNumber(in: text, field) }
  guard count > 0, field.lowerBound &+ 8 <= text.count else { return nil }
  let (isNegative, first) = unsigned(eightCharacters(in: text, at: field.lowerBound))
  let number = EightCharacters(first: count, of: first)
  guard number.isNumber, count > number.points &+ (isNegative ? 1 : 0) else { return nil }
  // Both are exact, so the quotient is rounded once.
  let magnitude = Double(Int64(truncatingIfNeeded: number.value)) / powersOfTen[number.decimals]
  return isNegative ? -magnitude : magnitude
}

/// The same for fields of at least nine characters.
@inline(never)
private func longNumber(in text: UnsafeBufferPointer<UInt8>, _ field: Range<Int>) -> Double? {
  let count = field.count
  guard count <= 24 else { return nil }
  let (isNegative, first) = unsigned(eightCharacters(in: text, at: field.lowerBound))
  // One to eight characters, so that whole words are left.
  var at = (count - 1) % 8 + 1
  var number = EightCharacters(first: at, of: first)
  while at < count {
    number.append(EightCharacters(first: 8, of: eightCharacters(in: text, at: field.lowerBound + at)))
    at += 8
  }
  let digits = count - number.points - (isNegative ? 1 : 0)
  guard number.isNumber, number.points <= 1, digits <= 19,
    let magnitude = decimal(number.value, timesTenTo: -number.decimals)
  else { return nil }
  return isNegative ? -magnitude : magnitude
}

/// The first in the lowest byte.
@inline(__always)
private func eightCharacters(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
  UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

/// Whether the characters begin with a minus; it is made a zero, which changes nothing in front.
@inline(__always)
private func unsigned(_ characters: UInt64) -> (isNegative: Bool, characters: UInt64) {
  let isNegative = characters & 0xFF == 0x2D
  return (isNegative, isNegative ? characters ^ (0x2D ^ 0x30) : characters)
}

/// Up to eight digits, with a point among them or not.
private struct EightCharacters {
  private(set) var isNumber = true
  private(set) var value: UInt64
  private(set) var points = 0
  /// How many digits there are after the point.
  private(set) var decimals = 0

  @inline(__always)
  init(first count: Int, of characters: UInt64) {
    // The last character goes to the highest byte; below the first there are zeros, as if there were digits.
    var digits = (characters ^ 0x3030_3030_3030_3030) &<< (64 &- 8 &* UInt64(truncatingIfNeeded: count))
    let strange = ((digits & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
    if strange != 0 {
      let place = UInt64(strange.trailingZeroBitCount) &- 7
      isNumber = strange & (strange &- 1) == 0 && (digits &>> place) & 0xFF == 0x2E ^ 0x30
      let before = digits & ~(UInt64.max &<< place)
      digits = digits & (~0xFF &<< place) | before &<< 8
      points = 1
      decimals = 7 &- Int(place &>> 3)
    }
    // Digits to pairs, pairs to fours, those to eight.
    digits = digits &* 10 &+ digits &>> 8
    let low = (digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((digits &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    value = (low &+ high) &>> 32
  }

  /// Puts eight more behind.
  @inline(__always)
  mutating func append(_ next: EightCharacters) {
    isNumber = isNumber && next.isNumber
    value = value &* (next.points == 0 ? 100_000_000 : 10_000_000) &+ next.value
    decimals = points == 0 ? next.decimals : decimals &+ 8 &- next.points
    points &+= next.points
  }
}

/// The powers of ten that eight characters can need.
private let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7]
