import Evaluation

/// The rows that a table and a heatmap are about.
public enum ReportedRows: String, CaseIterable, Codable, Sendable {
  case overall
  case train
  case test

  /// The product's name, as in the original.
  var stem: String {
    switch self {
    case .overall: "overall_data"
    case .train: "training_data"
    case .test: "test_data"
    }
  }

  /// What messages and meanings call the rows; prose has it from `Words`.
  var words: String {
    switch self {
    case .overall: "the whole data set"
    case .train: "the training data"
    case .test: "the test data"
    }
  }

  /// Training rows are, as in the paper, all that are not held out: those that validate too.
  var parts: Set<Predictions.Part> {
    switch self {
    case .overall: Set(Predictions.Part.allCases)
    case .train: [.train, .validation]
    case .test: [.test]
    }
  }
}

/// What a run comes to: computed once from its folder; figures, tables, numbers and prose only show it.
public struct EvaluatedRun: Sendable {
  public let folder: RunFolder
  /// In the order in which they were published of this run, else all rows, training, test.
  public let splits: [EvaluatedSplit]
  /// Plain models on the same test rows; `nil` where the experiment has none, and in all runs but the first.
  public let baselines: BaselineComparison?
  /// How sure the numbers are.
  public let intervals: RunIntervals

  public var record: RunRecord { folder.record }

  /// What is said of it, and in which language.
  let words: Words

  /// The settings of the run.
  let run: Experiment.Run

  /// Whether the network was left with the weights of the best epoch, and not with the last ones.
  var keepsBest: Bool {
    record.result.bestEpoch != nil
      && run.training.earlyStopping?.restoresBest(after: record.result.stop) == true
  }

  /// The epoch, from 1, whose weights the network was left with.
  var keptEpoch: Int {
    keepsBest ? record.result.bestEpoch ?? record.result.epochsRun : record.result.epochsRun
  }

  /// The class that every row is called, an index into the classes; `nil` where rows are told apart.
  var calledClass: Int? { split(.overall)?.calledClass }

  /// What stands behind the names of the run's products: nothing for the first run.
  let suffix: String

  /// - Parameter words: default: none, for what says nothing of it.
  /// - Throws: `badData` where the run's rows cannot be evaluated.
  public init(_ folder: RunFolder, words: Words = Words()) throws(Failure) {
    self.folder = folder
    self.words = words
    let runs = folder.record.experiment.runs
    guard let place = runs.firstIndex(where: { $0.name == folder.record.name }) else {
      preconditionFailure("a run folder has been checked to be one of its experiment's runs")
    }
    run = runs[place]
    suffix = place == 0 ? "" : "_" + run.name
    var splits: [EvaluatedSplit] = []
    let published = folder.record.experiment.published
    for rows in published?.order(of: run.name) ?? ReportedRows.allCases {
      splits.append(try EvaluatedSplit(rows, of: folder))
    }
    self.splits = splits
    baselines = try folder.baselines.map { columns throws(Failure) in
      try BaselineComparison(columns, in: folder)
    }
    intervals = RunIntervals(folder, splits: splits)
  }
}

/// The paper's `test()` on some of the rows.
public struct EvaluatedSplit: Sendable {
  public let rows: ReportedRows
  public let confusion: ConfusionMatrix
  public let report: ClassificationReport

  /// The class that all of the rows are called; `nil` where they are told apart, or where there are none.
  var calledClass: Int? {
    let called = report.classes.indices.filter { confusion.predictionCounts[$0] > 0 }
    return called.count == 1 ? called[0] : nil
  }

  init(_ rows: ReportedRows, confusion: ConfusionMatrix, report: ClassificationReport) {
    (self.rows, self.confusion, self.report) = (rows, confusion, report)
  }

  init(_ rows: ReportedRows, of folder: RunFolder) throws(Failure) {
    self.rows = rows
    let (truth, predictions) = folder.predictions.classes(on: rows)
    do throws(EvaluationError) {
      confusion = try folder.predictions.confusion(on: rows)
      report = try ClassificationReport(
        truth: truth, predictions: predictions, classNames: folder.record.experiment.data.classes)
    } catch {
      throw Failure(.badData, "\(folder.record.name): \(rows.words): \(error)")
    }
  }
}
