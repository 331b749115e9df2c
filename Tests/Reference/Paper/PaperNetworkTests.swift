import Foundation
import Paper
import TestSupport
import Testing

/// What the experiment file of the paper comes to, against Keras and scikit-learn.
@Suite struct PaperNetworkTests {
  /// The runs of the paper's experiment, trained for hardly any time: which rows train, and what the network
  /// is made of, has nothing to do with how long it trains.
  private func runs(data: String?) throws -> [RunFolder] {
    let folder = try TemporaryFolder()
    let paths = Paths(output: folder.path)
    var experiment = try Experiment(readingFrom: Checkout.root.appending(path: "experiments/paper.yaml").path)
    experiment.data.csv = nil
    // These are stages of their own, which the network does not need.
    experiment.baselines = []
    for index in experiment.runs.indices { experiment.runs[index].training.epochs = 2 }
    let source = try TrackSource(for: experiment, data: data)
    var stage = TrainingStage(experiment, source: source, paths: paths, program: Fingerprint(of: "test"))
    try stage.run()
    return try RunFolder.readAll(in: paths)
  }

  private struct KerasModel: Decodable {
    let inputs: Int
    let total: Int
    let layers: [RunRecord.Layer]
  }

  @Test func theNetworkHasKerasLayersAndParameters() throws {
    let keras = try Fixtures.bundled.decode(KerasModel.self, from: "keras_model/layers.json")
    for run in try runs(data: nil) {
      #expect(run.record.data.features.count == keras.inputs)
      #expect(run.record.model.parameters == keras.total)
      #expect(run.record.model.layers == keras.layers)
    }
  }

  private struct RealSplit: Decodable {
    let parts: [String: Part]

    struct Part: Decodable {
      let rows: Int
      let disliked: Int
      let liked: Int
    }
  }

  @Test(.enabled(if: RealData.isGiven, Comment(rawValue: RealData.reason)))
  func theRealTracksGiveThePapersRowsAndSupports() throws {
    let expected = try Fixtures.bundled.decode(RealSplit.self, from: "split/real_split.json").parts
    let runs = try runs(data: RealData.path)
    #expect(runs.map(\.record.name) == ["paper", "overfitted"])
    for run in runs {
      #expect(!run.record.data.isSynthetic)
      #expect(run.record.data.rows == 2017)
      #expect(run.record.split.train == expected["fit"]?.rows)
      #expect(run.record.split.validation == expected["validation"]?.rows)
      #expect(run.record.split.test == expected["test"]?.rows)
      // The paper's supports: 252 / 253 / 505 and 745 / 767 / 1512.
      for split in try EvaluatedRun(run).splits where split.rows != .overall {
        let part = try #require(expected[split.rows == .test ? "test" : "train"])
        #expect(split.confusion.truthCounts == [Double(part.disliked), Double(part.liked)])
        #expect(split.report.support == Double(part.rows))
      }
    }
  }
}
