import Testing

@testable import NeuralNetwork

/// Rows that validate by their number, where the share was drawn elsewhere.
@Suite struct NetworkValidationRowsTests {
  private let inputs = Matrix<Double>((0..<10).map { [Double($0) / 10, Double($0 % 3)] })
  private let labels: [Double] = [0, 1, 0, 0, 1, 1, 0, 1, 1, 1]

  private func fit(_ options: TrainingOptions) throws -> Fit<Double> {
    let layers: [LayerSpec] = [.dense(units: 4, activation: .tanh), .dense(units: 1, activation: .sigmoid)]
    return try Sequential<Double>(Architecture(inputs: 2, layers: layers)).fit(
      inputs, labels, options: options)
  }

  @Test func theNumberGoesBeforeTheShare() throws {
    let counted = TrainingOptions(batchSize: 3, epochs: 4, validationSplit: 0.2, validationRows: 4)
    #expect(counted.fitRows(of: 10) == 6)
    #expect(
      try fit(counted).history == fit(TrainingOptions(batchSize: 3, epochs: 4, validationSplit: 0.4)).history)
  }

  @Test func noNumberLeavesItToTheShare() {
    #expect(TrainingOptions(validationSplit: 0.2).fitRows(of: 10) == 8)
  }

  @Test(arguments: [0, 10])
  func somethingIsLeftOnEitherSide(_ rows: Int) {
    let error = #expect(throws: TrainingError.self) {
      try fit(TrainingOptions(validationSplit: 0.2, validationRows: rows))
    }
    #expect(error == .tooFewRows(rows: 10, validationSplit: 0.2))
  }
}
