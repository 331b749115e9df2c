/// The value below which a standard normal variable falls with the given probability, to seven digits.
///
/// Algorithm AS 241, PPND7 (Wichura 1988, doi:10.2307/2347330), with `+ - * /`, square roots and our own
/// logarithm, so that every machine gives the same bits.
///
/// - Parameter probability: between `exp(-25)` and `1 - exp(-25)`; farther out the method has a third branch, which 32-bit
///   uniform numbers never take.
func normalQuantile(_ probability: Double) -> Double {
  let q = probability - 0.5
  if q.magnitude <= 0.425 {
    let r = 0.180625 - q * q
    let above = ((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179
    let below = ((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1
    return q * above / below
  }
  let tail = q < 0 ? probability : 1 - probability
  precondition(
    tail > 1.4e-11, "expected a probability within exp(-25) of neither 0 nor 1, received \(probability)")
  let r = (-naturalLogarithm(tail)).squareRoot() - 1.6
  let above = ((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777
  let below = (0.12021132975 * r + 0.7370016425) * r + 1
  return q < 0 ? -above / below : above / below
}

/// The logarithm of a positive normal number, by the series of the inverse hyperbolic tangent.
///
/// With `x = m * 2^e`, `m` in `1..<2`, and `s = (m - 1) / (m + 1) <= 1/3`:
/// `log x = e log 2 + 2 (s + s^3/3 + s^5/5 + ...)`, of which 17 terms leave less than 1e-17.
private func naturalLogarithm(_ x: Double) -> Double {
  let m = x.significand
  let s = (m - 1) / (m + 1)
  var power = s
  var sum = 0.0
  for odd in stride(from: 1.0, to: 34.0, by: 2.0) {
    sum += power / odd
    power *= s * s
  }
  return Double(x.exponent) * 0.6931471805599453 + 2 * sum
}
