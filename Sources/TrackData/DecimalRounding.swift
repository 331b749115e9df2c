/// `mantissa` × 10^`exponent`, rounded correctly; `nil` where that takes more than arithmetic of 128 bits.
///
/// A mantissa up to 2^53 and a power of ten up to 22 are exact doubles, and one product or quotient of exact
/// numbers is rounded once (Clinger 1990, doi:10.1145/93542.93557). A larger mantissa is divided as an integer.
func decimal(_ mantissa: UInt64, timesTenTo exponent: Int) -> Double? {
  if mantissa <= 1 << 53, (-22...22).contains(exponent) {
    return exponent < 0
      ? Double(mantissa) / powersOfTen[-exponent] : Double(mantissa) * powersOfTen[exponent]
  }
  if exponent <= 0, -exponent < powersOfFive.count {
    return mantissa == 0 ? 0 : quotient(of: mantissa, byTenTo: -exponent)
  }
  return nil
}

/// `mantissa` / 10^`power` to 63 bits at least, of which the last also stands for all that follow; then rounded.
private func quotient(of mantissa: UInt64, byTenTo power: Int) -> Double {
  let (up, down) = (mantissa.leadingZeroBitCount, powersOfFive[power].leadingZeroBitCount)
  let dividend = mantissa << up
  let (quotient, remainder) = (powersOfFive[power] << down).dividingFullWidth((dividend >> 1, dividend << 63))
  let significand = Double(quotient | (remainder == 0 ? 0 : 1))
  return Double(sign: .plus, exponent: down - up - 63 - power, significand: significand)
}

/// The powers of ten that a `Double` holds exactly.
private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
]

/// The powers of five that 64 bits hold; ten has one of two besides.
private let powersOfFive: [UInt64] = [
  1, 5, 25, 125, 625, 3125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625,
  1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625,
  19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125, 2_384_185_791_015_625,
  11_920_928_955_078_125, 59_604_644_775_390_625, 298_023_223_876_953_125, 1_490_116_119_384_765_625,
  7_450_580_596_923_828_125,
]
