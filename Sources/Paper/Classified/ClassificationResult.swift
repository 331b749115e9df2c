import Evaluation

/// The paper's `test()` on some rows of a file, and what else scikit-learn says of them.
///
/// The classes are those of the whole file, whatever part of a split is looked at, so that the parts can be
/// laid side by side.
public struct ClassificationResult: Sendable {
  /// How scikit-learn's functions are called.
  public struct Options: Sendable {
    /// The classes to report, as text, in the order wanted; `nil` for all, sorted.
    public var labels: [String]?
    /// What to call them; `nil` for the labels themselves.
    public var names: [String]?
    /// What 0/0 is.
    public var zeroDivision = ZeroDivision.warn
    /// How intervals are drawn; `nil` for none.
    public var bootstrap: Bootstrap?

    public init() {}
  }

  /// The part of the split; `nil` where the file has none.
  public let rows: ReportedRows?
  public let rowCount: Int
  public let confusion: ConfusionMatrix
  public let report: ClassificationReport
  /// Over all classes, whatever `labels` asked for.
  public let agreement: Agreement
  /// Where the file has probabilities.
  public let ranking: Ranking?
  /// How sure the metrics are, where that was asked for.
  public let intervals: ClassificationIntervals?
  /// Metrics that are 0/0.
  public let warnings: [String]

  /// Metrics of truth and predictions.
  public struct Agreement: Sendable, Encodable {
    /// As `accuracy_score`.
    public let accuracy: Double
    /// As `balanced_accuracy_score`.
    public let balancedAccuracy: Double
    /// As `matthews_corrcoef`.
    public let matthewsCorrcoef: Double
    /// As `cohen_kappa_score`; not a number where all rows are of one class and predicted so.
    public let cohenKappa: Double
  }

  /// Metrics of truth and probabilities.
  public struct Ranking: Sendable, Encodable {
    /// As `roc_auc_score`; not a number where only one class occurs.
    public let rocAuc: Double
    /// As `average_precision_score`; not a number where no row is positive.
    public let averagePrecision: Double
    /// As `brier_score_loss`.
    public let brier: Double
    /// As `log_loss`, in double precision.
    public let logLoss: Double
    /// The class that the probabilities are of, as scikit-learn calls it.
    public let posLabel: String
  }
}

extension ClassificationResult {
  /// The results for a file, as the paper has them.
  ///
  /// There is one for the test rows, one for the training rows (those that validate too) and one for all; or
  /// only one, for all rows, where the file has no split. A part without rows has no result.
  ///
  /// - Throws: `usage` for labels or names that do not go with the classes of the file; `badData` where none of
  ///   the labels is true in some part.
  public static func all(
    of rows: ClassifiedRows, _ options: Options = Options()
  ) throws(Failure) -> [ClassificationResult] {
    let labels = try rows.labels(options)
    guard let parts = rows.parts else {
      return [try ClassificationResult(rows, rows.truth.indices.map { $0 }, nil, labels, options)]
    }
    var results: [ClassificationResult] = []
    for part in ReportedRows.allCases.reversed() {
      let indices = parts.indices.filter { part.parts.contains(parts[$0]) }
      if indices.isEmpty { continue }
      results.append(try ClassificationResult(rows, indices, part, labels, options))
    }
    return results
  }

  private init(
    _ rows: ClassifiedRows, _ indices: [Int], _ part: ReportedRows?, _ labels: [ClassLabel],
    _ options: Options
  ) throws(Failure) {
    let truth = indices.map { rows.truth[$0] }
    let predictions = indices.map { rows.predictions[$0] }
    var warnings: [String] = []
    do throws(EvaluationError) {
      confusion = try ConfusionMatrix(truth: truth, predictions: predictions, labels: labels)
      report = try ClassificationReport(
        truth: truth, predictions: predictions, labels: labels, classNames: options.names,
        zeroDivision: options.zeroDivision)
      warnings = report.warnings.map(\.description)
      let matrix = try ConfusionMatrix(truth: truth, predictions: predictions, labels: rows.classes)
      agreement = Agreement(of: matrix)
      let probabilities = rows.probabilities.map { known in
        (truth: indices.map { known.isPositive[$0] }, values: indices.map { known.values[$0] })
      }
      let ranking = try probabilities.map { known throws(EvaluationError) in
        try Ranking(
          truth: known.truth, probabilities: known.values, positive: rows.probabilities?.positive,
          warnings: &warnings)
      }
      let (report, agreement) = (report, agreement)
      intervals = try options.bootstrap.map { bootstrap throws(EvaluationError) in
        try ClassificationIntervals(
          report, matrix, agreement, ranking, probabilities: probabilities, bootstrap)
      }
      self.ranking = ranking
    } catch {
      throw Failure(.badData, "\(rows.file): \(part.map { "\($0.words): " } ?? "")\(error)")
    }
    self.rows = part
    rowCount = indices.count
    self.warnings = warnings.map { "\(rows.file): \(part.map { "\($0.words): " } ?? "")\($0)" }
  }
}

extension ClassificationResult.Agreement {
  fileprivate init(of matrix: ConfusionMatrix) {
    accuracy = matrix.accuracy
    balancedAccuracy = matrix.balancedAccuracy()
    matthewsCorrcoef = matrix.matthewsCorrelation
    cohenKappa = matrix.cohenKappa()
  }
}

extension ClassificationResult.Ranking {
  fileprivate init(
    truth: [Bool], probabilities: [Double], positive: ClassLabel?, warnings: inout [String]
  ) throws(EvaluationError) {
    if truth.contains(true) {
      averagePrecision = try Evaluation.averagePrecision(truth: truth, scores: probabilities)
    } else {
      averagePrecision = .nan
      warnings.append("average_precision is undefined: no row is of the positive class")
    }
    if truth.contains(true) && truth.contains(false) {
      rocAuc = try Evaluation.rocAUC(truth: truth, scores: probabilities)
    } else {
      rocAuc = .nan
      warnings.append("roc_auc is undefined: only one class occurs")
    }
    brier = try brierScore(truth: truth, probabilities: probabilities)
    logLoss = try Evaluation.logLoss(truth: truth, probabilities: probabilities)
    posLabel = positive?.description ?? ""
  }
}

extension ClassifiedRows {
  /// The labels that are asked for, as the classes of the file are written; else all of them.
  fileprivate func labels(_ options: ClassificationResult.Options) throws(Failure) -> [ClassLabel] {
    var labels = classes
    if let words = options.labels {
      labels = []
      for word in words {
        guard let label = ClassLabel(word, as: classes.first) else {
          throw Failure(
            .usage, "--labels: expected whole numbers, as the classes in \(file) are, received '\(word)'")
        }
        guard !labels.contains(label) else {
          throw Failure(.usage, "--labels: expected each once, received '\(word)' twice")
        }
        labels.append(label)
      }
    }
    if let names = options.names {
      guard names.count == labels.count else {
        throw Failure(
          .usage,
          "--names: expected \(labels.count), for the classes \(labels.map(\.description).joined(separator: ", ")), "
            + "received \(names.count)")
      }
      guard Set(names.map { Array($0.utf8) }).count == names.count else {
        throw Failure(
          .usage, "--names: expected each once, received \(names.joined(separator: ", "))")
      }
    }
    return labels
  }
}
