import Foundation
import NeuralNetwork
import TestSupport

extension Fixtures {
  /// A JSON file with names as in Python, read as a `T` with names as in Swift.
  func decodeSnakeCase<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: Data(try bytes(path)))
  }
}

/// Kernel and bias of one dense layer as the fixtures hold them.
struct KerasLayer: Decodable {
  let kernel: [[Double]]
  let bias: [Double]
}

extension [KerasLayer] {
  /// All numbers in the order of `Sequential.parameters`.
  func flat<T: Scalar>(_: T.Type = T.self) -> [T] {
    flatMap { $0.kernel.flatMap { $0 } + $0.bias }.map { T($0) }
  }
}

/// A file `forward_NAME.json`.
struct KerasForward: Decodable {
  struct Results: Decodable {
    let probability: [Double]
    let logit: [Double]
    let loss: Double
    let lossClipped: Double
    let layerOutputsRow0: [[Double]]
    let gradients: [KerasLayer]
  }

  let scaling: KerasScaling?
  /// The rows, in the files beside the real data; the invented ones are in `rows.json`.
  let x: [[Double]]?
  let y: [Double]?
  let float32: Results
  let float64: Results
}

/// Standardisation as the fixtures give it: (x − mean) / std.
struct KerasScaling: Decodable {
  let mean: [Double]
  let std: [Double]
}

/// A file `trajectory_NAME.json`: 20 epochs of `fit`.
struct KerasTrajectory: Decodable {
  struct History: Decodable {
    let loss: [Double]
    let binaryAccuracy: [Double]
    let valLoss: [Double]
    let valBinaryAccuracy: [Double]
  }

  struct Results: Decodable {
    let history: History
    let weightsAfterSteps: [String: [KerasLayer]]
    let finalWeights: [KerasLayer]
  }

  struct Apart: Decodable {
    let lossByEpoch: [Double]
  }

  let start: String
  let scaling: KerasScaling?
  let batchSize: Int
  let validationSplit: Double
  let fitRows: Int
  let float32: Results
  let float64: Results
  let apart: [String: Apart]

  /// How many epochs a single-precision port can be held to 10⁻⁶: as long as neither rounding nor the
  /// betas have sent Keras's own variants apart by that much.
  var comparableEpochs: Int {
    ["float32 against float64", "float64 against float64_exact_betas"]
      .compactMap { apart[$0]?.lossByEpoch.firstIndex { $0 >= 1e-6 } }.min() ?? float32.history.loss.count
  }
}

/// Rows with their labels.
struct KerasRows: Decodable {
  let x: [[Double]]
  let y: [Double]

  /// The inputs as fed: scaled in double if at all, then rounded to `T`.
  func inputs<T: Scalar>(_ scaling: KerasScaling?, as: T.Type = T.self) -> Matrix<T> {
    guard let scaling else { return Matrix(x.map { $0.map { T($0) } }) }
    return Matrix(
      x.map { row in row.indices.map { T((row[$0] - scaling.mean[$0]) / scaling.std[$0]) } })
  }

  func labels<T: Scalar>(_: T.Type = T.self) -> [T] { y.map { T($0) } }
}

/// The network of `keras_network` and `keras_network_made`: the paper's without its dropout layers.
func kerasArchitecture() throws -> Architecture {
  try Architecture(
    inputs: 9,
    layers: [
      .dense(units: 10, activation: .relu), .dense(units: 10, activation: .relu),
      .dense(units: 25, activation: .relu), .dense(units: 10, activation: .relu),
      .dense(units: 10, activation: .softplus), .dense(units: 10, activation: .relu),
      .dense(units: 10, activation: .softplus), .dense(units: 10, activation: .relu),
      .dense(units: 10, activation: .softmax), .dense(units: 5, activation: .relu),
      .dense(units: 1, activation: .sigmoid),
    ])
}
