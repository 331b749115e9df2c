import NeuralNetwork

/// A network whose products are large: four layers of 256 units, in batches of 256.
enum WideWork {
  static let rows = 4096
  static let units = 256

  static func training() throws -> Training<Float> {
    let (inputs, labels) = MadeRows.make(rows: rows, columns: units)
    let hidden = (0..<4).map { _ in LayerSpec.dense(units: units, activation: .relu) }
    let architecture = try Architecture(
      inputs: units, layers: hidden + [.dense(units: 1, activation: .sigmoid)])
    return try Training(
      Sequential(architecture), inputs: inputs, labels: labels,
      options: TrainingOptions(batchSize: units, epochs: .max))
  }

  /// Multiplications and additions of an epoch's products: forward, by the kernels, and by all inputs but
  /// those of the first layer.
  static var operations: Double {
    let weights = Double(4 * units * units + units)
    return 2 * Double(rows) * (3 * weights - Double(units * units))
  }
}
