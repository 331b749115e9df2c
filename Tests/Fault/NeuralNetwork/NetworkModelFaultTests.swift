import Testing

@testable import NeuralNetwork

@Suite struct NetworkModelFaultTests {
  @Test(
    "A network that cannot be built says which layer is wrong",
    arguments: [
      (0, [.dense(units: 1)], .noInputs(received: 0)),
      (3, [], .noDenseLayer),
      (3, [.dropout(rate: 0.1)], .noDenseLayer),
      (3, [.dense(units: 2), .dense(units: 0)], .units(layer: 2, received: 0)),
      (3, [.dense(units: 2), .dropout(rate: 1)], .dropoutRate(layer: 2, received: 1)),
      (3, [.dropout(rate: -0.1), .dense(units: 2)], .dropoutRate(layer: 1, received: -0.1)),
    ] as [(Int, [LayerSpec], ModelError)])
  func architecture(inputs: Int, layers: [LayerSpec], fault: ModelError) {
    #expect(throws: fault) { try Architecture(inputs: inputs, layers: layers) }
  }

  @Test("A dropout rate that is no number is refused")
  func notANumber() {
    #expect(throws: ModelError.self) {
      try Architecture(inputs: 1, layers: [.dropout(rate: .nan), .dense(units: 1)])
    }
  }

  @Test("Weights of another network are refused, and the tensor is named")
  func weights() throws {
    let architecture = try Architecture(inputs: 2, layers: [.dense(units: 1)])
    let kernel = SafeTensors.Tensor(name: "dense/kernel", shape: [2, 1], numbers: [1, 2] as [Float])
    let bias = SafeTensors.Tensor(name: "dense/bias", shape: [1], numbers: [3] as [Float])
    let cases: [([SafeTensors.Tensor], ModelError)] = [
      ([kernel], .missingTensor("dense/bias")),
      (
        [kernel, bias, .init(name: "dense_1/bias", shape: [1], numbers: [0] as [Float])],
        .unknownTensor("dense_1/bias")
      ),
      (
        [.init(name: "dense/kernel", shape: [1, 2], numbers: [1, 2] as [Float]), bias],
        .shape(tensor: "dense/kernel", expected: [2, 1], received: [1, 2])
      ),
      (
        [kernel, .init(name: "dense/bias", shape: [1], numbers: [3] as [Double])],
        .dataType(tensor: "dense/bias", expected: .float32, received: .float64)
      ),
    ]
    for (tensors, fault) in cases {
      #expect(throws: fault) {
        try Sequential<Float>(architecture, weights: SafeTensors(tensors: tensors))
      }
    }
    let model = try Sequential<Float>(architecture, weights: SafeTensors(tensors: [kernel, bias]))
    #expect(model.parameters == [1, 2, 3])
  }
}
