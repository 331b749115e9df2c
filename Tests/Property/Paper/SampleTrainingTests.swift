import Foundation
import Paper
import TestSupport
import Testing

/// The built-in sample stands in for real tracks, so the paper's network must find about as much in it.
@Suite struct SampleTrainingTests {
  /// Over twenty seeds the mean test accuracy is 0.63 to 0.72; Keras gives 0.680 ± 0.014 on the real tracks.
  @Test func thePapersNetworkLearnsTheSampleAboutAsWellAsRealTracks() async throws {
    let file = Checkout.root.appending(path: "experiments/paper.yaml").path
    var experiment = try Experiment(readingFrom: file)
    experiment.data.csv = nil
    // These are stages of their own, which the network does not need.
    experiment.baselines = []
    experiment.runs = [experiment.firstRun]
    let source = try TrackSource(for: experiment, data: nil)
    let accuracies = try await withThrowingTaskGroup(of: Double.self) { group in
      for seed in 0..<20 as Range<UInt64> {
        group.addTask { [experiment] in
          var seeded = experiment
          seeded.setTrainingSeed(seed)
          let folder = try TemporaryFolder()
          let paths = Paths(output: folder.path)
          var stage = TrainingStage(seeded, source: source, paths: paths, program: Fingerprint(of: "test"))
          try stage.run()
          let run = try EvaluatedRun(try RunFolder.readAll(in: paths)[0])
          return run.splits.first { $0.rows == .test }?.confusion.accuracy ?? .nan
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let mean = accuracies.reduce(0, +) / Double(accuracies.count)
    #expect((0.63...0.72).contains(mean), "mean \(mean) of \(accuracies.sorted())")
  }
}
