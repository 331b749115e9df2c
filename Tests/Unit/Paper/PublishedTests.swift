import Evaluation
import Foundation
import TestSupport
import Testing
import TrackData

@testable import Paper

/// What was published, and how it is held against ours.
@Suite struct PublishedTests {
  private static let list = """

    published:
      - {run: small, rows: test, tn: 4, fp: 2, fn: 3, tp: 6, source: a table}
      - {run: small, rows: train, matrix: [[10, 12], [11, 12]]}
      - {run: longer, rows: test, accuracy: 0.6, recall: {Liked: 0.7}}

    """

  private func published(_ yaml: String) throws -> Experiment.Published {
    try #require(try Experiment(yaml: SmallExperiment.yaml() + yaml, file: "x.yaml").published)
  }

  @Test func countsAndScoresAreReadInTheirOrder() throws {
    let reports = try published(Self.list).reports
    #expect(reports.map(\.run) == ["small", "small", "longer"])
    #expect(reports.map(\.rows) == [.test, .train, .test])
    #expect(reports[0].source == "a table")
    #expect(reports[0].counts?.cells == [4, 2, 3, 6])
    #expect(reports[1].counts?.cells == [10, 12, 11, 12])
    #expect(reports[2].scores.map(\.measure) == [.accuracy, .recall(1)])
  }

  /// Recall, precision and accuracy are those of the table that the counts come from.
  @Test func thePapersCountsGiveBackTheDigitsThatItPrints() throws {
    let counts = try #require(MatrixCounts(cells: [200, 52, 109, 144]))
    func digits(_ measure: PublishedMeasure) -> String { String(format: "%.6f", counts.score(measure)) }
    #expect(digits(.accuracy) == "0.681188")
    #expect([digits(.recall(0)), digits(.recall(1))] == ["0.793651", "0.569170"])
    #expect([digits(.precision(0)), digits(.precision(1))] == ["0.647249", "0.734694"])
    #expect(counts.score(.f1(1)) == 288.0 / 449.0)
    #expect(try #require(MatrixCounts(cells: [3, 0, 1, 0])).score(.precision(1)).isNaN)
  }

  @Test func plainAccuraciesAreThoseOfTheFirstRun() throws {
    let published = try published("\npublished: {test: 0.6, overall: 0.7}\n")
    #expect(published.reports.map(\.run) == ["small", "small"])
    #expect(published.accuracy(of: "small", on: .test) == 0.6)
    #expect(published.accuracy(of: "small", on: .train) == nil)
    #expect(published.order(of: "small") == [.test, .overall, .train])
    #expect(published.order(of: "longer") == ReportedRows.allCases)
  }

  @Test func aRunFolderKeepsAllOfIt() throws {
    let published = try published(Self.list)
    let json = try JSON.encode(published)
    #expect(try JSONDecoder().decode(Experiment.Published.self, from: Data(json.utf8)) == published)
    // Of earlier versions.
    let old = #"{"test": 0.695}"#
    #expect(try JSONDecoder().decode(Experiment.Published.self, from: Data(old.utf8)).reports.isEmpty)
  }

  private func report(_ yaml: String, csv: [UInt8] = UnmarkedTracks.csv) throws -> Report {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "tracks.csv")
    let file = try folder.write(SmallExperiment.yaml() + yaml, to: "small.yaml")
    let experiment = try Experiment(readingFrom: file)
    let source = try TrackSource(for: experiment, data: nil)
    let (paths, program) = (Paths(output: folder.path + "/output"), Fingerprint(of: "a test"))
    var training = TrainingStage(experiment, source: source, paths: paths, program: program)
    try training.run()
    let list = try #require(SeedList("0-5"))
    var seeds = SeedStage(experiment, source: source, seeds: list, jobs: 2, paths: paths, program: program)
    try seeds.run()
    return try Report(readingFrom: paths)
  }

  @Test func everyPublishedScoreStandsBesideAllSeedsOfItsRun() throws {
    let report = try report(Self.list)
    let scores = report.published
    // Five of each matrix and two single ones.
    #expect(scores.count == 12)
    for score in scores where score.measure == .accuracy {
      let own = try #require(score.run.folder.seeds).accuracies(on: score.rows)
      #expect(score.own == own)
      #expect(score.rank.reaching == own.count { $0 >= score.published })
      // Six seeds decide nothing.
      #expect(score.outcome == .undecided)
    }
    let recall = try #require(scores.first { $0.measure == .recall(1) && $0.rows == .train })
    #expect(recall.own.count == 6)
    #expect(report.figures.named.contains { $0.name == "published" })
    let tables = report.tables.named.map(\.name)
    #expect(tables.contains("published") && tables.contains("published_scores"))
    // A run's rows stand in the order in which they were published.
    #expect(report.runs[0].splits.map(\.rows) == [.test, .train, .overall])
    let table = try #require(report.tables.named.first { $0.name == "published" }).table
    #expect(table.csv.hasPrefix("run,rows,printed,mean,sd,min,max,reached,p,ours\n"))
  }

  /// The counts of a seed give the accuracies that its line has.
  @Test func aSeedsCountsAreThoseOfItsAccuracies() throws {
    let report = try report("")
    for result in try #require(report.runs[1].folder.seeds).results {
      for rows in ReportedRows.allCases {
        let counts = try #require(result.counts(on: rows))
        #expect(counts.score(.accuracy) == result.accuracy(on: rows))
      }
      let cells = result.csvLine.dropLast().split(separator: ",", omittingEmptySubsequences: false)
      #expect(SeedResult(cells: cells.map(String.init)) == result)
      #expect(SeedResult(tensorRow: result.tensorRow[...]) == result)
    }
    #expect(report.published.isEmpty)
    #expect(!report.figures.named.contains { $0.name == "published" })
  }

  @Test func runsArePairedSeedBySeed() throws {
    let report = try report("")
    let pairs = try #require(SeedPairs(report.runs[0], report.runs[1]))
    #expect(pairs.pairs.map(\.first.seed) == pairs.pairs.map(\.second.seed))
    #expect(pairs.pairs.count == 6)
    let differences = pairs.pairs.map { $1.test - $0.test }
    let change = try #require(pairs.accuracy(on: .test))
    #expect(abs(change.difference.value - differences.reduce(0, +) / 6) < 1e-15)
    #expect(change.difference.interval == (try Interval.ofMean(differences)))
    #expect(change.better == differences.count { $0 > 0 })
    // Of both fits, seed by seed.
    let epochs = report.runs[1].epochsOfAllFits(among: report.runs)
    #expect(epochs == Dictionary(uniqueKeysWithValues: (0...5).map { (UInt64($0), 10) }))
  }

  @Test func inventedRowsAreHeldAgainstNothing() throws {
    let report = try report(Self.list, csv: Sample.csv())
    #expect(report.published.isEmpty)
    #expect(!report.tables.named.contains { $0.name == "published" })
  }
}
