import Foundation

extension Double {
  /// Python's `divmod` by a positive divisor: the quotient rounded down, and what is left.
  ///
  /// The remainder is exact, so 1.001 holds 0.001 a thousand times, though the rounded quotient of the two
  /// is 1001.
  func floorDivided(by divisor: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(self, divisor)
    var quotient = (self - remainder) / divisor
    if remainder < 0 {
      remainder += divisor
      quotient -= 1
    }
    // The division may have rounded to just below the whole number that it is.
    let floor = quotient.rounded(.down)
    return (quotient - floor > 0.5 ? floor + 1 : floor, remainder)
  }
}
