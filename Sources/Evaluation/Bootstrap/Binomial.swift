import Foundation

/// How many of `count` things turn out so, each with a chance of its own draw.
struct Binomial {
  let count: Int
  let chance: Double

  /// Draws a number.
  ///
  /// From the likeliest number outwards, to either side in turn, chances are taken off a uniform number until
  /// it is used up (Kemp 1986, "A modal method for generating binomial variables", Communications in
  /// Statistics 15(3), 805–813): exact but for rounding, in a few standard deviations' steps.
  func draw(from random: inout SplitMix64) -> Int {
    if chance <= 0 || count == 0 { return 0 }
    if chance >= 1 { return count }
    let mode = min(count, Int(Double(count + 1) * chance))
    let odds = chance / (1 - chance)
    var left = random.nextUnit() - density(at: mode)
    var (low, high) = (mode, mode)
    var (below, above) = (density(at: mode), density(at: mode))
    while left >= 0 {
      if high < count {
        above *= odds * Double(count - high) / Double(high + 1)
        high += 1
        left -= above
        if left < 0 { return high }
      }
      if low > 0 {
        below *= Double(low) / (odds * Double(count - low + 1))
        low -= 1
        left -= below
        if left < 0 { return low }
      } else if high == count {
        // Rounding left a hair of the whole.
        return mode
      }
    }
    return mode
  }

  private func density(at number: Int) -> Double {
    let ways = logFactorial(count) - logFactorial(number) - logFactorial(count - number)
    return exp(ways + Double(number) * log(chance) + Double(count - number) * log1p(-chance))
  }
}

/// ln n!, by Stirling's series from 10 on.
func logFactorial(_ n: Int) -> Double {
  guard n >= 10 else { return log((1...max(n, 1)).reduce(1) { $0 * Double($1) }) }
  let z = Double(n) + 1
  return (z - 0.5) * log(z) - z + log(2 * Double.pi) / 2 + stirlingRest(z)
}
