import Evaluation

extension Predictions {
  /// The true and the predicted class of some of the rows.
  func classes(on rows: ReportedRows) -> (truth: [Int], predictions: [Int]) {
    let indices = self.rows(in: rows.parts)
    return (indices.map { target[$0] }, indices.map { Self.predictedClass(probability[$0]) })
  }

  func confusion(on rows: ReportedRows) throws(EvaluationError) -> ConfusionMatrix {
    let (truth, predictions) = classes(on: rows)
    return try ConfusionMatrix(truth: truth, predictions: predictions, classCount: 2)
  }
}
