import NeuralNetwork

/// The paper's training work on made rows: 1,209 rows to fit in batches of 75, 303 to validate.
enum PaperWork {
  static func architecture() throws -> Architecture {
    try Architecture(
      inputs: 9,
      layers: [
        .dense(units: 10, activation: .relu), .dense(units: 10, activation: .relu),
        .dense(units: 25, activation: .relu), .dropout(rate: 0.1),
        .dense(units: 10, activation: .relu), .dense(units: 10, activation: .softplus),
        .dense(units: 10, activation: .relu), .dense(units: 10, activation: .softplus),
        .dense(units: 10, activation: .relu), .dense(units: 10, activation: .softmax),
        .dropout(rate: 0.1), .dense(units: 5, activation: .relu),
        .dense(units: 1, activation: .sigmoid),
      ])
  }

  /// Early stopping keeps its books; with the patience there is by default it never stops.
  static func training(epochs: Int = .max, patience: Int = .max, seed: UInt64 = 0) throws -> Training<Float> {
    let (inputs, labels) = MadeRows.make(rows: 1512, columns: 9)
    return try Training(
      Sequential(architecture(), seed: seed), inputs: inputs, labels: labels,
      options: TrainingOptions(
        batchSize: 75, epochs: epochs, validationSplit: 0.2, seed: seed,
        earlyStopping: EarlyStopping(
          monitor: .valBinaryAccuracy, patience: patience, restoreBestWeights: true)))
  }
}
