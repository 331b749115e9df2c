/// How precision pays for recall as the threshold rises.
///
/// `precisions` and `recalls` are `(thresholds + 1)`: point i takes the samples that score at least
/// `thresholds[i]` for positive, and the last point closes the curve at precision 1 and recall 0.
public struct PrecisionRecallCurve: Sendable, Equatable {
  /// True positives by all taken for positive.
  public let precisions: [Double]
  /// True positives by positives, falling from 1 to 0.
  public let recalls: [Double]
  /// The distinct scores, rising.
  public let thresholds: [Double]

  /// Ranks samples by their scores, as scikit-learn's
  /// `precision_recall_curve(truth, scores, sample_weight=weights)`.
  ///
  /// - Parameters:
  ///   - truth: whether each sample is positive.
  ///   - scores: how positive each sample is thought to be: probabilities, or any finite numbers.
  ///   - weights: how much each sample counts; default: 1.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, a score is not finite, a weight is
  ///   negative or not finite, or no sample is positive (scikit-learn warns and sets recall to 1).
  public init(truth: [Bool], scores: [Double], weights: [Double]? = nil) throws(EvaluationError) {
    let counts = try ThresholdCounts(truth: truth, scores: scores, weights: weights)
    guard counts.positives > 0 else { throw .noPositives }
    precisions =
      zip(counts.truePositives, counts.falsePositives).map { $0 / ($0 + $1) }.reversed() + [1]
    recalls = counts.truePositives.map { $0 / counts.positives }.reversed() + [0]
    thresholds = counts.thresholds.reversed()
  }

  /// The area under the curve in steps, Σ (Rᵢ − Rᵢ₊₁) Pᵢ: trapezoids would be too optimistic.
  public var averagePrecision: Double {
    max(
      0,
      pairwiseSum(
        thresholds.indices.map { (recalls[$0] - recalls[$0 + 1]) * precisions[$0] }))
  }
}

/// The mean precision over the recalls, as scikit-learn's
/// `average_precision_score(truth, scores, sample_weight=weights)`.
///
/// - Parameters:
///   - truth: whether each sample is positive.
///   - scores: how positive each sample is thought to be, finite.
///   - weights: how much each sample counts; default: 1.
/// - Throws: `EvaluationError`, as `PrecisionRecallCurve` does.
public func averagePrecision(
  truth: [Bool], scores: [Double], weights: [Double]? = nil
) throws(EvaluationError) -> Double {
  try PrecisionRecallCurve(truth: truth, scores: scores, weights: weights).averagePrecision
}

/// The mean precision for any number of classes, each against the rest, as scikit-learn's
/// `average_precision_score(truth, scores, average=average)`.
///
/// - Parameters:
///   - truth: the index of the true class of each sample.
///   - scores: `(samples, classes)`, finite.
///   - average: default: plain mean over the classes.
/// - Throws: `EvaluationError` where there is no sample, lengths or row lengths differ, an index is out of
///   range, a score is not finite, or the plain mean meets a class that does not occur.
public func averagePrecision(
  truth: [Int], scores: [[Double]], average: ClassAverage = .macro
) throws(EvaluationError) -> Double {
  _ = try Samples.classCount(of: scores, argument: .scores, truth: truth)
  for (sample, row) in scores.enumerated() {
    for score in row where !score.isFinite { throw .scoreNotFinite(score, sample: sample) }
  }
  return try average.overClasses(truth, scores) { truth, scores throws(EvaluationError) in
    try averagePrecision(truth: truth, scores: scores)
  }
}
