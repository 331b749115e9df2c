import Evaluation

/// How the scores of many seeds are spread, and how sure their means are.
struct SeedSpread: Equatable, Sendable {
  let spread: Spread
  /// Student's interval of the mean; `nil` for a single seed.
  let meanInterval: Interval?
  /// The mean of the middle half, which a few seeds that went astray do not move.
  let interquartileMean: Double
  /// The bootstrap's interval of it; `nil` for a single seed.
  let interquartileInterval: Interval?

  /// - Parameter scores: one of each seed, at least one.
  init(of scores: [Double]) {
    spread = Spread(of: scores)
    meanInterval = (try? Interval.ofMean(scores))?.cut(to: 0...1)
    interquartileMean = Evaluation.interquartileMean(scores)
    interquartileInterval = scores.count > 1 ? Bootstrap().interquartileMean(of: scores) : nil
  }
}
