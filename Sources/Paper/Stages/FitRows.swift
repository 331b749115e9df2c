import NeuralNetwork
import TrackData

/// The training rows as a network is fitted to them.
struct FitRows: Sendable {
  let order: RowDivision.Order
  let inputs: Matrix<Float>
  let labels: [Float]

  /// - Parameters:
  ///   - inputs: of all rows of the data.
  ///   - target: of all rows of the data.
  init(_ order: RowDivision.Order, inputs: Matrix<Float>, target: [Int]) {
    self.order = order
    self.inputs = Matrix(
      rows: order.rows.count, columns: inputs.columns, values: order.rows.flatMap { inputs[row: $0] })
    labels = order.rows.map { Float(target[$0]) }
  }
}
