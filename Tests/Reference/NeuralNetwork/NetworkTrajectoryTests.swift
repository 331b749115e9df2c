import Testing
import TestSupport

@testable import NeuralNetwork

/// Twenty epochs of `fit` without shuffling, against Keras 3.15.1.
@Suite struct NetworkTrajectoryTests {
  @Test("Made rows, Double: history and weights are Keras's to 1e-9", arguments: ["biased", "glorot"])
  func madeDouble(name: String) throws {
    let folder = "keras_network_made"
    let rows = try Fixtures.bundled.decodeSnakeCase(KerasRows.self, from: "\(folder)/rows.json")
    try compareDouble(Fixtures.bundled, folder, name, rows)
  }

  @Test("Made rows, Float: history is Keras's", arguments: ["biased", "glorot"])
  func madeFloat(name: String) throws {
    let folder = "keras_network_made"
    let rows = try Fixtures.bundled.decodeSnakeCase(KerasRows.self, from: "\(folder)/rows.json")
    try compareFloat(Fixtures.bundled, folder, name, rows)
  }

  @Test(
    "Real rows, Double: history and weights are Keras's to 1e-9",
    .enabled(if: RealData.isGiven, Comment(rawValue: RealData.reason)),
    arguments: ["raw", "standardised", "continued"])
  func realDouble(name: String) throws {
    let fixtures = try #require(RealData.fixtures)
    try compareDouble(fixtures, "keras_network", name, try realTrainingRows())
  }

  @Test(
    "Real rows, Float: history is Keras's",
    .enabled(if: RealData.isGiven, Comment(rawValue: RealData.reason)),
    arguments: ["raw", "standardised", "continued"])
  func realFloat(name: String) throws {
    let fixtures = try #require(RealData.fixtures)
    try compareFloat(fixtures, "keras_network", name, try realTrainingRows())
  }

