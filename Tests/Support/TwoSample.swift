import Foundation

/// How likely two samples of one law would lie at least as far apart as these do: the tests by which many
/// trained networks are compared, as none of them can be the same as another's.
public enum TwoSample {
  /// The two-sided Kolmogorov–Smirnov test: D = max |F(x) − G(x)| of the two step functions, and its p-value.
  ///
  /// The p-value is exact, and ties make it conservative: it is the share of the lattice paths from (0, 0) to
  /// (n, m), one for each order of the joined samples, that stray as far (Hodges 1958,
  /// doi:10.1007/BF02589501), as `scipy.stats.ks_2samp` counts them with `method="exact"`.
  public static func kolmogorovSmirnov(_ x: [Double], _ y: [Double]) -> (statistic: Double, p: Double) {
    precondition(!x.isEmpty && !y.isEmpty, "two samples of at least one number each")
    let (n, m) = (x.count, y.count)
    // n m D is a whole number, so that no rounding decides which paths count.
    let distance =
      Set(x + y).map { point in
        abs(x.count { $0 <= point } * m - y.count { $0 <= point } * n)
      }.max() ?? 0
    // Row by row the share of the paths to (i, j) that have kept nearer than that.
    var near = [Double](repeating: 0, count: m + 1)
    for i in 0...n {
      for j in 0...m {
        if abs(i * m - j * n) >= distance {
          near[j] = 0
        } else if i + j == 0 {
          near[j] = 1
        } else {
          let (fromLeft, fromBelow) = (near[j], j > 0 ? near[j - 1] : 0)
          near[j] = (fromLeft * Double(i) + fromBelow * Double(j)) / Double(i + j)
        }
      }
    }
    return (Double(distance) / Double(n * m), 1 - near[m])
  }

  /// The two-sided Mann–Whitney test: U of the first sample, and its p-value.
  ///
  /// The p-value is the normal approximation with corrections for ties and continuity, which samples of
  /// twenty and more with many ties ask for: `scipy.stats.mannwhitneyu(method="asymptotic")`.
  public static func mannWhitney(_ x: [Double], _ y: [Double]) -> (statistic: Double, p: Double) {
    precondition(!x.isEmpty && !y.isEmpty, "two samples of at least one number each")
    let (n, m) = (Double(x.count), Double(y.count))
    let u = x.reduce(0) { sum, value in
      sum + Double(y.count { $0 < value }) + Double(y.count { $0 == value }) / 2
    }
    let ties = Dictionary(grouping: x + y) { $0 }.values.map { Double($0.count) }.sorted()
    let tied = ties.reduce(0) { $0 + ($1 * $1 * $1 - $1) } / ((n + m) * (n + m - 1))
    let deviation = (n * m / 12 * (n + m + 1 - tied)).squareRoot()
    let z = (max(u, n * m - u) - n * m / 2 - 0.5) / deviation
    return (u, min(1, erfc(z / 2.0.squareRoot())))
  }

  /// The p-value of Fisher's exact test, two-sided, of `hits` among `count` in two samples.
  ///
  /// It is the sum over all tables with these margins that are no likelier than this one:
  /// `scipy.stats.fisher_exact`.
  public static func fisher(
    hits: Int, of count: Int, against otherHits: Int, of otherCount: Int
  ) -> Double {
    precondition(
      0...count ~= hits && 0...otherCount ~= otherHits, "at most as many hits as there are in each sample")
    let all = hits + otherHits
    func chances(_ hits: Int) -> Double {
      exp(logChoices(count, hits) + logChoices(otherCount, all - hits) - logChoices(count + otherCount, all))
    }
    // Equal chances may differ in their last digits.
    let limit = chances(hits) * (1 + 1e-7)
    return (max(0, all - otherCount)...min(all, count)).map(chances).filter { $0 <= limit }.reduce(0, +)
  }

  private static func logChoices(_ n: Int, _ k: Int) -> Double {
    lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
  }
}
