import Evaluation
import Testing

/// Laws of metrics of scores, each over sixty seeds.
///
/// Within 1e-12: at most 600 terms of at most 36 in double precision, in another order.
@Suite("Laws of rankings and probabilities")
struct EvaluationScoreLawTests {
  private func agree(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= 1e-12 }

  @Test("The area is the share of rightly ordered pairs, ties counting half", arguments: UInt64(0)..<60)
  func areaCountsPairs(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    var (right, pairs) = (0.0, 0.0)
    for (score, isPositive) in zip(sample.scores, sample.isPositive) where isPositive {
      for (other, otherIsPositive) in zip(sample.scores, sample.isPositive) where !otherIsPositive {
        right += score > other ? 1 : score == other ? 0.5 : 0
        pairs += 1
      }
    }
    #expect(agree(try rocAUC(truth: sample.isPositive, scores: sample.scores), right / pairs))
  }

  @Test("Negated scores and negated truth each turn the area round", arguments: UInt64(0)..<60)
  func negation(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let area = try rocAUC(truth: sample.isPositive, scores: sample.scores)
    #expect(agree(try rocAUC(truth: sample.isPositive, scores: sample.scores.map(-)), 1 - area))
    #expect(agree(try rocAUC(truth: sample.isPositive.map(!), scores: sample.scores), 1 - area))
  }

  @Test("Only the order of scores matters to curves", arguments: UInt64(0)..<60)
  func risingFunctions(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let stretched = sample.scores.map { $0 * $0 * 1000 - 3 }
    let curve = try ROCCurve(truth: sample.isPositive, scores: sample.scores)
    let other = try ROCCurve(truth: sample.isPositive, scores: stretched)
    #expect(curve.falsePositiveRates == other.falsePositiveRates)
    #expect(curve.truePositiveRates == other.truePositiveRates)
    let precision = try PrecisionRecallCurve(truth: sample.isPositive, scores: sample.scores)
    let otherPrecision = try PrecisionRecallCurve(truth: sample.isPositive, scores: stretched)
    #expect(precision.precisions == otherPrecision.precisions)
    #expect(precision.recalls == otherPrecision.recalls)
  }

  @Test("Each point of a curve is the confusion matrix at its threshold", arguments: UInt64(0)..<60)
  func pointsAreMatrices(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let truth = sample.isPositive.map { $0 ? 1 : 0 }
    let roc = try ROCCurve(truth: sample.isPositive, scores: sample.scores, dropIntermediate: false)
    let precision = try PrecisionRecallCurve(truth: sample.isPositive, scores: sample.scores)
    #expect(roc.thresholds.dropFirst().reversed() == precision.thresholds)
    for (point, threshold) in roc.thresholds.enumerated() {
      let matrix = try ConfusionMatrix(
        truth: truth, predictions: sample.scores.map { $0 >= threshold ? 1 : 0 }, classCount: 2)
      let byTruth = matrix.normalized(over: .truth)
      #expect(roc.falsePositiveRates[point] == byTruth[0][1])
      #expect(roc.truePositiveRates[point] == byTruth[1][1])
      if point > 0 {
        let mirrored = precision.thresholds.count - point
        #expect(precision.precisions[mirrored] == matrix.normalized(over: .predictions)[1][1])
        #expect(precision.recalls[mirrored] == byTruth[1][1])
      }
    }
  }

  @Test("Curves run from corner to corner, and dropped points change no area", arguments: UInt64(0)..<60)
  func corners(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let all = try ROCCurve(truth: sample.isPositive, scores: sample.scores, dropIntermediate: false)
    let dropped = try ROCCurve(truth: sample.isPositive, scores: sample.scores)
    #expect(agree(all.area, dropped.area))
    #expect(Set(dropped.thresholds).isSubset(of: all.thresholds))
    for curve in [all, dropped] {
      #expect(curve.falsePositiveRates.first == 0 && curve.falsePositiveRates.last == 1)
      #expect(curve.truePositiveRates.first == 0 && curve.truePositiveRates.last == 1)
      #expect(curve.falsePositiveRates == curve.falsePositiveRates.sorted())
      #expect(curve.truePositiveRates == curve.truePositiveRates.sorted())
      #expect(curve.thresholds == curve.thresholds.sorted(by: >))
    }
  }

