import Foundation

/// The intervals of the scores of probabilities, all in closed form.
public struct ProbabilityIntervals: Sendable, Equatable {
  /// Of the area under the ROC curve, DeLong's; `nil` where only one class occurs or the scores separate the
  /// classes without fault.
  public let rocAUC: Interval?
  /// Of the Brier score, within 0 to 1; `nil` where a class has a single sample.
  public let brier: Interval?
  /// Of the log loss, at least 0; `nil` where a class has a single sample.
  public let logLoss: Interval?

  /// Computes all of them.
  ///
  /// - Parameters:
  ///   - truth: whether each sample is positive.
  ///   - probabilities: that each sample is positive, from 0 to 1.
  ///   - level: default: 95 %.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, or a number is no probability.
  public init(
    truth: [Bool], probabilities: [Double], level: Double = Interval.usualLevel
  ) throws(EvaluationError) {
    let losses = try likelihoods(truth: truth, probabilities: probabilities).map { -log($0) }
    let errors = zip(truth, probabilities).map { (($0 ? 1 : 0) - $1) * (($0 ? 1 : 0) - $1) }
    let classes = truth.map { $0 ? 1 : 0 }
    rocAUC = (try? ROCAreas(truth: truth, scores: [probabilities]))?.interval(of: 0, level: level)
    brier = (try? Interval.ofMean(errors, drawnFrom: classes, level: level))?.cut(to: 0...1)
    logLoss = (try? Interval.ofMean(losses, drawnFrom: classes, level: level))?.cut(to: 0...(.infinity))
  }
}

extension Interval {
  /// The part of the interval that a number can lie in.
  public func cut(to range: ClosedRange<Double>) -> Interval {
    Interval(low: max(low, range.lowerBound), high: min(high, range.upperBound), level: level)
  }
}
