import NeuralNetwork
import TestSupport
import Testing

@testable import Paper

/// What is said of the epoch whose weights a network keeps.
@Suite struct KeptWeightsTests {
  /// - Parameter restore: the rest of the rule of early stopping.
  private func report(_ restore: String) throws -> Report {
    let folder = try TemporaryFolder()
    let paths = Paths(output: folder.path)
    let yaml = SmallExperiment.yaml(csv: nil).replacing(
      "restore_best_weights: true", with: "restore_best_weights: \(restore)")
    let experiment = try Experiment(yaml: yaml, file: "small.yaml")
    let source = try TrackSource(for: experiment, data: nil)
    var training = TrainingStage(
      experiment, source: source, paths: paths, program: Fingerprint(of: "a test"))
    try training.run()
    return try Report(readingFrom: paths)
  }

  @Test(arguments: ["false", "true, restore: keras2"])
  func theLastWeightsAreSaidToBeKeptWhereTheyAre(_ restore: String) throws {
    let report = try report(restore)
    let run = report.runs[0]
    // The epoch limit ends this fit before patience runs out.
    #expect(run.record.result.stop == .epochLimit)
    #expect(!run.keepsBest && run.keptEpoch == run.record.result.epochsRun)
    let facts = report.numbers.facts
    func fact(_ key: String) throws -> Fact { try #require(facts.first { $0.key == key }) }
    #expect(try fact("small.keeps_best").shown == "false")
    #expect(try fact("small.kept_epoch").number == Double(run.record.result.epochsRun))
    #expect(try !fact("small.best_epoch").meaning.contains("keeps"))
    let curve = try #require(report.figures.named.first { $0.name == "loss" }).figure
    #expect(curve.summary.contains("the weights of the last epoch were kept"), "\(curve.summary)")
  }

  @Test func theBestWeightsAreSaidToBeKeptWhereTheyAre() throws {
    let run = try report("true").runs[0]
    #expect(run.keepsBest && run.keptEpoch == run.record.result.bestEpoch)
  }

  @Test func aRuleSaysWhetherItBringsTheBestWeightsBack() {
    func restores(_ isOn: Bool, _ restore: EarlyStopping.Restore, _ stop: StopReason) -> Bool {
      EarlyStopping(restoreBestWeights: isOn, restore: restore).restoresBest(after: stop)
    }
    #expect(restores(true, .keras3, .epochLimit) && restores(true, .tfKeras, .epochLimit))
    #expect(restores(true, .keras2, .patience) && !restores(true, .keras2, .epochLimit))
    #expect(!restores(false, .keras3, .patience))
  }
}
