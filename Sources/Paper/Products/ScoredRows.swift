import Evaluation

/// The probabilities that a run gives to some rows, beside what the rows truly are.
struct ScoredRows {
  let rows: ReportedRows
  /// Whether each row is of class 1.
  let truth: [Bool]
  /// The probability of class 1.
  let scores: [Double]

  init(_ rows: ReportedRows, of run: EvaluatedRun) {
    let predictions = run.folder.predictions
    let indices = predictions.rows(in: rows.parts)
    self.rows = rows
    truth = indices.map { predictions.target[$0] == 1 }
    scores = indices.map { Double(predictions.probability[$0]) }
  }

  /// Whether there are rows of either class, without which there is no curve.
  var hasBothClasses: Bool { truth.contains(true) && truth.contains(false) }

  /// How many rows are of class 1.
  var positives: Int { truth.count { $0 } }
}
