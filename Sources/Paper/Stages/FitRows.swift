import NeuralNetwork
import TrackData

/// The training rows in the order in which a fit takes them: those that validate stand last.
struct FitRows: Sendable {
  /// The rows in the data.
  let rows: [Int]
  /// How many of the last ones validate, where they were drawn; `nil` leaves it to the share.
  let validationCount: Int?
  let inputs: Matrix<Float>
  let labels: [Float]

  /// - Parameters:
  ///   - train: the training rows in the order of the split.
  ///   - validation: the same split once more, where the rows that validate are drawn from them.
  ///   - inputs: of all rows of the data.
  ///   - target: of all rows of the data.
  init(_ train: [Int], validation: TrainTestSplit?, inputs: Matrix<Float>, target: [Int]) {
    let rows = validation.map { $0.train + $0.test } ?? train
    self.rows = rows
    validationCount = validation?.test.count
    self.inputs = Matrix(
      rows: rows.count, columns: inputs.columns, values: rows.flatMap { inputs[row: $0] })
    labels = rows.map { Float(target[$0]) }
  }
}
