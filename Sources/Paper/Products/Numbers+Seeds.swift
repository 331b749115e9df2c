import Evaluation
import Templates

extension Numbers {
  /// How the accuracies are spread over seeds beyond mean, deviation and range, and how many seeds reach what
  /// was published.
  static func spread(of seeds: SeedTable, in run: EvaluatedRun) -> [Fact] {
    var facts: [Fact] = []
    for rows in ReportedRows.allCases {
      if let spread = run.intervals.seeds[rows] { facts += intervals(of: spread, on: rows) }
    }
    if let published = run.record.publishedAccuracy(on: .test) {
      let reaching = seeds.accuracies(on: .test).count { $0 >= published }
      facts.append(
        Fact(
          "reaching_published", .integer(reaching),
          "the seeds whose accuracy on the test data is at least the published one"))
    }
    return facts
  }
}
