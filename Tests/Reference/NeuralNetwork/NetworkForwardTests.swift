import Testing
import TestSupport

@testable import NeuralNetwork

/// Forward pass, loss and gradients against Keras 3.15.1, in both precisions.
@Suite struct NetworkForwardTests {
  @Test("Made rows: probabilities, layers, loss and gradients are Keras's", arguments: ["biased", "glorot"])
  func made(name: String) throws {
    let fixtures = Fixtures.bundled
    let forward = try fixtures.decodeSnakeCase(
      KerasForward.self, from: "keras_network_made/forward_\(name).json")
    let rows = try fixtures.decodeSnakeCase(KerasRows.self, from: "keras_network_made/rows.json")
    let start = try fixtures.decodeSnakeCase(
      [KerasLayer].self, from: "keras_network_made/weights_\(name).json")
    let first20 = KerasRows(x: Array(rows.x[..<20]), y: Array(rows.y[..<20]))
    try compare(forward.float64, start, first20.inputs(forward.scaling, as: Double.self), first20.labels())
    try compare(forward.float32, start, first20.inputs(forward.scaling, as: Float.self), first20.labels())
  }

  @Test(
    "Real rows: probabilities, layers, loss and gradients are Keras's",
    .enabled(if: RealData.isGiven, Comment(rawValue: RealData.reason)),
    arguments: ["biased", "glorot", "trained"])
  func real(name: String) throws {
    let fixtures = try #require(RealData.fixtures)
    let forward = try fixtures.decodeSnakeCase(KerasForward.self, from: "keras_network/forward_\(name).json")
    let start = try fixtures.decodeSnakeCase([KerasLayer].self, from: "keras_network/weights_\(name).json")
    let rows = KerasRows(x: try #require(forward.x), y: try #require(forward.y))
    // `x` holds the rows as fed: already scaled.
    try compare(forward.float64, start, rows.inputs(nil, as: Double.self), rows.labels())
    try compare(forward.float32, start, rows.inputs(nil, as: Float.self), rows.labels())
  }

  /// Double to 10⁻¹² and Float to 10⁻⁵ of the value, gradients and layers of the largest in their array:
  /// the tolerances of the fixtures' README.
  private func compare<T: Scalar>(
    _ keras: KerasForward.Results, _ start: [KerasLayer], _ inputs: Matrix<T>, _ labels: [T]
  ) throws {
    let tolerance = T.self == Double.self ? 1e-12 : 1e-5
    let model = Sequential<T>(try kerasArchitecture(), parameters: start.flat())
    for (ours, theirs) in zip(model.predict(inputs), keras.probability) {
      #expect(abs(Double(ours) - theirs) <= tolerance * abs(theirs))
    }
    #expect(abs(model.evaluate(inputs, labels).loss - keras.loss) <= tolerance * keras.loss)

    var engine = PlainEngine<T>(model.architecture, capacity: 20)
    let depth = engine.layers.count
    let logits = engine.outputs(ofFirst: depth - 1, for: inputs, parameters: model.parameters).values
    expectClose(logits, keras.logit, tolerance)
    let firstRow = Matrix(rows: 1, columns: 9, values: Array(inputs.values[..<9]))
    for (layer, theirs) in keras.layerOutputsRow0.enumerated() {
      let ours = engine.outputs(ofFirst: 2 * (layer + 1), for: firstRow, parameters: model.parameters)
      expectClose(ours.values, theirs, tolerance)
    }

    let clipped = zip(model.predict(inputs), labels).map {
      Double(BinaryCrossentropy.loss(probability: $0, label: $1))
    }
    let meanClipped = clipped.reduce(0, +) / Double(clipped.count)
    #expect(abs(meanClipped - keras.lossClipped) <= tolerance * keras.lossClipped)

    let (_, gradients) = engine.gradients(
      on: ArraySlice(0..<20), of: Examples(inputs: inputs, labels: labels), noise: nil,
      parameters: model.parameters)
    let arrays = keras.gradients.flatMap { [$0.kernel.flatMap { $0 }, $0.bias] }
    for (view, theirs) in zip(model.architecture.parameterViews, arrays) {
      expectClose(Array(gradients[view.range]), theirs, tolerance, Comment(rawValue: view.name))
    }
  }

  private func expectClose<T: Scalar>(
    _ ours: [T], _ theirs: [Double], _ tolerance: Double, _ comment: Comment? = nil
  ) {
    let largest = theirs.map(abs).max() ?? 0
    #expect(ours.count == theirs.count, comment)
    for (x, y) in zip(ours, theirs) { #expect(abs(Double(x) - y) <= tolerance * largest, comment) }
  }
}
