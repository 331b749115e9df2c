/// The areas under the ROC curves of one or more scores of the same samples, and how far they would move
/// together if the samples had been others.
///
///     let areas = try ROCAreas(truth: truth, scores: [network, forest])
///     areas.interval(of: 0)               // of the network's area
///     areas.difference(from: 0, to: 1).p  // whether the forest ranks better
///
/// An area is the mean, over all pairs of a positive and a negative sample, of whether the positive one scores
/// higher; its variance follows from how much each sample contributes to that mean (DeLong, DeLong and
/// Clarke-Pearson 1988, doi:10.2307/2531595). The contributions are computed from ranks, so that the pairs
/// need not be gone through (Sun and Xu 2014, doi:10.1109/LSP.2014.2337313).
public struct ROCAreas: Sendable, Equatable {
  /// One for each score: `rocAUC(truth:scores:)`.
  public let areas: [Double]
  /// Of the areas, `(scores, scores)`; not numbers where a class has one sample only.
  public let covariance: [[Double]]

  /// Ranks samples by each of several scores.
  ///
  /// - Parameters:
  ///   - truth: whether each sample is positive.
  ///   - scores: `(scores, samples)`: how positive each sample is thought to be, finite.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, a score is not finite, or only one
  ///   class occurs.
  public init(truth: [Bool], scores: [[Double]]) throws(EvaluationError) {
    for scores in scores {
      try Samples.check(scores.count, of: .scores, truth: truth.count)
      try Samples.check(scores: scores)
    }
    let positives = truth.indices.filter { truth[$0] }
    let negatives = truth.indices.filter { !truth[$0] }
    guard !positives.isEmpty else { throw .oneClassOnly(positive: false) }
    guard !negatives.isEmpty else { throw .oneClassOnly(positive: true) }
    let (m, n) = (Double(positives.count), Double(negatives.count))

    // What share of the other class each sample is on the right side of.
    let contributions = scores.map { scores in
      let ranks = midranks(scores)
      let among = (
        positives: midranks(positives.map { scores[$0] }), negatives: midranks(negatives.map { scores[$0] })
      )
      return (
        positives: zip(positives, among.positives).map { (ranks[$0] - $1) / n },
        negatives: zip(negatives, among.negatives).map { 1 - (ranks[$0] - $1) / m }
      )
    }
    let areas = contributions.map { average($0.positives) }
    self.areas = areas
    covariance = areas.indices.map { one in
      areas.indices.map { other in
        func sum(_ a: [Double], _ b: [Double]) -> Double {
          pairwiseSum(zip(a, b).map { ($0 - areas[one]) * ($1 - areas[other]) })
        }
        return sum(contributions[one].positives, contributions[other].positives) / (m * (m - 1))
          + sum(contributions[one].negatives, contributions[other].negatives) / (n * (n - 1))
      }
    }
  }

  /// The interval of an area, area ± z·se within 0 to 1, as pROC's `ci.auc(method = "delong")`.
  ///
  /// - Parameters:
  ///   - index: of the score.
  ///   - level: default: 95 %.
  /// - Returns: `nil` where the variance is 0, as of classes that the score separates without fault, or unknown:
  ///   the formula then gives one point, which is no measure of doubt.
  public func interval(of index: Int, level: Double = Interval.usualLevel) -> Interval? {
    Self.interval(areas[index], variance: covariance[index][index], level: level, within: 0...1)
  }

  /// How much larger the area of one score is than that of another, and the p-value of DeLong's test of no
  /// difference, two-sided, as pROC's `roc.test(method = "delong", paired = TRUE)`.
  ///
  /// - Returns: `nil` for the estimate, and a p-value that is not a number, where the variance of the difference
  ///   is 0 or unknown.
  public func difference(
    from first: Int, to second: Int, level: Double = Interval.usualLevel
  ) -> (estimate: Estimate?, p: Double) {
    let value = areas[second] - areas[first]
    let variance = covariance[first][first] + covariance[second][second] - 2 * covariance[first][second]
    guard let interval = Self.interval(value, variance: variance, level: level, within: -1...1) else {
      return (nil, .nan)
    }
    return (Estimate(value, interval), StandardNormal.twoSidedTail(value / variance.squareRoot()))
  }

  private static func interval(
    _ value: Double, variance: Double, level: Double, within range: ClosedRange<Double>
  ) -> Interval? {
    Interval.check(level)
    // Rounding can leave a variance of nothing a hair from it.
    guard variance > 1e-15 else { return nil }
    let half = StandardNormal.twoSidedQuantile(level: level) * variance.squareRoot()
    return Interval(
      low: max(range.lowerBound, value - half), high: min(range.upperBound, value + half), level: level)
  }
}

/// The rank of each number from 1 up, equal ones sharing their mean: `scipy.stats.rankdata`.
func midranks(_ numbers: [Double]) -> [Double] {
  let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
  var ranks = [Double](repeating: 0, count: numbers.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
    start = end
  }
  return ranks
}
