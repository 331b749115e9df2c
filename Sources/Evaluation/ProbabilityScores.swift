import Foundation

/// The mean squared error of probabilities, as scikit-learn's
/// `brier_score_loss(truth, probabilities, sample_weight=weights)`: (1/n) Σ (yᵢ − pᵢ)².
///
/// 0 is perfect, 0.25 is what "always one half" gets. Brier 1950.
///
/// - Parameters:
///   - truth: whether each sample is positive.
///   - probabilities: that each sample is positive, from 0 to 1.
///   - weights: how much each sample counts; default: 1.
/// - Throws: `EvaluationError` where there is no sample, lengths differ, a number is no probability, or a
///   weight is negative or not finite.
public func brierScore(
  truth: [Bool], probabilities: [Double], weights: [Double]? = nil
) throws(EvaluationError) -> Double {
  try Samples.check(probabilities.count, of: .probabilities, truth: truth.count)
  try Samples.check(probabilities: probabilities)
  try Samples.check(weights: weights, truth: truth.count)
  return average(
    zip(truth, probabilities).map { isPositive, probability in
      let errors = isPositive ? (1 - probability, 1 - probability) : (probability, 1 - (1 - probability))
      return (errors.0 * errors.0 + errors.1 * errors.1) / 2
    }, weights: weights)
}

/// The mean squared error of probabilities for any number of classes, as scikit-learn's
/// `brier_score_loss(truth, probabilities, labels=range(classes))`: (1/n) Σᵢ Σₖ (yᵢₖ − pᵢₖ)², halved for two
/// classes so that it is the score of one column.
///
/// - Parameters:
///   - truth: the index of the true class of each sample.
///   - probabilities: `(samples, classes)`, each row summing to 1.
/// - Throws: `EvaluationError` where there is no sample, lengths or row lengths differ, an index is out of
///   range, or a row is not of probabilities that sum to 1 (scikit-learn only warns).
public func brierScore(truth: [Int], probabilities: [[Double]]) throws(EvaluationError) -> Double {
  let classCount = try Samples.classCount(of: probabilities, argument: .probabilities, truth: truth)
  try Samples.check(normalized: probabilities)
  let score = average(
    zip(truth, probabilities).map { index, row in
      pairwiseSum(
        row.enumerated().map { column, probability in
          let error = (column == index ? 1 : 0) - probability
          return error * error
        })
    })
  return classCount == 2 ? score / 2 : score
}

/// The mean surprise of the truth, the negative log-likelihood, as scikit-learn's
/// `log_loss(truth, probabilities, labels=[0, 1], sample_weight=weights)`:
/// −(1/n) Σ ln p(true class of i), p clipped to [ε, 1 − ε] with ε = 2⁻⁵², so that being certain and wrong
/// costs 36, not infinity.
///
/// - Parameters:
///   - truth: whether each sample is positive.
///   - probabilities: that each sample is positive, from 0 to 1.
///   - weights: how much each sample counts; default: 1.
/// - Throws: `EvaluationError` where there is no sample, lengths differ, a number is no probability, or a
///   weight is negative or not finite.
public func logLoss(
  truth: [Bool], probabilities: [Double], weights: [Double]? = nil
) throws(EvaluationError) -> Double {
  try Samples.check(weights: weights, truth: truth.count)
  let likelihoods = try likelihoods(truth: truth, probabilities: probabilities)
  return average(likelihoods.map { -log($0) }, weights: weights)
}

/// The log loss of single-precision probabilities, such as a network gives, as scikit-learn finds it for
/// `float32` arrays: ε = 2⁻²³, all sums in single precision, being certain and wrong costs 16.
///
/// - Parameters:
///   - truth: whether each sample is positive.
///   - probabilities: that each sample is positive, from 0 to 1.
/// - Throws: `EvaluationError` where there is no sample, lengths differ, or a number is no probability.
public func logLoss(truth: [Bool], probabilities: [Float]) throws(EvaluationError) -> Float {
  average(try likelihoods(truth: truth, probabilities: probabilities).map { -log($0) })
}

/// The log loss for any number of classes, as scikit-learn's
/// `log_loss(truth, probabilities, labels=range(classes))`.
///
/// - Parameters:
///   - truth: the index of the true class of each sample.
///   - probabilities: `(samples, classes)`, each row summing to 1.
/// - Throws: `EvaluationError` where there is no sample, lengths or row lengths differ, an index is out of
///   range, or a row is not of probabilities that sum to 1 (scikit-learn only warns).
public func logLoss(truth: [Int], probabilities: [[Double]]) throws(EvaluationError) -> Double {
  _ = try Samples.classCount(of: probabilities, argument: .probabilities, truth: truth)
  try Samples.check(normalized: probabilities)
  return average(zip(truth, probabilities).map { index, row in -log(clipped(row[index])) })
}

/// The clipped probability of what came true, for each sample.
func likelihoods<Number: BinaryFloatingPoint>(
  truth: [Bool], probabilities: [Number]
) throws(EvaluationError) -> [Number] {
  try Samples.check(probabilities.count, of: .probabilities, truth: truth.count)
  try Samples.check(probabilities: probabilities)
  return zip(truth, probabilities).map { clipped($0 ? $1 : 1 - $1) }
}

private func clipped<Number: BinaryFloatingPoint>(_ probability: Number) -> Number {
  min(max(probability, .ulpOfOne), 1 - .ulpOfOne)
}
