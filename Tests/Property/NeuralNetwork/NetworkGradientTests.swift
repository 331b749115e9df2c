import Testing
import TestSupport

@testable import NeuralNetwork

/// One harness for every layer and activation: what `backward` says is what finite differences show.
@Suite struct NetworkGradientTests {
  /// Each layer between two dense ones, so that slopes must pass through it, and as the last.
  private static let stacks: [[LayerSpec]] =
    Activation.allCases.map { [.dense(units: 5, activation: $0), .dense(units: 1, activation: .sigmoid)] }
    + [
      [
        .dense(units: 4, activation: .tanh), .dropout(rate: 0.4), .dense(units: 3, activation: .gelu),
        .dropout(rate: 0.2), .dense(units: 1, activation: .sigmoid),
      ],
      [.dropout(rate: 0.3), .dense(units: 1, activation: .sigmoid)],
      // Bare probabilities: the last layer is no sigmoid.
      [.dense(units: 3, activation: .sigmoid), .dense(units: 1, activation: .softplus)],
      [.dense(units: 2, activation: .sigmoid), .dense(units: 1, activation: .sigmoid), .dropout(rate: 0.1)],
    ]

  @Test("Gradients are the slopes of the loss", arguments: stacks)
  func gradients(layers: [LayerSpec]) throws {
    let architecture = try Architecture(inputs: 3, layers: layers)
    var random = SeededGenerator(seed: 11)
    let rows = 11
    let inputs = Matrix<Double>(
      (0..<rows).map { _ in (0..<3).map { _ in Double.random(in: -1...1, using: &random) } })
    let examples = Examples(inputs: inputs, labels: (0..<rows).map { Double($0 % 2) })
    let parameters = (0..<architecture.parameterCount).map { _ in
      Double.random(in: -0.6...0.6, using: &random)
    }
    let noise = Noise(seed: 3, run: 0, epoch: 1, step: 1)
    var engine = PlainEngine<Double>(architecture, capacity: rows)
    let (_, gradients) = engine.gradients(
      on: ArraySlice(0..<rows), of: examples, noise: noise, parameters: parameters)

    let step = 1e-5
    for index in parameters.indices {
      func loss(_ offset: Double) -> Double {
        var moved = parameters
        moved[index] += offset
        // The same noise draws the same masks.
        return engine.gradients(
          on: ArraySlice(0..<rows), of: examples, noise: noise, parameters: moved
        ).tally.meanLoss
      }
      let slope = (loss(step) - loss(-step)) / (2 * step)
      // Central differences err by about step² and rounding / step, both near 10⁻¹⁰ here.
      #expect(abs(slope - gradients[index]) < 1e-8, "parameter \(index) of \(layers)")
    }
  }
}
