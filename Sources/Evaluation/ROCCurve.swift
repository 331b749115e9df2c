/// The receiver operating characteristic: what share of the positives is found, at what share of false
/// alarms, as the threshold falls.
///
/// The curve begins at (0, 0), with an infinite threshold that nothing reaches, and ends at (1, 1). All
/// three arrays are `(points)`.
public struct ROCCurve: Sendable, Equatable {
  /// False positives by negatives, rising.
  public let falsePositiveRates: [Double]
  /// True positives by positives, rising.
  public let truePositiveRates: [Double]
  /// What score a sample needs at least to be taken for positive, falling.
  public let thresholds: [Double]

  /// Ranks samples by their scores, as scikit-learn's
  /// `roc_curve(truth, scores, sample_weight=weights, drop_intermediate=dropIntermediate)`.
  ///
  /// - Parameters:
  ///   - truth: whether each sample is positive.
  ///   - scores: how positive each sample is thought to be: probabilities, or any finite numbers.
  ///   - weights: how much each sample counts; default: 1.
  ///   - dropIntermediate: whether points on a straight line between others are left out; default: true.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, a score is not finite, a weight is
  ///   negative or not finite, or only one class occurs, so that a rate would be 0/0 (scikit-learn warns
  ///   and goes on with not-a-numbers).
  public init(
    truth: [Bool], scores: [Double], weights: [Double]? = nil, dropIntermediate: Bool = true
  ) throws(EvaluationError) {
    var counts = try ThresholdCounts(truth: truth, scores: scores, weights: weights)
    guard counts.positives > 0 else { throw .oneClassOnly(positive: false) }
    guard counts.negatives > 0 else { throw .oneClassOnly(positive: true) }
    if dropIntermediate { counts.dropIntermediate() }
    falsePositiveRates = [0] + counts.falsePositives.map { $0 / counts.negatives }
    truePositiveRates = [0] + counts.truePositives.map { $0 / counts.positives }
    thresholds = [.infinity] + counts.thresholds
  }

  /// The area under the curve by trapezoids.
  ///
  /// It is the chance that a positive sample scores above a negative one,
  /// ties counting half. 1 is perfect, 0.5 is chance.
  public var area: Double {
    pairwiseSum(
      thresholds.indices.dropFirst().map { index in
        (falsePositiveRates[index] - falsePositiveRates[index - 1])
          * (truePositiveRates[index] + truePositiveRates[index - 1]) / 2
      })
  }
}
