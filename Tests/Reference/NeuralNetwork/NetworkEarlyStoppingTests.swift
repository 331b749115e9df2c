import Testing
import TestSupport

@testable import NeuralNetwork

/// Early stopping against Keras 3.15.1, tf_keras 2.21.0 and the class of Keras 2.11.0: every case, exact.
@Suite struct NetworkEarlyStoppingTests {
  private struct Case: Decodable {
    struct Options: Decodable {
      let monitor: Metric
      let mode: EarlyStopping.Mode
      let patience: Int
      let minDelta: Double?
      let baseline: Double?
      let startFromEpoch: Int?
      let restoreBestWeights: Bool
    }

    struct Result: Decodable {
      let epochsRun: Int
      let stopped: Bool
      let stoppedEpoch: Int
      let best: Double?
      let bestEpoch: Int
      let wait: Int
      let restored: Bool
      let weightsOfEpoch: Int
    }

    let kwargs: Options
    let values: [Double]
    let results: [String: Result]
  }

  @Test(
    "Each case runs as in the class it follows",
    arguments: [
      (EarlyStopping.Restore.keras3, "keras_3"), (.tfKeras, "tf_keras"), (.keras2, "keras_2_11"),
    ])
  func cases(restore: EarlyStopping.Restore, key: String) throws {
    let cases = try Fixtures.bundled.decodeSnakeCase(
      [String: Case].self, from: "early_stopping/early_stopping.json")
    #expect(cases.count == 23)
    let same = Conformance("early_stopping", "all that `\(key)` decides", .exact)
    for (name, test) in cases.sorted(by: { $0.key < $1.key }) {
      let options = test.kwargs
      let rule = EarlyStopping(
        monitor: options.monitor, mode: options.mode, patience: options.patience,
        minDelta: options.minDelta ?? 0, baseline: options.baseline,
        startFromEpoch: options.startFromEpoch ?? 0,
        restoreBestWeights: options.restoreBestWeights, restore: restore)
      let keras = try #require(test.results[key])
      // The fixtures' only weight is the epoch, from 0.
      var watch = EarlyStopping.Watch<Int>(rule)
      var epochs = 0
      while watch.stoppedEpoch == nil && epochs < test.values.count {
        epochs += 1
        watch.epochEnded(epochs, value: test.values[epochs - 1], weights: epochs - 1)
      }
      let comment = Comment(rawValue: "\(name), \(key)")
      #expect(same.agrees(name, epochs == keras.epochsRun), comment)
      #expect(same.agrees(name, (watch.stoppedEpoch != nil) == keras.stopped), comment)
      #expect(same.agrees(name, (watch.stoppedEpoch ?? 1) - 1 == keras.stoppedEpoch), comment)
      // As text, where NaN is NaN.
      let (best, theirBest) = (watch.best.map { "\($0)" }, keras.best.map { "\($0)" })
      #expect(same.agrees(name, best == theirBest), comment)
      #expect(same.agrees(name, (watch.bestEpoch ?? 1) - 1 == keras.bestEpoch), comment)
      #expect(same.agrees(name, watch.wait == keras.wait), comment)
      #expect(same.agrees(name, (watch.weightsAtEnd != nil) == keras.restored), comment)
      #expect(same.agrees(name, (watch.weightsAtEnd ?? epochs - 1) == keras.weightsOfEpoch), comment)
    }
  }
}
