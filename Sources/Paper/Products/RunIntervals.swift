import Evaluation

/// How sure the numbers of a run are, at 95 %: computed once, beside the numbers themselves.
public struct RunIntervals: Sendable {
  /// In the order of `EvaluatedRun.splits`.
  public let splits: [SplitIntervals]
  /// Per kind of rows how the accuracies of the seeds are spread; empty for a run of one seed.
  let seeds: [ReportedRows: SeedSpread]
  /// What each feature is worth, the dearest first; empty where that was not measured.
  let importance: [FeatureImportance]
  /// What a curator is offered, of the test rows; `nil` where there are none.
  let offers: Offers?

  init(_ folder: RunFolder, splits: [EvaluatedSplit]) {
    let predictions = folder.predictions
    self.splits = concurrentMap(splits) { SplitIntervals($0, predictions) }
    let tables = folder.seeds.map { [$0] } ?? []
    let spreads = concurrentMap(tables.flatMap { table in ReportedRows.allCases.map { (table, $0) } }) {
      ($1, SeedSpread(of: $0.accuracies(on: $1)))
    }
    seeds = Dictionary(uniqueKeysWithValues: spreads)
    importance = folder.importance?.features ?? []
    offers = Offers(predictions)
  }

  /// The intervals on some of the rows.
  subscript(rows: ReportedRows) -> SplitIntervals? { splits.first { $0.rows == rows } }
}

/// How sure the numbers of some rows are.
public struct SplitIntervals: Sendable {
  public let rows: ReportedRows
  /// Of what the classification report prints.
  public let scores: ScoreIntervals
  /// Of the probabilities.
  public let probabilities: ProbabilityIntervals?
  /// The area under the ROC curve; `nil` where only one class occurs.
  public let area: Double?
  /// The mean squared error of the probabilities.
  public let brier: Double

  init(_ split: EvaluatedSplit, _ predictions: Predictions) {
    rows = split.rows
    scores = ScoreIntervals(split.confusion)
    let indices = predictions.rows(in: split.rows.parts)
    let truth = indices.map { predictions.target[$0] == 1 }
    let values = indices.map { Double(predictions.probability[$0]) }
    probabilities = try? ProbabilityIntervals(truth: truth, probabilities: values)
    area = try? rocAUC(truth: truth, scores: values)
    brier = (try? brierScore(truth: truth, probabilities: values)) ?? .nan
  }
}
