import Evaluation
import Testing

@Suite("Curves of scores worked out by hand")
struct EvaluationCurveTests {
  // Falling: 0.9 +, 0.8 −, 0.8 +, 0.4 −, 0.1 −
  let truth = [false, true, true, false, false]
  let scores = [0.8, 0.9, 0.8, 0.1, 0.4]

  @Test("The ROC curve takes equal scores in one step, and drops what lies on a straight line")
  func rocCurve() throws {
    let all = try ROCCurve(truth: truth, scores: scores, dropIntermediate: false)
    #expect(all.falsePositiveRates == [0, 0, 1 / 3.0, 2 / 3.0, 1])
    #expect(all.truePositiveRates == [0, 0.5, 1, 1, 1])
    #expect(all.thresholds == [.infinity, 0.9, 0.8, 0.4, 0.1])
    let curve = try ROCCurve(truth: truth, scores: scores)
    #expect(curve.thresholds == [.infinity, 0.9, 0.8, 0.1])
    // Of six pairs of a positive and a negative, five are in order and one is equal.
    #expect(abs(curve.area - 5.5 / 6) <= 1e-15)
  }

  @Test("The precision-recall curve rises from the base rate to precision 1 at recall 0")
  func precisionRecallCurve() throws {
    let curve = try PrecisionRecallCurve(truth: truth, scores: scores)
    #expect(curve.thresholds == [0.1, 0.4, 0.8, 0.9])
    #expect(curve.precisions == [0.4, 0.5, 2 / 3.0, 1, 1])
    #expect(curve.recalls == [1, 1, 1, 0.5, 0])
    #expect(curve.averagePrecision == 0.5 * 1 + 0.5 * (2 / 3.0))
  }

  @Test("Where all scores are equal there is one threshold, and the area is one half")
  func oneThreshold() throws {
    let curve = try ROCCurve(truth: [true, false, true], scores: [0.3, 0.3, 0.3])
    #expect(curve.thresholds == [.infinity, 0.3])
    #expect(curve.area == 0.5)
  }

  @Test("A probability on an inner edge belongs to the bin below; empty bins are left out")
  func calibrationEdges() throws {
    let curve = try CalibrationCurve(
      truth: [false, true, true, true], probabilities: [0, 0.25, 0.3, 1], binCount: 4)
    #expect(
      curve.bins.map(\.count) == [2, 1, 1] && curve.bins.map(\.observed) == [0.5, 1, 1]
        && curve.bins.map(\.predicted) == [0.125, 0.3, 1])
  }

  @Test("Quantile bins hold equally many; equal probabilities stay together")
  func calibrationQuantiles() throws {
    let even = try CalibrationCurve(
      truth: [true, false, true, false], probabilities: [0.1, 0.2, 0.3, 0.9], binCount: 2, strategy: .quantile
    )
    #expect(even.bins.map(\.count) == [2, 2])
    let tied = try CalibrationCurve(
      truth: [true, false, true, false], probabilities: [0.2, 0.2, 0.2, 0.9], binCount: 4, strategy: .quantile
    )
    #expect(tied.bins.map(\.count) == [3, 1])
    let one = try CalibrationCurve(truth: [true], probabilities: [0.2], binCount: 3, strategy: .quantile)
    #expect(one.bins.map(\.count) == [1])
  }

  @Test("A certain and wrong probability costs the logarithm of epsilon, not infinity")
  func certainAndWrong() throws {
    #expect(try abs(logLoss(truth: [true], probabilities: [0.0]) - 36.04365338911715) <= 1e-12)
    let single: Float = try logLoss(truth: [true], probabilities: [0])
    #expect(abs(single - 15.942385) <= 2e-6)
    #expect(try brierScore(truth: [true, false], probabilities: [0, 1]) == 1)
  }
}
