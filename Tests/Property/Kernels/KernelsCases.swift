import Kernels
import TestSupport

@testable import NeuralNetwork

/// A network, rows and parameters drawn at random: everything a step needs.
struct KernelsCase: CustomStringConvertible, Sendable {
  let architecture: Architecture
  let examples: Examples<Float>
  let parameters: [Float]
  let description: String

  /// The instruction sets of the processor at hand.
  static let levels = [KernelLevel.baseline, .V3, .V4].filter { $0.rawValue <= kernelBestLevel().rawValue }

  /// Dropout in each place that it can have beside a relu, for four numbers of rows.
  static let dropouts = 1000..<1000 + 4 * arrangements.count

  private static let arrangements: [[LayerSpec]] = {
    let (relu, dropout) = (LayerSpec.dense(units: 12, activation: .relu), LayerSpec.dropout(rate: 0.3))
    let answer = LayerSpec.dense(units: 1, activation: .sigmoid)
    return [
      [relu, dropout, answer], [relu, dropout, relu, dropout, answer], [relu, dropout, dropout, answer],
      [relu, .dropout(rate: 0), relu, answer], [dropout, relu, answer], [relu, relu, dropout, answer],
      [relu, .dense(units: 1, activation: .relu), dropout],
      [relu, .dense(units: 7, activation: .softmax), dropout, relu, answer],
    ]
  }()

  /// Widths and batches around the sizes of tiles and vectors, every activation and dropout in any place; or
  /// one of `dropouts`.
  init(number: Int) throws {
    if Self.dropouts.contains(number) {
      let (arrangement, rows) = (number - 1000).quotientAndRemainder(dividingBy: 4)
      try self.init(
        number, inputs: 9, rows: [1, 16, 75, 130][rows], layers: Self.arrangements[arrangement],
        SeededGenerator(seed: UInt64(number)))
      return
    }
    var random = SeededGenerator(seed: UInt64(number))
    let inputs = Int.random(in: 1...20, using: &random)
    let rows = [1, 2, 15, 16, 17, 31, 32, 33, 75, 80, 81, 100, 130].randomElement(using: &random) ?? 1
    var layers: [LayerSpec] = []
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      if Int.random(in: 0..<4, using: &random) == 0 {
        layers.append(.dropout(rate: Double.random(in: 0..<0.7, using: &random)))
      } else {
        layers.append(
          .dense(
            units: Int.random(in: 1...40, using: &random),
            activation: Activation.allCases.randomElement(using: &random) ?? .linear))
      }
    }
    // Most end as classifiers do, some in a bare probability.
    switch number % 5 {
    case 0: layers.append(.dense(units: 1, activation: .softplus))
    case 1: layers += [.dense(units: 1, activation: .sigmoid), .dropout(rate: 0.2)]
    default: layers.append(.dense(units: 1, activation: .sigmoid))
    }
    try self.init(number, inputs: inputs, rows: rows, layers: layers, random)
  }

  private init(
    _ number: Int, inputs: Int, rows: Int, layers: [LayerSpec], _ generator: SeededGenerator
  ) throws {
    var random = generator
    architecture = try Architecture(inputs: inputs, layers: layers)
    let values = (0..<rows * inputs).map { _ in Float.random(in: -2...2, using: &random) }
    examples = Examples(
      inputs: Matrix(rows: rows, columns: inputs, values: values),
      labels: (0..<rows).map { _ in Bool.random(using: &random) ? 1 : 0 })
    parameters = (0..<architecture.parameterCount).map { _ in Float.random(in: -0.6...0.6, using: &random) }
    description = "case \(number): \(rows) rows of \(inputs), \(layers)"
  }

  var rows: Int { examples.inputs.rows }
  let noise = Noise(seed: 8, run: 1, epoch: 3, step: 2)
}
