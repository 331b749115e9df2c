import Testing

@testable import NeuralNetwork

@Suite struct NetworkTrainingTests {
  private let inputs = Matrix<Double>((0..<10).map { [Double($0) / 10, Double($0 % 3)] })
  private let labels: [Double] = [0, 1, 0, 0, 1, 1, 0, 1, 1, 1]

  private func model() throws -> Sequential<Double> {
    Sequential(
      try Architecture(
        inputs: 2, layers: [.dense(units: 4, activation: .tanh), .dense(units: 1, activation: .sigmoid)]))
  }

  @Test("History has a record an epoch, counted from 1, and stops at the limit")
  func history() throws {
    let fit = try model().fit(
      inputs, labels, options: TrainingOptions(batchSize: 4, epochs: 3, validationSplit: 0.2))
    #expect(fit.history.map(\.epoch) == [1, 2, 3])
    #expect(fit.epochsRun == 3)
    #expect(fit.stopReason == .epochLimit)
    #expect(fit.bestEpoch == nil && fit.bestValue == nil)
    #expect(fit.history.allSatisfy { $0.valLoss != nil && $0.valBinaryAccuracy != nil })
    #expect(fit.optimizer.step == 6)  // 8 rows in batches of 4
    let last = try #require(fit.history.last)
    let validation = Matrix(rows: 2, columns: 2, values: Array(inputs.values[16...]))
    #expect(fit.model.evaluate(validation, [1, 1]).loss == last.valLoss)
    #expect(
      Metric.allCases.map { last[$0] } == [
        last.loss, last.binaryAccuracy, last.valLoss, last.valBinaryAccuracy,
      ])
  }

  @Test("Without validation rows there are no validation metrics")
  func noValidation() throws {
    let fit = try model().fit(inputs, labels, options: TrainingOptions(epochs: 1))
    #expect(fit.history[0].valLoss == nil && fit.history[0].valBinaryAccuracy == nil)
  }

  @Test("An epoch's loss weighs each batch by its rows, with the weights the batch met")
  func runningMean() throws {
    let start = try model()
    let options = TrainingOptions(batchSize: 7, epochs: 1, shuffle: false)
    let record = try start.fit(inputs, labels, options: options).history[0]
    let (first, second) = (rows(0..<7), rows(7..<10))
    let after = try start.fit(first, Array(labels[..<7]), options: options).model
    let expected =
      (7 * start.evaluate(first, Array(labels[..<7])).loss
        + 3 * after.evaluate(second, Array(labels[7...])).loss) / 10
    #expect(abs(record.loss - expected) < 1e-15)
  }

  @Test(
    "The rows to fit are Keras's whole part of the share",
    arguments: [(1512, 0.2, 1209), (10, 0.25, 7), (3, 0.5, 1)])
  func fitRows(rows: Int, split: Double, expected: Int) {
    #expect(TrainingOptions(validationSplit: split).fitRows(of: rows) == expected)
  }

  @Test("A caller can stop after any epoch; the weights are then those of that epoch")
  func interruption() throws {
    let options = TrainingOptions(
      batchSize: 4, epochs: 9, validationSplit: 0.2,
      earlyStopping: EarlyStopping(monitor: .valLoss, patience: 9, restoreBestWeights: true))
    var training = try Training(model(), inputs: inputs, labels: labels, options: options)
    var told: [Int] = []
    let fit = try training.run { record, _ in
      told.append(record.epoch)
      return record.epoch == 4 ? .stop : .goOn
    }
    #expect(told == [1, 2, 3, 4])
    #expect(fit.stopReason == .interrupted)
    var whole = options
    whole.earlyStopping = nil
    whole.epochs = 4
    #expect(try fit.model == model().fit(inputs, labels, options: whole).model)
  }

  @Test("Once patience runs out, the best weights come back and the optimizer stays as it was")
  func patience() throws {
    var options = TrainingOptions(
      batchSize: 4, epochs: 50, validationSplit: 0.3,
      earlyStopping: EarlyStopping(
        monitor: .valBinaryAccuracy, patience: 5, restoreBestWeights: true))
    let fit = try model().fit(inputs, labels, options: options)
    #expect(fit.stopReason == .patience)
    let best = try #require(fit.bestEpoch)
    #expect(fit.epochsRun == best + 5)
    #expect(fit.bestValue == fit.history[best - 1].valBinaryAccuracy)
    #expect(fit.optimizer.step == 2 * fit.epochsRun)
    options.earlyStopping = nil
    options.epochs = best
    #expect(try fit.model == model().fit(inputs, labels, options: options).model)
  }

  private func rows(_ range: Range<Int>) -> Matrix<Double> {
    Matrix(range.map { Array(inputs[row: $0]) })
  }
}
