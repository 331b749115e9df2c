import Templates
import TestSupport
import Testing
import TrackData

@testable import Paper

/// What each key of the prose means, on a report of two runs and some seeds.
@Suite struct FactTests {
  private let report: Report

  init() throws {
    let folder = try TemporaryFolder()
    try folder.write(UnmarkedTracks.csv, to: "tracks.csv")
    let yaml = SmallExperiment.yaml() + "\npublished: {test: 0.6}\n"
    let file = try folder.write(yaml, to: "small.yaml")
    let experiment = try Experiment(readingFrom: file)
    let source = try TrackSource(for: experiment, data: nil)
    let (paths, program) = (Paths(output: folder.path + "/output"), Fingerprint(of: "a test"))
    var training = TrainingStage(experiment, source: source, paths: paths, program: program)
    try training.run()
    let list = try #require(SeedList("0-2"))
    var seeds = SeedStage(
      experiment, source: source, seeds: list, jobs: 1, paths: paths, program: program)
    try seeds.run(all: false)
    report = try Report(readingFrom: paths)
  }

  @Test func noKeyIsWithoutAMeaningAndNoTwoMeanTheSame() {
    let facts = report.numbers.facts
    #expect(facts.allSatisfy { !$0.meaning.isEmpty })
    let keys = Dictionary(grouping: facts, by: \.key).filter { $0.value.count > 1 }.keys
    #expect(keys.isEmpty)
    // The title of a run stands in its other meanings; the title itself is told apart by its words.
    let meanings = Dictionary(grouping: facts, by: \.meaning).filter { $0.value.count > 1 }
    #expect(meanings.isEmpty, "\(meanings.values.map { $0.map(\.key) })")
  }

  @Test func everyKeyOfTheLaTeXFileIsAFactAndTheOtherWayRound() {
    let file = LaTeXNumbers.file(for: report.numbers.values)
    let defined = file.matches(of: /\\linerdefine\{([^{}]+)\}/).map { String($0.output.1) }
    let facts = report.numbers.facts.filter { if case .flag = $0.value { false } else { true } }
    #expect(Set(defined) == Set(facts.map(\.key)))
    #expect(defined.count > 200)
  }

  @Test func theMeaningSaysOfWhichRunAndRowsItIs() throws {
    let facts = report.numbers.facts
    func meaning(_ key: String) -> String? { facts.first { $0.key == key }?.meaning }
    #expect(
      meaning("longer.test.accuracy")
        == "the accuracy: the share of tracks told rightly, on the test data (A few more)")
    #expect(
      meaning("small.train.false_share.liked")
        == "of all tracks, the share called Liked though Disliked, on the training data (A few epochs)")
    #expect(
      meaning("small.seeds.test.mean_percent")
        == "the mean accuracy on the test data over the seeds, in percent (A few epochs)")
    #expect(meaning("split.test") == "the tracks held out to test the network")
  }

  /// A family is what a template's sections call the number: each can be printed there.
  @Test func everyFamilyIsWhatATemplatesSectionsCallIt() throws {
    let values = try ReportValues(report).values
    for family in Set(report.numbers.facts.filter { $0.number != nil }.map(\.family)).sorted() {
      var text = "{{\(family)}}"
      for section in ["splits", "runs"] {
        let inner = family.split(separator: ".")
        guard let place = inner.firstIndex(of: Substring(section)) else { continue }
        let rest = inner[(place + 1)...].joined(separator: ".")
        if section == "splits" {
          text = "{{#runs}}{{#splits}}{{\(rest)}}{{/splits}}{{/runs}}"
        } else if !inner.contains("splits") {
          // Only some runs have seeds and published numbers.
          let flag =
            rest.hasPrefix("seeds.") ? "has_seeds" : rest.hasPrefix("published.") ? "is_published" : ""
          text =
            flag.isEmpty
            ? "{{#runs}}{{\(rest)}}{{/runs}}"
            : "{{#runs}}{{#\(flag)}}{{\(rest)}}{{/\(flag)}}{{/runs}}"
        }
      }
      let library = try TemplateLibrary(files: ["t.md": text])
      #expect(try library.filled("t.md", with: values).usedKeys.contains(family), "\(text)")
    }
  }
}
