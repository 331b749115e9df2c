import TestSupport
import Testing

/// The tests that the seeds are compared by, against SciPy 1.17.1.
///
/// The bounds are a few roundings of the sums, and for `erfc` of a larger argument some more of them.
@Suite struct TwoSampleTests {
  private static let few: ([Double], [Double]) = ([1, 2, 3, 4], [3, 4, 5, 6, 7])
  private static let tied: ([Double], [Double]) = ([1, 2, 2, 3, 9], [2, 2, 4, 4, 5, 6])
  private static let shifted = ((0..<20).map(Double.init), (0..<30).map { Double($0) + 6.5 })
  private static let equal = ([Double](repeating: 0.5, count: 5), [Double](repeating: 0.5, count: 7))
  private static let apart: ([Double], [Double]) = ([1, 2, 3], [10, 11, 12, 13])
  private static let epochs: ([Double], [Double]) = (
    [169, 210, 79, 94, 228, 83, 98, 95, 140, 135], [122, 100, 93, 177, 81, 81, 78, 105, 111, 95]
  )

  @Test(
    "Kolmogorov and Smirnov: ks_2samp(x, y, method=\"exact\")",
    arguments: [
      (few, 0.6, 0.2857142857142857), (tied, 0.4666666666666667, 0.474025974025974),
      (shifted, 0.5666666666666667, 0.0005033163296515748), (equal, 0, 1), (apart, 1, 0.05714285714285715),
      (epochs, 0.4, 0.41752365281777043),
    ] as [(([Double], [Double]), Double, Double)])
  func kolmogorovSmirnov(samples: ([Double], [Double]), statistic: Double, p: Double) {
    let ours = TwoSample.kolmogorovSmirnov(samples.0, samples.1)
    #expect(abs(ours.statistic - statistic) <= 1e-15)
    #expect(abs(ours.p - p) <= 1e-14)
    #expect(TwoSample.kolmogorovSmirnov(samples.1, samples.0).statistic == ours.statistic)
  }

  @Test(
    "Mann and Whitney: mannwhitneyu(x, y, method=\"asymptotic\")",
    arguments: [
      (few, 2, 0.06393674600423606), (tied, 10, 0.39926914317106554), (shifted, 91, 3.6447870131913305e-05),
      (equal, 17.5, 1), (apart, 0, 0.05182992721790968), (epochs, 64.5, 0.2895555434161676),
    ] as [(([Double], [Double]), Double, Double)])
  func mannWhitney(samples: ([Double], [Double]), statistic: Double, p: Double) {
    let ours = TwoSample.mannWhitney(samples.0, samples.1)
    #expect(ours.statistic == statistic)
    #expect(abs(ours.p - p) <= 1e-13 * p)
  }

  @Test(
    "Fisher: fisher_exact([[hits, rest], [hits, rest]])",
    arguments: [
      (0, 20, 0, 40, 1), (0, 20, 3, 40, 0.5441262419637638), (1, 10, 11, 14, 0.0027594561852200836),
      (8, 10, 1, 6, 0.034965034965034975), (5, 10, 5, 10, 1), (2, 20, 30, 40, 1.6601246289937888e-06),
    ] as [(Int, Int, Int, Int, Double)])
  func fisher(hits: Int, count: Int, otherHits: Int, otherCount: Int, p: Double) {
    let ours = TwoSample.fisher(hits: hits, of: count, against: otherHits, of: otherCount)
    // The logarithms of factorials carry an error of some 1e-14.
    #expect(abs(ours - p) <= 1e-12 * p)
  }
}
