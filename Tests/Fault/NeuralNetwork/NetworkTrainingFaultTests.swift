import Testing

@testable import NeuralNetwork

@Suite struct NetworkTrainingFaultTests {
  private static let labels: [Float] = [0, 1, 0, 1]
  private static let inputs = Matrix<Float>([[0], [1], [2], [3]])

  private func fit(
    _ options: TrainingOptions, _ inputs: Matrix<Float> = inputs, outputs: Int = 1,
    parameters: [Float]? = nil
  ) throws {
    let architecture = try Architecture(
      inputs: 1, layers: [.dense(units: outputs, activation: .sigmoid)])
    let model =
      parameters.map { Sequential<Float>(architecture, parameters: $0) } ?? Sequential(architecture)
    _ = try model.fit(inputs, Self.labels, options: options)
  }

  @Test(
    "An option that makes no sense is refused by name",
    arguments: [
      (TrainingOptions(batchSize: 0), "batch_size: expected at least 1, received 0"),
      (TrainingOptions(epochs: 0), "epochs: expected at least 1, received 0"),
      (
        TrainingOptions(validationSplit: 1),
        "validation_split: expected at least 0 and below 1, received 1.0"
      ),
      (
        TrainingOptions(validationSplit: .nan),
        "validation_split: expected at least 0 and below 1, received nan"
      ),
      (
        TrainingOptions(validationSplit: 0.9),
        "validation_split 0.9 leaves no rows to fit or none to validate: received 4 rows"
      ),
      (
        TrainingOptions(adam: Adam(learningRate: 0)),
        "learning_rate: expected a finite number above 0, received 0.0"
      ),
      (
        TrainingOptions(adam: Adam(beta2: 1)), "beta_2: expected at least 0 and below 1, received 1.0"
      ),
      (
        TrainingOptions(adam: Adam(epsilon: .infinity)),
        "epsilon: expected a finite number above 0, received inf"
      ),
      (
        TrainingOptions(earlyStopping: EarlyStopping(monitor: .loss, patience: -1)),
        "patience: expected at least 0, received -1"
      ),
      (
        TrainingOptions(earlyStopping: EarlyStopping(monitor: .loss, startFromEpoch: -2)),
        "start_from_epoch: expected at least 0, received -2"
      ),
      (
        TrainingOptions(earlyStopping: EarlyStopping(monitor: .loss, minDelta: .nan)),
        "min_delta: expected a finite number, received nan"
      ),
      (
        TrainingOptions(earlyStopping: EarlyStopping(monitor: .valLoss)),
        "early stopping monitors val_loss: expected a validation_split above 0, received 0"
      ),
    ])
  func options(options: TrainingOptions, sentence: String) {
    let error = #expect(throws: TrainingError.self) { try fit(options) }
    #expect(error.map { "\($0)" } == sentence)
  }

  @Test("Rows and outputs that do not fit the network are refused")
  func shapes() {
    #expect(throws: TrainingError.inputColumns(expected: 1, received: 2)) {
      try fit(TrainingOptions(), Matrix([[0, 0], [1, 1], [2, 2], [3, 3]]))
    }
    #expect(throws: TrainingError.outputUnits(received: 2)) { try fit(TrainingOptions(), outputs: 2) }
  }

  @Test("A loss that is no number stops the fit in its batch")
  func notANumber() {
    let inputs = Matrix<Float>([[0], [1], [.nan], [3]])
    #expect(throws: TrainingError.lossIsNotFinite(epoch: 1, batch: 3)) {
      try fit(TrainingOptions(batchSize: 1, shuffle: false), inputs)
    }
    #expect(throws: TrainingError.lossIsNotFinite(epoch: 1, batch: 1)) {
      try fit(TrainingOptions(), parameters: [.infinity, 0])
    }
    let sentence = TrainingError.lossIsNotFinite(epoch: 7, batch: 3).description
    #expect(sentence.hasPrefix("the loss is no longer a finite number in epoch 7, batch 3"))
  }

  @Test("A NaN passes through every layer and activation to the loss", arguments: Activation.allCases)
  func notANumberPasses(activation: Activation) throws {
    let architecture = try Architecture(
      inputs: 1,
      layers: [.dense(units: 2, activation: activation), .dense(units: 1, activation: .sigmoid)])
    let model = Sequential<Float>(architecture)
    #expect(model.evaluate(Matrix([[.nan]]), [1]).loss.isNaN)
  }

  @Test("A validation loss that is no number stops the fit too")
  func validation() {
    #expect(throws: TrainingError.validationLossIsNotFinite(epoch: 1)) {
      try fit(TrainingOptions(validationSplit: 0.25), Matrix([[0], [1], [2], [.nan]]))
    }
  }
}