  /// Metrics of probabilities of two classes, with weights.
  static let metrics: [@Sendable ([Bool], [Double], [Double]?) throws -> Double] = [
    { try rocAUC(truth: $0, scores: $1, weights: $2) },
    { try averagePrecision(truth: $0, scores: $1, weights: $2) },
    { try brierScore(truth: $0, probabilities: $1, weights: $2) },
    { try logLoss(truth: $0, probabilities: $1, weights: $2) },
  ]

  @Test("The order of the samples changes nothing", arguments: UInt64(0)..<60)
  func orderOfSamplesIsNothing(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let order = sample.order(seed: seed + 1)
    for metric in Self.metrics {
      let value = try metric(sample.isPositive, sample.scores, nil)
      let other = try metric(sample.isPositive.inOrder(order), sample.scores.inOrder(order), nil)
      #expect(agree(value, other))
    }
  }

  @Test("A whole weight is as many equal samples", arguments: UInt64(0)..<60)
  func weightsAreRepetitions(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    for metric in Self.metrics {
      let weighted = try metric(sample.isPositive, sample.scores, sample.weights)
      let repeated = try metric(sample.repeated(sample.isPositive), sample.repeated(sample.scores), nil)
      #expect(agree(weighted, repeated))
    }
  }

  @Test("Two classes are many classes, two of them", arguments: UInt64(0)..<60)
  func twoColumns(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let classes = sample.isPositive.map { $0 ? 1 : 0 }
    let rows = sample.scores.map { [1 - $0, $0] }
    let area = try rocAUC(truth: sample.isPositive, scores: sample.scores)
    #expect(agree(try rocAUC(truth: classes, probabilities: rows), area))
    let pairs = ClassComparison.oneVersusOne(weighted: true)
    #expect(agree(try rocAUC(truth: classes, probabilities: rows, comparison: pairs), area))
    let brier = try brierScore(truth: sample.isPositive, probabilities: sample.scores)
    #expect(agree(try brierScore(truth: classes, probabilities: rows), brier))
    let loss: Double = try logLoss(truth: sample.isPositive, probabilities: sample.scores)
    #expect(agree(try logLoss(truth: classes, probabilities: rows), loss))
  }

  @Test("Of all constant probabilities the base rate scores best", arguments: UInt64(0)..<60)
  func properScores(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let count = sample.isPositive.count
    let rate = Double(sample.isPositive.count { $0 }) / Double(count)
    func scores(_ probability: Double) throws -> (brier: Double, loss: Double) {
      let probabilities = [Double](repeating: probability, count: count)
      return (
        try brierScore(truth: sample.isPositive, probabilities: probabilities),
        try logLoss(truth: sample.isPositive, probabilities: probabilities)
      )
    }
    let best = try scores(rate)
    #expect(agree(best.brier, rate * (1 - rate)))
    for other in [rate * 0.9, rate + 0.1 * (1 - rate)] {
      let worse = try scores(other)
      #expect(worse.brier > best.brier && worse.loss > best.loss)
    }
  }

  @Test("Bins share out the samples", arguments: UInt64(0)..<60)
  func binsShareOutSamples(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    for strategy in CalibrationCurve.Strategy.allCases {
      for binCount in [1, 3, 5, 10] {
        let bins = try CalibrationCurve(
          truth: sample.isPositive, probabilities: sample.scores, binCount: binCount, strategy: strategy
        ).bins
        #expect(bins.count <= binCount && bins.allSatisfy { $0.count > 0 })
        #expect(bins.reduce(0) { $0 + $1.count } == sample.scores.count)
        #expect(bins.map(\.predicted) == bins.map(\.predicted).sorted())
        let positives = bins.reduce(0) { $0 + $1.observed * Double($1.count) }
        #expect(agree(positives, Double(sample.isPositive.count { $0 })))
        let probability = bins.reduce(0) { $0 + $1.predicted * Double($1.count) }
        #expect(agree(probability, sample.scores.reduce(0, +)))
      }
    }
  }
}
