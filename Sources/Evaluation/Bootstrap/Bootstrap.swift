/// How far a number would move if the samples had been others, by drawing from the samples that there are.
///
///     let bootstrap = Bootstrap()
///     let interval = bootstrap.interval(of: matrix) { $0.matthewsCorrelation }
///
/// As many samples as there are of each true class are drawn from that class, with replacement, and the number
/// is computed anew, `resamples` times; the interval cuts the same share of the results off either end
/// (Efron's percentiles: Efron and Tibshirani 1993, doi:10.1201/9780429246593). The classes keep their sizes,
/// as where rows are drawn class by class.
///
/// The draws are a function of `seed` and the number of the resample: same seed, same interval.
public struct Bootstrap: Sendable, Hashable {
  /// How often samples are drawn.
  public let resamples: Int
  /// What the draws follow from.
  public let seed: UInt64
  /// How often such intervals are to hold the true number.
  public let level: Double

  /// How often samples are drawn where nothing else is asked for: from one seed to another the ends of a
  /// 95 % interval then differ by some six hundredths of a standard error.
  public static let usualResamples = 2000

  /// A way to draw.
  ///
  /// - Parameters:
  ///   - resamples: at least 1; default: 2,000.
  ///   - seed: default: 0.
  ///   - level: default: 95 %.
  public init(resamples: Int = usualResamples, seed: UInt64 = 0, level: Double = Interval.usualLevel) {
    Interval.check(level)
    precondition(resamples >= 1, "expected at least one resample, received \(resamples)")
    (self.resamples, self.seed, self.level) = (resamples, seed, level)
  }

  /// The interval between the percentiles of results; `nil` where one of them is not finite.
  ///
  /// Percentiles are interpolated linearly, as `numpy.quantile` does.
  public func interval(ofResults results: [Double]) -> Interval? {
    guard !results.isEmpty, results.allSatisfy(\.isFinite) else { return nil }
    let sorted = results.sorted()
    let tail = (1 - level) / 2
    return Interval(
      low: quantile(tail, ofSorted: sorted), high: quantile(1 - tail, ofSorted: sorted), level: level)
  }

  /// The interval of any statistic of numbers of one kind, such as a score of each seed.
  ///
  /// - Parameters:
  ///   - numbers: at least one.
  ///   - statistic: of as many numbers drawn from them, in rising order.
  public func interval(of numbers: [Double], _ statistic: ([Double]) -> Double) -> Interval? {
    precondition(!numbers.isEmpty, "expected numbers, received none")
    let sorted = numbers.sorted()
    return interval(
      ofResults: (0..<resamples).map { resample in
        var random = SplitMix64(seed: seed, stream: resample)
        var counts = [Int](repeating: 0, count: sorted.count)
        for _ in sorted { counts[random.next(below: sorted.count)] += 1 }
        return statistic(zip(sorted, counts).flatMap { repeatElement($0, count: $1) })
      })
  }

  /// The interval of the interquartile mean of numbers, such as a score of each seed: rliable's
  /// `get_interval_estimates` of `aggregate_iqm` on one task.
  public func interquartileMean(of numbers: [Double]) -> Interval? {
    interval(of: numbers) { Evaluation.interquartileMean(ofSorted: $0) }
  }
}
