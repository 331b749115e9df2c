/// The value of a field of up to 16 characters: digits with at most one point among them, a minus before them;
/// `nil` for any other, also near the end of the text.
///
/// Eight characters are one word and are turned to a number by three multiplications; the point is shifted out.
/// One quotient of numbers that `Double` holds exactly is rounded once, so correctly.
@inline(__always)
func shortNumber(in text: UnsafeBufferPointer<UInt8>, _ field: Range<Int>) -> Double? {
  let count = field.count
  guard count > 0, count <= 16, field.lowerBound &+ 16 <= text.count else { return nil }
  let raw = UnsafeRawBufferPointer(text)
  var first = UInt64(
    littleEndian: raw.loadUnaligned(fromByteOffset: field.lowerBound, as: UInt64.self))
  let isNegative = first & 0xFF == 0x2D
  // A leading zero changes nothing.
  if isNegative { first ^= 0x2D ^ 0x30 }

  var number: EightCharacters
  if count <= 8 {
    number = EightCharacters(first: count, of: first)
  } else {
    number = EightCharacters(first: count &- 8, of: first)
    let last = UInt64(
      littleEndian: raw.loadUnaligned(fromByteOffset: field.upperBound &- 8, as: UInt64.self))
    number.append(EightCharacters(first: 8, of: last))
  }
  let characters = (isNegative ? 1 : 0) &+ number.points
  guard number.isNumber, number.points <= 1, count > characters, number.value <= 1 << 53 else { return nil }
  let magnitude = Double(Int64(truncatingIfNeeded: number.value)) / powersOfTen[number.decimals]
  return isNegative ? -magnitude : magnitude
}

/// Up to eight digits, with a point among them or not.
private struct EightCharacters {
  var isNumber: Bool
  var value: UInt64
  var points: Int
  /// How many digits there are after the point.
  var decimals: Int

  /// - Parameter characters: the first in the lowest byte.
  @inline(__always)
  init(first count: Int, of characters: UInt64) {
    // The last character goes to the highest byte; below the first there are zeros, as if there were digits.
    var digits = (characters ^ 0x3030_3030_3030_3030) &<< (64 &- 8 &* UInt64(truncatingIfNeeded: count))
    let strange = ((digits & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
    points = 0
    decimals = 0
    isNumber = true
    if strange != 0 {
      let place = UInt64(strange.trailingZeroBitCount) &- 7
      let above = ~0xFF &<< place
      isNumber = strange & (strange &- 1) == 0 && (digits &>> place) & 0xFF == 0x2E ^ 0x30
      digits = digits & above | (digits & ~(UInt64.max &<< place)) &<< 8
      points = 1
      decimals = 7 &- Int(place &>> 3)
    }
    // Pairs of digits, then of pairs, then of those.
    digits = digits &* 10 &+ digits &>> 8
    let low = (digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((digits &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    value = (low &+ high) &>> 32
  }

  @inline(__always)
  mutating func append(_ next: EightCharacters) {
    isNumber = isNumber && next.isNumber
    value = value &* (next.points == 0 ? 100_000_000 : 10_000_000) &+ next.value
    decimals = points == 0 ? next.decimals : decimals &+ 8 &- next.points
    points &+= next.points
  }
}

/// The powers of ten up to what 16 characters can need.
private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
