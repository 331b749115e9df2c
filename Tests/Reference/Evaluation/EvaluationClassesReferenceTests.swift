import Evaluation
import Testing

/// Numbers of scikit-learn 1.9.1, NumPy 2.4.6; the calls stand beside them.
///
/// Ten samples of eighths: within
/// 1e-15, a few ulps.
@Suite("Metrics of many classes and of weighted scores are scikit-learn's")
struct EvaluationClassesReferenceTests {
  let truth = [0, 1, 2, 2, 1, 0, 2, 1, 2, 0]
  let probabilities = [
    [0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0.125, 0.375, 0.5], [0.5, 0.25, 0.25], [0.375, 0.375, 0.25],
    [0.75, 0.125, 0.125], [0.25, 0.25, 0.5], [0.25, 0.125, 0.625], [0.125, 0.125, 0.75], [0.25, 0.5, 0.25],
  ]

  @Test(
    "roc_auc_score(y, P, multi_class=…, average=…)",
    arguments: [
      (.oneVersusRest(.macro), 0.740079365079365), (.oneVersusRest(.weighted), 0.7452380952380953),
      (.oneVersusRest(.micro), 0.7525), (.oneVersusOne(weighted: false), 0.7361111111111112),
      (.oneVersusOne(weighted: true), 0.7395833333333334),
    ] as [(ClassComparison, Double)])
  func area(comparison: ClassComparison, expected: Double) throws {
    let area = try rocAUC(truth: truth, probabilities: probabilities, comparison: comparison)
    #expect(sameAsScikitLearn(area, expected, within: 1e-15))
  }

  @Test(
    "average_precision_score(y, P, average=…)",
    arguments: [(.macro, 0.6166666666666667), (.weighted, 0.6286111111111111), (.micro, 0.6333333333333333)]
      as [(ClassAverage, Double)])
  func precision(average: ClassAverage, expected: Double) throws {
    let precision = try averagePrecision(truth: truth, scores: probabilities, average: average)
    #expect(sameAsScikitLearn(precision, expected, within: 1e-15))
  }

  @Test("brier_score_loss(y, P) and log_loss(y, P)")
  func probabilityScores() throws {
    let brier = try brierScore(truth: truth, probabilities: probabilities)
    #expect(sameAsScikitLearn(brier, 0.528125, within: 1e-15))
    let loss = try logLoss(truth: truth, probabilities: probabilities)
    #expect(sameAsScikitLearn(loss, 0.9180812384074686, within: 1e-15))
  }

  @Test("The metrics of weighted scores, one weight being 0")
  func weighted() throws {
    let truth = [false, true, true, false, true, false]
    let scores = [0.25, 0.75, 0.5, 0.5, 0.125, 0.625]
    let weights = [1, 2, 0.5, 1, 0, 3]
    // roc_curve(y, s, sample_weight=w)
    let curve = try ROCCurve(truth: truth, scores: scores, weights: weights)
    #expect(sameAsScikitLearn(curve.falsePositiveRates, [0, 0, 0.6, 0.8, 1], within: 1e-15))
    #expect(sameAsScikitLearn(curve.truePositiveRates, [0, 0.8, 0.8, 1, 1], within: 1e-15))
    #expect(curve.thresholds == [.infinity, 0.75, 0.625, 0.5, 0.25])
    for (ours, theirs) in [
      (try rocAUC(truth: truth, scores: scores, weights: weights), 0.86),
      (try averagePrecision(truth: truth, scores: scores, weights: weights), 0.8769230769230769),
      (try brierScore(truth: truth, probabilities: scores, weights: weights), 0.23125),
      (try logLoss(truth: truth, probabilities: scores, weights: weights), 0.6460339662973918),
    ] {
      #expect(sameAsScikitLearn(ours, theirs, within: 1e-15), "\(ours), not \(theirs)")
    }
  }
}
