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
    let check = Check(folder: "keras_network_made", name: name, source: .bundled)
    try check.compare(
      forward.float64, start, first20.inputs(forward.scaling, as: Double.self), first20.labels())
    try check.compare(
      forward.float32, start, first20.inputs(forward.scaling, as: Float.self), first20.labels())
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
    let check = Check(folder: "keras_network", name: name, source: .besideTheCSV)
    try check.compare(forward.float64, start, rows.inputs(nil, as: Double.self), rows.labels())
    try check.compare(forward.float32, start, rows.inputs(nil, as: Float.self), rows.labels())
  }
}

/// One fixture's comparison: Double to 10⁻¹² and Float to 10⁻⁵ of the value, gradients and layers of the
/// largest in their array, as the fixtures' README says.
private struct Check {
  let folder: String
  let name: String
  let source: Conformance.Source

  func compare<T: Scalar>(
    _ keras: KerasForward.Results, _ start: [KerasLayer], _ inputs: Matrix<T>, _ labels: [T]
  ) throws {
    let tolerance = T.self == Double.self ? 1e-12 : 1e-5
    let values = Conformance(folder, "probabilities and losses, \(T.self)", .relative(tolerance), source)
    let arrays = Conformance(
      folder, "logits, layers and gradients, \(T.self)", .ofLargest(tolerance), source)
    let model = Sequential<T>(try kerasArchitecture(), parameters: start.flat())
    #expect(values.agrees(name, model.predict(inputs), keras.probability))
    #expect(values.agrees(name, model.evaluate(inputs, labels).loss, keras.loss))

    var engine = PlainEngine<T>(model.architecture, capacity: 20)
    let depth = engine.layers.count
    let logits = engine.outputs(ofFirst: depth - 1, for: inputs, parameters: model.parameters).values
    #expect(arrays.agrees(name, logits, keras.logit))
    let firstRow = Matrix(rows: 1, columns: 9, values: Array(inputs.values[..<9]))
    for (layer, theirs) in keras.layerOutputsRow0.enumerated() {
      let ours = engine.outputs(ofFirst: 2 * (layer + 1), for: firstRow, parameters: model.parameters)
      #expect(arrays.agrees(name, ours.values, theirs), "layer \(layer)")
    }

    let clipped = zip(model.predict(inputs), labels).map {
      Double(BinaryCrossentropy.loss(probability: $0, label: $1))
    }
    let meanClipped = clipped.reduce(0, +) / Double(clipped.count)
    #expect(values.agrees(name, meanClipped, keras.lossClipped))

    let (_, gradients) = engine.gradients(
      on: ArraySlice(0..<20), of: Examples(inputs: inputs, labels: labels), noise: nil,
      parameters: model.parameters)
    let slopes = keras.gradients.flatMap { [$0.kernel.flatMap { $0 }, $0.bias] }
    #expect(slopes.count == 22)
    for (view, theirs) in zip(model.architecture.parameterViews, slopes) {
      #expect(arrays.agrees(name, Array(gradients[view.range]), theirs), "\(view.name)")
    }
  }
}
