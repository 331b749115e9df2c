import Evaluation
import TestSupport
import Testing

/// Laws of metrics of labels, each over sixty seeds.
///
/// Scores that come from sums in another order agree within 1e-12: at most 81 terms of double precision.
@Suite("Laws of confusion matrices and reports")
struct EvaluationLabelLawTests {
  struct Metric: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let value: @Sendable (ConfusionMatrix) -> Double

    init(_ name: String, _ value: @escaping @Sendable (ConfusionMatrix) -> Double) {
      (testDescription, self.value) = (name, value)
    }
  }

  /// Metrics that do not care which side is the truth.
  static let symmetric = [
    Metric("accuracy") { $0.accuracy },
    Metric("Matthews' correlation") { $0.matthewsCorrelation },
    Metric("kappa") { $0.cohenKappa() },
    Metric("linear kappa") { $0.cohenKappa(weighting: .linear) },
    Metric("quadratic kappa") { $0.cohenKappa(weighting: .quadratic) },
  ]

  /// Metrics that do not care what the classes are called.
  static let nameless = [
    Metric("accuracy") { $0.accuracy },
    Metric("Matthews' correlation") { $0.matthewsCorrelation },
    Metric("kappa") { $0.cohenKappa() },
    Metric("balanced accuracy") { $0.balancedAccuracy() },
    Metric("adjusted balanced accuracy") { $0.balancedAccuracy(adjusted: true) },
  ]

  private func matrix(_ sample: EvaluationSample) throws -> ConfusionMatrix {
    try ConfusionMatrix(
      truth: sample.truth, predictions: sample.predictions, classCount: sample.classCount)
  }

  private func report(
    _ truth: [Int], _ predictions: [Int], weights: [Double]? = nil
  ) throws -> ClassificationReport {
    try ClassificationReport(
      truth: truth.map { .integer($0) }, predictions: predictions.map { .integer($0) }, weights: weights)
  }

  private func agree(_ left: Double, _ right: Double) -> Bool {
    (left.isNaN && right.isNaN) || abs(left - right) <= 1e-12
  }

  @Test("Counts sum to the samples, by row, by column and in all", arguments: UInt64(0)..<60)
  func countsSumToSamples(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let matrix = try matrix(sample)
    #expect(matrix.total == Double(sample.truth.count))
    for index in 0..<sample.classCount {
      #expect(matrix.truthCounts[index] == Double(sample.truth.count { $0 == index }))
      #expect(matrix.predictionCounts[index] == Double(sample.predictions.count { $0 == index }))
    }
    let right = zip(sample.truth, sample.predictions).count { $0 == $1 }
    #expect(matrix.accuracy == Double(right) / Double(sample.truth.count))
  }

  @Test("Shares sum to 1, or to 0 where there is nothing to share", arguments: UInt64(0)..<60)
  func sharesSumToOne(seed: UInt64) throws {
    let matrix = try matrix(EvaluationSample(seed: seed))
    let byTruth = matrix.normalized(over: .truth)
    let byPrediction = matrix.normalized(over: .predictions)
    for index in matrix.labels.indices {
      #expect(agree(byTruth[index].reduce(0, +), matrix.truthCounts[index] == 0 ? 0 : 1))
      let column = byPrediction.reduce(0) { $0 + $1[index] }
      #expect(agree(column, matrix.predictionCounts[index] == 0 ? 0 : 1))
    }
    #expect(agree(matrix.normalized(over: .all).joined().reduce(0, +), 1))
  }

  @Test("Exchanging truth and predictions transposes the matrix", arguments: UInt64(0)..<60)
  func exchangeTransposes(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let matrix = try matrix(sample)
    let other = try ConfusionMatrix(
      truth: sample.predictions, predictions: sample.truth, classCount: sample.classCount)
    for row in matrix.labels.indices {
      for column in matrix.labels.indices {
        #expect(matrix[truth: row, prediction: column] == other[truth: column, prediction: row])
      }
    }
    for metric in Self.symmetric {
      #expect(agree(metric.value(matrix), metric.value(other)), "\(metric.testDescription)")
    }
  }

  @Test("Exchanging truth and predictions exchanges precision and recall", arguments: UInt64(0)..<60)
  func exchangeSwapsPrecisionAndRecall(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let report = try report(sample.truth, sample.predictions)
    let other = try self.report(sample.predictions, sample.truth)
    for (one, two) in zip(report.classes, other.classes) {
      #expect(one.label == two.label)
      #expect(one.scores.precision == two.scores.recall)
      #expect(one.scores.recall == two.scores.precision)
      #expect(one.scores.f1 == two.scores.f1)
    }
    #expect(report.accuracy == other.accuracy)
    #expect(report.macroAverage.precision == other.macroAverage.recall)
  }

  @Test("The order of the samples changes nothing", arguments: UInt64(0)..<60)
  func orderOfSamplesIsNothing(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let order = sample.order(seed: seed + 1)
    let (truth, predictions) = (sample.truth.inOrder(order), sample.predictions.inOrder(order))
    #expect(
      try matrix(sample)
        == ConfusionMatrix(truth: truth, predictions: predictions, classCount: sample.classCount))
    #expect(try report(sample.truth, sample.predictions) == report(truth, predictions))
  }

  @Test("A whole weight is as many equal samples", arguments: UInt64(0)..<60)
  func weightsAreRepetitions(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let weighted = try ConfusionMatrix(
      truth: sample.truth, predictions: sample.predictions, classCount: sample.classCount,
      weights: sample.weights)
    let (truth, predictions) = (sample.repeated(sample.truth), sample.repeated(sample.predictions))
    let repeated = try ConfusionMatrix(
      truth: truth, predictions: predictions, classCount: sample.classCount)
    #expect(weighted.rows == repeated.rows)
    let names = (0..<sample.classCount).map(String.init)
    let reports = (
      try ClassificationReport(
        truth: sample.truth, predictions: sample.predictions, classNames: names, weights: sample.weights),
      try ClassificationReport(truth: truth, predictions: predictions, classNames: names)
    )
    #expect(reports.0.rows == reports.1.rows)
  }

  @Test("Scores say the same of classes under other names and in another order", arguments: UInt64(0)..<60)
  func relabelling(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let names = Array(0..<sample.classCount).shuffled(using: &generator)
    let matrix = try matrix(sample)
    let renamed = try ConfusionMatrix(
      truth: sample.truth.map { names[$0] }, predictions: sample.predictions.map { names[$0] },
      classCount: sample.classCount)
    for row in matrix.labels.indices {
      for column in matrix.labels.indices {
        #expect(
          matrix[truth: row, prediction: column] == renamed[truth: names[row], prediction: names[column]])
      }
    }
    for metric in Self.nameless {
      #expect(agree(metric.value(matrix), metric.value(renamed)), "\(metric.testDescription)")
    }
  }

  @Test("Labels may be integers, floats or text: the report has the same scores", arguments: UInt64(0)..<60)
  func kindsOfLabels(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let kinds: [(Int) -> ClassLabel] = [
      { .integer($0) }, { .number(Double($0)) }, { .text("class \($0)") },
    ]
    let rows = try kinds.map { kind in
      try ClassificationReport(truth: sample.truth.map(kind), predictions: sample.predictions.map(kind)).rows
    }
    for other in rows.dropFirst() {
      #expect(rows[0].map(\.content) == other.map(\.content))
      #expect(rows[0].map(\.support) == other.map(\.support))
    }
  }

  @Test("Averages are what they are called", arguments: UInt64(0)..<60)
  func averages(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let report = try report(sample.truth, sample.predictions)
    let accuracy = try #require(report.accuracy)
    #expect(agree(report.weightedAverage.recall, accuracy))
    for micro in [report.microAverage.precision, report.microAverage.recall, report.microAverage.f1] {
      #expect(micro == accuracy)
    }
    #expect(report.support == Double(sample.truth.count))
    // A class that is only predicted counts in the macro average, not in the balanced accuracy.
    let matrix = try matrix(sample)
    let occurring = report.classes.filter { $0.support > 0 }
    #expect(
      agree(
        matrix.balancedAccuracy(),
        report.macroAverage.recall * Double(report.classes.count) / Double(occurring.count)))
    for row in report.classes {
      let (p, r) = (row.scores.precision, row.scores.recall)
      #expect(agree(row.scores.f1, p + r == 0 ? 0 : 2 * p * r / (p + r)))
    }
  }

  @Test("A report of some labels has the rows of the whole report", arguments: UInt64(0)..<60)
  func someLabels(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let whole = try report(sample.truth, sample.predictions)
    let wanted = Array(whole.classes.reversed().dropFirst())
    guard !wanted.isEmpty else { return }
    let part = try ClassificationReport(
      truth: sample.truth.map { .integer($0) }, predictions: sample.predictions.map { .integer($0) },
      labels: wanted.map(\.label))
    #expect(part.classes == wanted)
    #expect(part.accuracy == nil)
  }

  @Test("Perfect predictions score 1 everywhere", arguments: UInt64(0)..<60)
  func perfection(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let truth = [0, 1] + sample.truth
    let matrix = try ConfusionMatrix(truth: truth, predictions: truth, classCount: sample.classCount)
    for metric in Self.nameless + Self.symmetric {
      #expect(agree(metric.value(matrix), 1), "\(metric.testDescription)")
    }
    let report = try report(truth, truth)
    #expect(report.warnings.isEmpty)
    #expect(report.classes.allSatisfy { $0.scores.f1 == 1 })
  }
}