  /// 10⁻⁹ for everything: an independent NumPy version agrees with Keras to 3·10⁻¹³.
  private func compareDouble(
    _ fixtures: Fixtures, _ folder: String, _ name: String, _ rows: KerasRows
  ) throws {
    let keras = try fixtures.decodeSnakeCase(KerasTrajectory.self, from: "\(folder)/trajectory_\(name).json")
    let start = try fixtures.decodeSnakeCase([KerasLayer].self, from: "\(folder)/\(keras.start)")
    let fit: Fit<Double> = try follow(keras, start, rows)
    let theirs = keras.float64
    let near = Conformance(folder, "20 epochs, Double: history and weights", .absolute(1e-9), source(folder))
    for (epoch, ours) in fit.history.enumerated() {
      #expect(near.agrees(name, ours.values, theirs.history.values(epoch)), "epoch \(epoch)")
    }
    #expect(near.agrees(name, fit.model.parameters, theirs.finalWeights.flat()))

    #expect(!theirs.weightsAfterSteps.isEmpty)
    for (steps, weights) in theirs.weightsAfterSteps {
      let taken = try afterSteps(try #require(Int(steps)), keras, start, rows)
      #expect(near.agrees(name, taken, weights.flat()), "after \(steps) steps")
    }
  }

  /// Losses to 10⁻⁶ as long as Keras's own variants agree so far.
  ///
  /// After that a row at a ReLU's kink may
  /// have gone to either side, and only the rough course is the same. Final weights are left to Double.
  private func compareFloat(
    _ fixtures: Fixtures, _ folder: String, _ name: String, _ rows: KerasRows
  ) throws {
    let keras = try fixtures.decodeSnakeCase(KerasTrajectory.self, from: "\(folder)/trajectory_\(name).json")
    let start = try fixtures.decodeSnakeCase([KerasLayer].self, from: "\(folder)/\(keras.start)")
    let fit: Fit<Float> = try follow(keras, start, rows)
    let theirs = keras.float32.history
    // In the close part no probability is near enough to 0.5 to change sides, so only rounding is left of
    // the accuracies too.
    let near = Conformance(
      folder, "history, Float, while Keras's variants agree", .absolute(1e-6), source(folder))
    let roughLoss = Conformance(folder, "losses, Float, after that", .absolute(1e-2), source(folder))
    let roughAccuracy = Conformance(folder, "accuracies, Float, after that", .absolute(0.03), source(folder))
    for (epoch, ours) in fit.history.enumerated() {
      let (x, y) = (ours.values, theirs.values(epoch))
      if epoch < keras.comparableEpochs {
        #expect(near.agrees(name, x, y), "epoch \(epoch)")
      } else {
        #expect(roughLoss.agrees(name, Array(x[..<2]), Array(y[..<2])), "epoch \(epoch)")
        #expect(roughAccuracy.agrees(name, Array(x[2...]), Array(y[2...])), "epoch \(epoch)")
      }
    }
  }

  private func follow<T: Scalar>(
    _ keras: KerasTrajectory, _ start: [KerasLayer], _ rows: KerasRows
  ) throws -> Fit<T> {
    let options = TrainingOptions(
      batchSize: keras.batchSize, epochs: keras.float64.history.loss.count,
      validationSplit: keras.validationSplit, shuffle: false)
    #expect(options.fitRows(of: rows.x.count) == keras.fitRows)
    let fit = try Sequential<T>(try kerasArchitecture(), parameters: start.flat())
      .fit(rows.inputs(keras.scaling), rows.labels(), options: options)
    #expect(fit.epochsRun == 20)
    #expect(fit.stopReason == .epochLimit)
    return fit
  }

  private func afterSteps(
    _ steps: Int, _ keras: KerasTrajectory, _ start: [KerasLayer], _ rows: KerasRows
  ) throws -> [Double] {
    let architecture = try kerasArchitecture()
    var engine = PlainEngine<Double>(architecture, capacity: keras.batchSize)
    var parameters: [Double] = start.flat()
    var state = Adam.State<Double>(parameterCount: architecture.parameterCount)
    let examples = Examples<Double>(inputs: rows.inputs(keras.scaling), labels: rows.labels())
    for step in 0..<steps {
      let batch = step * keras.batchSize..<min((step + 1) * keras.batchSize, keras.fitRows)
      _ = engine.step(
        on: ArraySlice(batch), of: examples, noise: Noise(seed: 0, run: 0, epoch: 1, step: step + 1),
        parameters: &parameters, adam: Adam(), state: &state)
    }
    return parameters
  }

  private func source(_ folder: String) -> Conformance.Source {
    folder == "keras_network" ? .besideTheCSV : .bundled
  }

  /// The 1,512 training rows of the paper's split, in its order.
  private func realTrainingRows() throws -> KerasRows {
    struct Split: Decodable {
      let n: Int
      let randomState: Int?
      let train: [Int]
    }
    struct File: Decodable {
      let columns: [String]
      let features: [String]
    }
    let splits = try Fixtures.bundled.decodeSnakeCase([Split].self, from: "split/split.json")
    let order = try #require(splits.first { $0.n == 2017 && $0.randomState == 0 }).train
    let file = try Fixtures.bundled.decodeSnakeCase(File.self, from: "data/file.json")
    let lines = try Fixtures(folder: .init(filePath: "/"))
      .text(try #require(RealData.path)).split(whereSeparator: \.isNewline).dropFirst()
    // Titles hold commas and quotes, but they come after all the numbers.
    let features = try file.features.map { try #require(file.columns.firstIndex(of: $0)) }
    let target = try #require(file.columns.firstIndex(of: "target"))
    let fields = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(fields.count == 2017)
    return KerasRows(
      x: try order.map { row in try features.map { try #require(Double(fields[row][$0])) } },
      y: try order.map { try #require(Double(fields[$0][target])) })
  }
}

extension EpochRecord {
  /// Losses, then accuracies.
  fileprivate var values: [Double] {
    [loss, valLoss ?? .nan, binaryAccuracy, valBinaryAccuracy ?? .nan]
  }
}

extension KerasTrajectory.History {
  /// The same of one epoch, from 0.
  fileprivate func values(_ epoch: Int) -> [Double] {
    [loss[epoch], valLoss[epoch], binaryAccuracy[epoch], valBinaryAccuracy[epoch]]
  }
}
