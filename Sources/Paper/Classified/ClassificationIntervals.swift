import Evaluation

/// How sure the metrics of a `ClassificationResult` are.
public struct ClassificationIntervals: Sendable {
  /// One number, its interval and how many rows they are taken from.
  public struct Line: Sendable {
    /// As scikit-learn calls it: `accuracy`, `precision`, `roc_auc`.
    public let score: String
    /// The class or average as the report names it; `nil` for a score of the whole.
    public let row: String?
    public let value: Double
    /// `nil` where the number is not defined, or nothing is known of its spread.
    public let interval: Interval?
    public let count: Int
  }

  public let bootstrap: Bootstrap
  /// In the order of the report; then the scores of agreement and those of probabilities.
  public let lines: [Line]

  /// - Parameters:
  ///   - matrix: over all classes, whatever the report was asked for.
  ///   - probabilities: where the file has them.
  init(
    _ report: ClassificationReport, _ matrix: ConfusionMatrix, _ agreement: ClassificationResult.Agreement,
    _ ranking: ClassificationResult.Ranking?, probabilities: (truth: [Bool], values: [Double])?,
    _ bootstrap: Bootstrap
  ) throws(EvaluationError) {
    let intervals = ScoreIntervals(matrix, bootstrap: bootstrap)
    let all = Int(matrix.total)
    var lines: [Line] = []
    func add(_ score: String, _ row: String?, _ value: Double, _ interval: Interval?, _ count: Int) {
      lines.append(
        Line(score: score, row: row, value: value, interval: value.isNaN ? nil : interval, count: count))
    }
    for one in report.classes {
      guard let place = matrix.labels.firstIndex(of: one.label) else { continue }
      let predicted = Int(matrix.predictionCounts[place])
      add("precision", one.name, one.scores.precision, intervals.precision[place], predicted)
      add("recall", one.name, one.scores.recall, intervals.recall[place], Int(one.support))
      add("f1-score", one.name, one.scores.f1, intervals.f1[place], all)
    }
    // Averages over some of the classes are not those that were drawn.
    if report.accuracy != nil, report.classes.count == matrix.classCount {
      for (name, scores, average) in [
        ("macro avg", report.macroAverage, intervals.macroAverage),
        ("weighted avg", report.weightedAverage, intervals.weightedAverage),
      ] {
        add("precision", name, scores.precision, average.precision, all)
        add("recall", name, scores.recall, average.recall, all)
        add("f1-score", name, scores.f1, average.f1, all)
      }
    }
    add("accuracy", nil, agreement.accuracy, intervals.accuracy, all)
    add("balanced_accuracy", nil, agreement.balancedAccuracy, intervals.balancedAccuracy, all)
    add("matthews_corrcoef", nil, agreement.matthewsCorrcoef, intervals.matthewsCorrelation, all)
    add("cohen_kappa", nil, agreement.cohenKappa, intervals.cohenKappa, all)
    if let ranking, let probabilities {
      let (truth, values) = probabilities
      let closed = try ProbabilityIntervals(truth: truth, probabilities: values, level: bootstrap.level)
      let precision = try bootstrap.averagePrecision(truth: truth, scores: values)
      add("roc_auc", nil, ranking.rocAuc, closed.rocAUC, all)
      add("average_precision", nil, ranking.averagePrecision, precision, all)
      add("brier", nil, ranking.brier, closed.brier, all)
      add("log_loss", nil, ranking.logLoss, closed.logLoss, all)
    }
    self.lines = lines
    self.bootstrap = bootstrap
  }
}

extension ClassificationIntervals {
  /// The lines as a table for a terminal.
  ///
  /// - Parameter digits: decimals of the numbers.
  public func text(digits: Int) -> String {
    func text(_ value: Double?) -> String {
      value.map { Fact("", .number($0, digits: digits), "").shown } ?? "-"
    }
    let percent = Fact("", .number(100 * bootstrap.level, digits: 0), "").shown
    var table = TextTable([
      .init(header: "\(percent) % intervals"), .init(header: "of"), .init(header: "number", isNumeric: true),
      .init(header: "low", isNumeric: true), .init(header: "high", isNumeric: true),
      .init(header: "n", isNumeric: true),
    ])
    table.rows = lines.map { line in
      [
        line.score, line.row ?? "", text(line.value), text(line.interval?.low), text(line.interval?.high),
        String(line.count),
      ]
    }
    return table.text
  }
}

extension ClassificationIntervals: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  /// Ends under the names of the numbers, those of the report under `classification_report`; `null` where there
  /// is no interval.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(bootstrap.level, forKey: Key("level"))
    try container.encode(bootstrap.resamples, forKey: Key("resamples"))
    // Of a dictionary the encoder leaves the keys as they are, whatever the classes are called.
    var report: [String: [String: Ends]] = [:]
    for line in lines {
      if let row = line.row {
        report[row, default: [:]][line.score] = Ends(line)
      } else {
        try container.encode(Ends(line), forKey: Key(line.score))
      }
    }
    try container.encode(report, forKey: Key("classification_report"))
  }

  private struct Ends: Encodable {
    let low: Double?
    let high: Double?

    init(_ line: Line) { (low, high) = (line.interval?.low, line.interval?.high) }

    private enum CodingKeys: String, CodingKey { case low, high }

    func encode(to encoder: any Encoder) throws {
      guard let low, let high else {
        var container = encoder.singleValueContainer()
        return try container.encodeNil()
      }
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(low, forKey: .low)
      try container.encode(high, forKey: .high)
    }
  }
}
