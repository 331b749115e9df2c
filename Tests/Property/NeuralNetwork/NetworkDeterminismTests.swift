import Testing
import TestSupport

@testable import NeuralNetwork

/// A fit is a function of its rows, options and seed, however often it is run or interrupted.
@Suite struct NetworkDeterminismTests {
  private let inputs: Matrix<Float>
  private let labels: [Float]
  private let architecture: Architecture

  init() throws {
    var random = SeededGenerator(seed: 2)
    let rows = (0..<83).map { _ in (0..<4).map { _ in Float.random(in: -1...1, using: &random) } }
    inputs = Matrix(rows)
    labels = rows.map { $0[0] + $0[1] * $0[2] > 0 ? 1 : 0 }
    architecture = try Architecture(
      inputs: 4,
      layers: [
        .dense(units: 7, activation: .relu), .dropout(rate: 0.2),
        .dense(units: 3, activation: .softmax), .dense(units: 1, activation: .sigmoid),
      ])
  }

  private func options(seed: UInt64 = 0, epochs: Int = 8) -> TrainingOptions {
    TrainingOptions(
      batchSize: 10, epochs: epochs, validationSplit: 0.2, seed: seed,
      earlyStopping: EarlyStopping(monitor: .valLoss, patience: 3, restoreBestWeights: true))
  }

  private func model(seed: UInt64 = 0) -> Sequential<Float> { Sequential(architecture, seed: seed) }

  @Test("The same seed gives the same bits", arguments: [0, 1, .max] as [UInt64])
  func sameSeed(seed: UInt64) throws {
    let first = try model(seed: seed).fit(inputs, labels, options: options(seed: seed))
    let second = try model(seed: seed).fit(inputs, labels, options: options(seed: seed))
    #expect(first == second)
  }

  @Test("Another seed or run gives another fit, even from the same weights")
  func otherSeed() throws {
    let fit = try model().fit(inputs, labels, options: options())
    #expect(try model().fit(inputs, labels, options: options(seed: 1)).history != fit.history)
    var otherRun = options()
    otherRun.run = 1
    #expect(try model().fit(inputs, labels, options: otherRun).history != fit.history)
    #expect(model(seed: 1) != model(seed: 0))
  }

  @Test("A fit left after any epoch and taken up again gives the same bits", arguments: 0..<8)
  func resume(epochs: Int) throws {
    var whole = try Training(model(), inputs: inputs, labels: labels, options: options())
    var left = whole
    let expected = try whole.run()
    for _ in 0..<epochs { _ = try left.nextEpoch() }
    var resumed = try Training(
      resuming: left.state, of: architecture, inputs: inputs, labels: labels, options: options())
    #expect(try resumed.run() == expected)
  }

  @Test("A continuing fit starts from the restored weights, with the moments as last stepped")
  func continuing() throws {
    let first = try model().fit(inputs, labels, options: options())
    var second = options(epochs: 2)
    second.run = 1
    var training = try first.continued(inputs, labels, options: second)
    let fit = try training.run()
    #expect(fit.history.map(\.epoch) == [1, 2])
    #expect(fit.optimizer.step == first.optimizer.step + 2 * 7)  // 66 rows in batches of 10
    let fresh = try first.model.fit(inputs, labels, options: second)
    #expect(fit.history != fresh.history)
  }

  @Test("Each epoch takes the rows in an order of its own")
  func newOrder() throws {
    let plain = try Architecture(inputs: 4, layers: [.dense(units: 1, activation: .sigmoid)])
    var options = TrainingOptions(batchSize: 10, epochs: 2)
    let whole = try Sequential<Float>(plain).fit(inputs, labels, options: options)
    options.epochs = 1
    let first = try Sequential<Float>(plain).fit(inputs, labels, options: options)
    // Going on from epoch 1 as if it were a first epoch repeats that epoch's order.
    var again = try first.continued(inputs, labels, options: options)
    #expect(try again.run().model != whole.model)
  }

  @Test("Without shuffling, dropout and stopping, a fit in two parts is the fit in one")
  func inParts() throws {
    let plain = try Architecture(
      inputs: 4, layers: [.dense(units: 5, activation: .elu), .dense(units: 1, activation: .sigmoid)])
    let model = Sequential<Float>(plain)
    var options = TrainingOptions(batchSize: 10, epochs: 6, validationSplit: 0.2, shuffle: false)
    let whole = try model.fit(inputs, labels, options: options)
    options.epochs = 3
    let first = try model.fit(inputs, labels, options: options)
    var training = try first.continued(inputs, labels, options: options)
    let second = try training.run()
    #expect(second.model == whole.model && second.optimizer == whole.optimizer)
    #expect((first.history + second.history).map(\.loss) == whole.history.map(\.loss))
  }
}
