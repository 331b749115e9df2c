import Evaluation

/// A published score beside those of our seeds.
public struct PublishedScore: Sendable {
  /// The title of the run that it is held against.
  let run: EvaluatedRun
  let rows: ReportedRows
  let measure: PublishedMeasure
  let published: Double
  /// Where it was published.
  let source: String?
  /// Ours, of every seed whose score is defined; of the run's own seed where it was trained from no other.
  let own: [Double]
  let rank: RankTest

  /// How ours lie.
  enum Outcome: Sendable {
    /// The published score lies among those of the seeds.
    case reproduced
    case above
    case below
    /// There are too few seeds to tell.
    case undecided
  }

  /// Decided at 5 %; too few seeds decide nothing.
  var outcome: Outcome {
    guard rank.smallestP < 0.05 else { return .undecided }
    guard rank.p < 0.05 else { return .reproduced }
    return rank.reaching > rank.notExceeding ? .above : .below
  }

  var spread: Spread { Spread(of: own) }

  /// Whether ours are of several seeds.
  var hasSeeds: Bool { run.folder.seeds != nil }
}

extension PublishedScore {
  /// All that was published of some runs, in its order; none of invented rows.
  static func all(of runs: [EvaluatedRun]) -> [PublishedScore] {
    runs.flatMap { run in
      run.record.publishedReports.flatMap { report in
        report.measured.compactMap { PublishedScore($0, in: report, beside: run) }
      }
    }
  }

  private init?(
    _ score: Experiment.Published.Score, in report: Experiment.Published.Report, beside run: EvaluatedRun
  ) {
    (self.run, rows, source) = (run, report.rows, report.source)
    (measure, published) = (score.measure, score.value)
    own = Self.scores(score.measure, on: report.rows, of: run).filter(\.isFinite)
    guard let rank = try? RankTest(score.value, among: own) else { return nil }
    self.rank = rank
  }

  private static func scores(
    _ measure: PublishedMeasure, on rows: ReportedRows, of run: EvaluatedRun
  ) -> [Double] {
    guard let seeds = run.folder.seeds else {
      return run.split(rows).map { [MatrixCounts($0.confusion).score(measure)] } ?? []
    }
    // The accuracy is known on all rows even where the counts are not.
    if measure == .accuracy { return seeds.accuracies(on: rows) }
    return seeds.results.compactMap { $0.counts(on: rows)?.score(measure) }
  }
}

extension RunRecord {
  /// What was published of the run; nothing was of invented rows.
  var publishedReports: [Experiment.Published.Report] {
    !isOfPublishedData ? [] : experiment.published?.reports(of: name) ?? []
  }

  /// The published accuracy on some rows.
  func publishedAccuracy(on rows: ReportedRows) -> Double? {
    !isOfPublishedData ? nil : experiment.published?.accuracy(of: name, on: rows)
  }
}
