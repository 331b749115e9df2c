import Evaluation
import TestSupport
import Testing

/// Unless said otherwise within 1e-12: sums of at most 505 terms of at most 36 in double precision, whose
/// order NumPy and BLAS do not promise.
@Suite("Ranking, probability and agreement metrics are scikit-learn's")
struct EvaluationMetricsReferenceTests {
  struct Scores: Decodable {
    struct ROC: Decodable {
      let fpr: [Double]
      let tpr: [Double]
      let thresholds: [Double]
    }
    struct PrecisionRecall: Decodable {
      let precision: [Double]
      let recall: [Double]
      let thresholds: [Double]
    }
    struct Calibration: Decodable {
      let nBins: Int
      let strategy: String
      let probTrue: [Double]
      let probPred: [Double]
    }

    let yTrue: [Int]
    let yScore: [Double]
    let rocCurve: ROC
    let rocCurveAll: ROC
    let rocAuc: Double
    let precisionRecallCurve: PrecisionRecall
    let averagePrecision: Double
    let brier: Double
    let logLoss: Double
    let logLossFloat32: Double
    let calibration: [Calibration]

    var truth: [Bool] { yTrue.map { $0 == 1 } }
  }

  struct Labels: Decodable {
    struct Kappa: Decodable {
      let none: Double
      let linear: Double
      let quadratic: Double
    }

    let yTrue: [Int]
    let yPred: [Int]
    let accuracy: Double
    let matthewsCorrcoef: Double
    let cohenKappa: Kappa
    let balancedAccuracy: Double
    let balancedAccuracyAdjusted: Double
  }

  static func scores() throws -> [String: Scores] {
    try decodeFromScikitLearn([String: Scores].self, from: "metrics/scores.json")
  }

  static func labels() throws -> [String: Labels] {
    try decodeFromScikitLearn([String: Labels].self, from: "metrics/labels.json")
  }

  @Test("All 10 cases of scores and 8 of labels are there", .enabled(if: ScikitLearn.isBundled))
  func allCasesAreThere() throws {
    #expect(try Self.scores().count == 10)
    #expect(try Self.labels().count == 8)
  }

  @Test("ROC curves and areas", arguments: try scores().keys.sorted())
  func rocCurves(name: String) throws {
    let fixture = try #require(try Self.scores()[name])
    let same = Conformance("metrics", "thresholds of ROC curves", .exact)
    let near = Conformance("metrics", "ROC curves and their areas", .absolute(1e-12))
    for (expected, dropping) in [(fixture.rocCurve, true), (fixture.rocCurveAll, false)] {
      let curve = try ROCCurve(truth: fixture.truth, scores: fixture.yScore, dropIntermediate: dropping)
      #expect(near.agrees(name, curve.falsePositiveRates, expected.fpr))
      #expect(near.agrees(name, curve.truePositiveRates, expected.tpr))
      #expect(same.agrees(name, curve.thresholds, expected.thresholds))
      #expect(near.agrees(name, curve.area, fixture.rocAuc))
    }
    let area = try rocAUC(truth: fixture.truth, scores: fixture.yScore)
    #expect(near.agrees(name, area, fixture.rocAuc))
  }

  @Test("Precision-recall curves and average precision", arguments: try scores().keys.sorted())
  func precisionRecallCurves(name: String) throws {
    let fixture = try #require(try Self.scores()[name])
    let curve = try PrecisionRecallCurve(truth: fixture.truth, scores: fixture.yScore)
    let expected = fixture.precisionRecallCurve
    let same = Conformance("metrics", "thresholds of precision-recall curves", .exact)
    let near = Conformance("metrics", "precision-recall curves, average precision", .absolute(1e-12))
    #expect(near.agrees(name, curve.precisions, expected.precision))
    #expect(near.agrees(name, curve.recalls, expected.recall))
    #expect(same.agrees(name, curve.thresholds, expected.thresholds))
    let average = try averagePrecision(truth: fixture.truth, scores: fixture.yScore)
    #expect(near.agrees(name, average, fixture.averagePrecision))
  }

  @Test("Brier score and log loss", arguments: try scores().keys.sorted())
  func probabilityScores(name: String) throws {
    let fixture = try #require(try Self.scores()[name])
    let (truth, probabilities) = (fixture.truth, fixture.yScore)
    let brier = try brierScore(truth: truth, probabilities: probabilities)
    let near = Conformance("metrics", "Brier score and log loss", .absolute(1e-12))
    #expect(near.agrees(name, brier, fixture.brier))
    let loss: Double = try logLoss(truth: truth, probabilities: probabilities)
    #expect(near.agrees(name, loss, fixture.logLoss))
    let single = try logLoss(truth: truth, probabilities: probabilities.map { Float($0) })
    // Single precision throughout: eight ulps, for another `log` and another order of the sums.
    let nearSingle = Conformance("metrics", "log loss in single precision", .relative(1e-6))
    #expect(nearSingle.agrees(name, single, fixture.logLossFloat32))
  }

  @Test("Calibration curves", arguments: try scores().keys.sorted())
  func calibrationCurves(name: String) throws {
    let fixture = try #require(try Self.scores()[name])
    let near = Conformance("metrics", "calibration curves", .absolute(1e-12))
    for expected in fixture.calibration {
      let curve = try CalibrationCurve(
        truth: fixture.truth, probabilities: fixture.yScore, binCount: expected.nBins,
        strategy: expected.strategy == "quantile" ? .quantile : .uniform)
      #expect(near.agrees(name, curve.bins.map(\.observed), expected.probTrue))
      #expect(near.agrees(name, curve.bins.map(\.predicted), expected.probPred))
      #expect(curve.bins.reduce(0) { $0 + $1.count } == fixture.yTrue.count)
    }
  }

  @Test("Agreement of labels", arguments: try labels().keys.sorted())
  func agreement(name: String) throws {
    let fixture = try #require(try Self.labels()[name])
    let matrix = try ConfusionMatrix(
      truth: fixture.yTrue.map { .integer($0) }, predictions: fixture.yPred.map { .integer($0) })
    let near = Conformance("metrics", "agreement of labels", .absolute(1e-12))
    for (metric, ours, theirs) in [
      ("accuracy", matrix.accuracy, fixture.accuracy),
      ("Matthews", matrix.matthewsCorrelation, fixture.matthewsCorrcoef),
      ("kappa", matrix.cohenKappa(), fixture.cohenKappa.none),
      ("linear kappa", matrix.cohenKappa(weighting: .linear), fixture.cohenKappa.linear),
      ("quadratic kappa", matrix.cohenKappa(weighting: .quadratic), fixture.cohenKappa.quadratic),
      ("balanced accuracy", matrix.balancedAccuracy(), fixture.balancedAccuracy),
      ("adjusted", matrix.balancedAccuracy(adjusted: true), fixture.balancedAccuracyAdjusted),
    ] {
      #expect(near.agrees(name, ours, theirs), "\(metric): \(ours), not \(theirs)")
    }
  }
}
