import Testing

@testable import NeuralNetwork

@Suite struct NetworkModelTests {
  @Test("Parameters are named, shaped and laid out as Keras's")
  func views() throws {
    let architecture = try Architecture(
      inputs: 3, layers: [.dense(units: 2, activation: .relu), .dropout(rate: 0.5), .dense(units: 1)])
    #expect(architecture.names == ["dense", "dropout", "dense_1"])
    #expect(architecture.widths == [2, 2, 1])
    #expect(architecture.outputs == 1)
    #expect(
      architecture.parameterViews == [
        ParameterView(name: "dense/kernel", shape: [3, 2], range: 0..<6),
        ParameterView(name: "dense/bias", shape: [2], range: 6..<8),
        ParameterView(name: "dense_1/kernel", shape: [2, 1], range: 8..<10),
        ParameterView(name: "dense_1/bias", shape: [1], range: 10..<11),
      ])
    #expect(architecture.parameterCount == 11)
  }

  @Test("A dense layer is x W + b, with W as inputs by units")
  func dense() throws {
    let architecture = try Architecture(inputs: 2, layers: [.dense(units: 3)])
    let model = Sequential<Double>(architecture, parameters: [1, 2, 3, 10, 20, 30, 100, 200, 300])
    let outputs = model.outputs(for: Matrix([[1, 0], [0, 1], [2, 3]]))
    #expect(outputs == Matrix([[101, 202, 303], [110, 220, 330], [132, 264, 396]]))
    #expect(model[parameter: "dense/kernel"] == [1, 2, 3, 10, 20, 30])
    #expect(model[parameter: "dense/bias"] == [100, 200, 300])
    #expect(model[parameter: "dense_1/bias"] == nil)
  }

  @Test("A row's probability does not depend on the rows beside it")
  func rowsApart() throws {
    let architecture = try Architecture(
      inputs: 4,
      layers: [
        .dense(units: 6, activation: .softmax), .dropout(rate: 0.3),
        .dense(units: 1, activation: .sigmoid),
      ])
    let model = Sequential<Float>(architecture, seed: 5)
    var stream = RandomStream(seed: 9, run: 0, purpose: .weights)
    // More rows than one pass takes.
    let rows = (0..<600).map { _ in (0..<4).map { _ in stream.nextUnit() } }
    let all = model.predict(Matrix(rows))
    #expect(all.count == 600)
    for row in [0, 255, 256, 599] { #expect(model.predict(Matrix([rows[row]])) == [all[row]]) }
  }

  @Test("Evaluation is the mean over the rows")
  func evaluate() throws {
    // A single sigmoid of the input itself.
    let architecture = try Architecture(inputs: 1, layers: [.dense(units: 1, activation: .sigmoid)])
    let model = Sequential<Double>(architecture, parameters: [1, 0])
    let result = model.evaluate(Matrix([[2], [-1], [0], [0]]), [1, 1, 0, 1])
    // log(1 + e⁻²), log(1 + e), log 2 twice; 0.5 is class 0.
    let expected = (0.126928011042972 + 1.313261687518223 + 2 * 0.693147180559945) / 4
    #expect(abs(result.loss - expected) < 1e-14)
    #expect(result.binaryAccuracy == 0.5)
  }

  @Test("Fresh weights of a Double network are those of the Float one")
  func samePrecisionStart() throws {
    let architecture = try Architecture(inputs: 9, layers: [.dense(units: 10), .dense(units: 1)])
    let floats = Sequential<Float>(architecture, seed: 4).parameters
    #expect(Sequential<Double>(architecture, seed: 4).parameters == floats.map(Double.init))
  }
}
