/// Whether two classifiers are right equally often on the same samples: McNemar's exact test.
///
/// Only the samples that one of them got right and the other wrong can tell; if both were as good, each such
/// sample would fall to either side by the toss of a coin.
///
///     let test = try McNemarTest(firstIsRight: network, secondIsRight: forest)
///     test.p  // statsmodels' mcnemar(table, exact=True).pvalue
///
/// McNemar 1947, doi:10.1007/BF02295996.
public struct McNemarTest: Sendable, Equatable {
  /// How many samples only the first got right.
  public let onlyFirst: Int
  /// How many samples only the second got right.
  public let onlySecond: Int
  /// How many samples there are.
  public let count: Int
  /// How likely tosses of a coin would lie at least as far apart, on either side: twice the smaller tail of the
  /// binomial law, at most 1.
  public let p: Double
  /// The second's accuracy less the first's, and where the true difference may lie.
  ///
  /// The interval is Bonett and Price's: Wald's with one sample added to either side that differs, which keeps
  /// its level where few do. Bonett and Price 2012, doi:10.3102/1076998611411915; advised by Fagerland,
  /// Lydersen and Laake 2014, doi:10.1002/sim.6148. It does not rest on the test, so the two can differ about
  /// 0 by a hair.
  public let difference: Estimate

  /// Compares two classifiers by the counts of their right answers.
  ///
  /// - Parameters:
  ///   - onlyFirst: how many samples only the first got right.
  ///   - onlySecond: how many samples only the second got right.
  ///   - count: how many samples there are, at least as many as these and at least one.
  ///   - level: of the interval; default: 95 %.
  public init(onlyFirst: Int, onlySecond: Int, of count: Int, level: Double = Interval.usualLevel) {
    precondition(
      onlyFirst >= 0 && onlySecond >= 0 && onlyFirst + onlySecond <= count && count > 0,
      "expected counts within \(count) samples, received \(onlyFirst) and \(onlySecond)")
    (self.onlyFirst, self.onlySecond, self.count) = (onlyFirst, onlySecond, count)
    p = min(1, 2 * coinTail(min(onlyFirst, onlySecond), of: onlyFirst + onlySecond))
    let n = Double(count) + 2
    let (a, b) = (Double(onlyFirst + 1) / n, Double(onlySecond + 1) / n)
    let half =
      StandardNormal.twoSidedQuantile(level: level) * ((a + b - (b - a) * (b - a)) / n).squareRoot()
    let value = Double(onlySecond - onlyFirst) / Double(count)
    difference = Estimate(
      value,
      Interval(low: max(-1, b - a - half), high: min(1, b - a + half), level: level))
  }

  /// Compares two classifiers by whether they were right, sample by sample.
  ///
  /// - Throws: `EvaluationError` where there is no sample or there are not as many of both.
  public init(
    firstIsRight: [Bool], secondIsRight: [Bool], level: Double = Interval.usualLevel
  ) throws(EvaluationError) {
    try Samples.check(secondIsRight.count, of: .predictions, truth: firstIsRight.count)
    let pairs = zip(firstIsRight, secondIsRight)
    self.init(
      onlyFirst: pairs.count { $0 && !$1 }, onlySecond: pairs.count { !$0 && $1 }, of: firstIsRight.count,
      level: level)
  }
}

/// The chance of at most `heads` heads in `tosses` of a fair coin: `scipy.stats.binom.cdf(heads, tosses, 0.5)`.
func coinTail(_ heads: Int, of tosses: Int) -> Double {
  // The last term C(n, k) / 2ⁿ as a product whose halvings come as soon as they fit: no logarithm, and neither
  // side runs out of range for any count of tosses.
  var (last, halvings) = (1.0, tosses)
  for i in 0..<heads {
    last *= Double(tosses - i) / Double(i + 1)
    while last > 1, halvings > 0 {
      last /= 2
      halvings -= 1
    }
  }
  last = Double(sign: .plus, exponent: -halvings, significand: last)
  // The terms before it, each by the quotient of neighbours, C(n, k − 1) / C(n, k) = k / (n − k + 1).
  var (sum, term) = (last, last)
  for k in stride(from: heads, to: 0, by: -1) where term > 0 {
    term *= Double(k) / Double(tosses - k + 1)
    sum += term
  }
  return sum
}
