import Evaluation
import Templates
import TestSupport
import Testing

@testable import Paper

/// The intervals that prose and tables show, on a run of invented tracks.
@Suite struct IntervalFactsTests {
  private func report() throws -> Report {
    let folder = try TemporaryFolder()
    let paths = Paths(output: folder.path)
    let experiment = try Experiment(yaml: SmallExperiment.yaml(csv: nil), file: "small.yaml")
    let source = try TrackSource(for: experiment, data: nil)
    let program = Fingerprint(of: "a test")
    var training = TrainingStage(experiment, source: source, paths: paths, program: program)
    try training.run()
    let seeds = try #require(SeedList("0-4"))
    var study = SeedStage(experiment, source: source, seeds: seeds, jobs: 2, paths: paths, program: program)
    try study.run(all: false)
    var importance = ImportanceStage(experiment, source: source, paths: paths, program: program)
    try importance.run()
    return try Report(readingFrom: paths)
  }

  @Test func everyNumberThatCanHaveAnIntervalHasOneThatHoldsIt() throws {
    let report = try report()
    let values = report.numbers.values
    func number(_ key: String) throws -> Double {
      guard case .number(let value, _)? = values[key] else { throw KeyMissing(key: key) }
      return value
    }
    let ends = report.numbers.facts.map(\.key).filter { $0.contains("_low") }
    #expect(ends.count > 80)
    for low in ends {
      let (key, high) = (low.replacing("_low", with: ""), low.replacing("_low", with: "_high"))
      let value = try number(key)
      #expect(try number(low) <= value && value <= number(high), "\(key)")
    }
    for key in ["accuracy", "auc", "brier", "precision.liked", "macro.f1", "false_share_percent.disliked"] {
      let parts = key.split(separator: ".")
      let low =
        parts[0] == "macro"
        ? "macro.f1_low" : ([parts[0] + "_low"] + parts.dropFirst()).joined(separator: ".")
      #expect(ends.contains("small.test.\(low)"), "\(low)")
    }
    let split = try #require(report.runs[0].splits.first { $0.rows == .test })
    let wilson = Interval.wilson(
      Int(split.confusion.correctCounts.reduce(0, +)), of: Int(split.confusion.total))
    #expect(try number("small.test.accuracy_low") == wilson.low)
    #expect(try number("small.test.accuracy_percent_high") == 100 * wilson.high)
  }

  private struct KeyMissing: Error { let key: String }

  @Test func tablesSayHowManyTracksAndSeedsTheyAreOf() throws {
    let report = try report()
    let named = report.tables.named
    #expect(
      named.map(\.name).filter { !$0.hasSuffix("_data") && !$0.hasSuffix("_data_longer") } == [
        "summary", "seeds", "intervals", "importance", "thresholds", "intervals_longer", "importance_longer",
        "thresholds_longer", "comparison",
      ])
    for (name, table) in named where name != "summary" { #expect(table.caption.contains("n = "), "\(name)") }
    let seeds = try #require(named.first { $0.name == "seeds" }).table
    #expect(
      seeds.columns.map(\.header) == [
        "rows", "mean", "sd", "min", "max", "IQM", "low", "high", "seed 0",
      ])
    let importance = try #require(named.first { $0.name == "importance" }).table
    #expect(importance.caption.contains("5 seeds") && importance.columns.count == 7)
    // Of one network there is no interval over seeds.
    let single = try #require(named.first { $0.name == "importance_longer" }).table
    #expect(single.caption.contains("seed 0") && single.columns.count == 3)
  }

  @Test func theVerdictOnTwoRunsIsThatOfTheirTestRows() throws {
    let report = try report()
    let (first, last) = (report.runs[0], report.runs[1])
    let right = [first, last].map { run in
      let (truth, predictions) = run.folder.predictions.classes(on: .test)
      return zip(truth, predictions).map { $0 == $1 }
    }
    let test = try McNemarTest(firstIsRight: right[0], secondIsRight: right[1])
    let values = report.numbers.values
    #expect(values["comparison.only_first"] == .integer(test.onlyFirst))
    #expect(values["comparison.p"] == .number(test.p, digits: 3))
    #expect(values["comparison.verdict"]?.text(for: .plain) == Verdict(test).words(scale: 100, digits: 1))
  }
}
