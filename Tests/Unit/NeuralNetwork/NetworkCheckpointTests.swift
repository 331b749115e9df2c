import NeuralNetwork
import Testing

@Suite struct NetworkCheckpointTests {
  private let inputs: Matrix<Float>
  private let labels: [Float]
  private let options: TrainingOptions
  private let model: Sequential<Float>

  init() throws {
    let rows: [[Float]] = (0..<40).map { row in
      let places = [row * 7, row * 7 + 5, row * 7 + 10]
      return places.map { Float($0 % 11) / 11 }
    }
    inputs = Matrix(rows)
    labels = rows.map { $0[0] > $0[1] ? 1 : 0 }
    options = TrainingOptions(
      batchSize: 8, epochs: 12, validationSplit: 0.25, seed: 3,
      earlyStopping: EarlyStopping(monitor: .valLoss, patience: 5, restoreBestWeights: true))
    let layers: [LayerSpec] = [
      .dense(units: 4, activation: .relu), .dropout(rate: 0.2), .dense(units: 1, activation: .sigmoid),
    ]
    model = Sequential(try Architecture(inputs: 3, layers: layers), seed: 3)
  }

  private func training() throws -> Training<Float> {
    try Training(model, inputs: inputs, labels: labels, options: options)
  }

  private func state(_ file: SafeTensors) throws(ModelError) -> Training<Float>.State {
    try Training.State(
      checkpoint: file, parameterCount: model.architecture.parameterCount, rule: options.earlyStopping,
      validates: true)
  }

  @Test func aFitThatIsLeftAfterAnyEpochAndTakenUpAgainEndsWithTheSameBits() throws {
    var whole = try training()
    let expected = try whole.run()
    for epochs in 0..<expected.epochsRun {
      var first = try training()
      for _ in 0..<epochs { _ = try first.nextEpoch() }
      let file = try SafeTensors(decoding: first.state.checkpoint().encoded())
      let state = try state(file)
      #expect(state == first.state)
      var second = try Training(
        resuming: state, of: model.architecture, inputs: inputs, labels: labels, options: options)
      #expect(try second.run() == expected, "after \(epochs) epochs")
    }
  }

  @Test func aCheckpointOfAnotherNetworkIsRefused() throws {
    let file = try training().state.checkpoint()
    #expect(throws: ModelError.shape(tensor: "parameters", expected: [22], received: [21])) {
      try Training<Float>.State(checkpoint: file, parameterCount: 22, rule: nil, validates: true)
    }
    let without = SafeTensors(tensors: file.tensors.filter { $0.name != "watch" })
    #expect(throws: ModelError.missingTensor("watch")) { try state(without) }
  }
}
