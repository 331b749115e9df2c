import Evaluation
import Templates

extension ReportTables {
  /// What each feature is worth; `nil` where that was not measured.
  static func importance(in run: EvaluatedRun) -> Table? {
    let features = run.intervals.importance
    guard let networks = run.folder.importance?.networks, !features.isEmpty else { return nil }
    let isOverSeeds = networks > 1
    func cells(_ mean: FeatureImportance.Mean?) -> [Table.Cell] {
      [cell(mean?.value)] + (isOverSeeds ? [cell(mean?.interval?.low), cell(mean?.interval?.high)] : [])
    }
    let hasArea = features.allSatisfy { $0.area != nil }
    let ends: [Table.Column] = isOverSeeds ? [.init("low", .right), .init("high", .right)] : []
    let tests = run.record.split.test
    return Table(
      caption: "What is lost on the test data where a feature is shuffled. \(run.run.title), "
        + "\(isOverSeeds ? "\(networks) seeds" : "seed \(run.run.training.seed)"), n = \(tests).",
      shortCaption: "What is lost where a feature is shuffled. \(run.run.title)",
      label: label("importance", of: run),
      columns: [.init("feature"), .init("accuracy lost", .right)] + ends
        + (hasArea ? [.init("AUC lost", .right)] + ends : []),
      rows: features.map { feature in
        [.text(feature.feature)] + cells(feature.accuracy) + (hasArea ? cells(feature.area) : [])
      },
      notes: [
        "Means over \(PermutationImportance.usualRepeats) shuffles of the feature's column"
          + (isOverSeeds
            ? " and over the seeds; low and high are the ends of the mean's 95 % interval over the seeds. "
            : ". ")
          + "A feature that others can stand in for loses little."
      ], provenance: run.record.provenance)
  }

  /// What a curator gets; `nil` where there are no test rows.
  static func thresholds(of run: EvaluatedRun) -> Table? {
    guard let offers = run.intervals.offers else { return nil }
    let liked = run.record.experiment.data.classes[1]
    func row(_ words: String, _ cutoff: Cutoff) -> [Table.Cell] {
      let interval = cutoff.precisionInterval
      return [
        .text(words), .integer(cutoff.offered), .integer(cutoff.right), .integer(cutoff.wrong),
        .integer(cutoff.missed), cell(cutoff.precision), cell(interval?.low), cell(interval?.high),
        cell(cutoff.recall),
      ]
    }
    let percent = { (share: Double) in "top \(Int((100 * share).rounded())) %" }
    return Table(
      caption: "What is offered of the test \(run.record.row.many). \(run.run.title), "
        + "seed \(run.run.training.seed), n = \(run.record.split.test).",
      shortCaption: "What is offered of the test \(run.record.row.many). \(run.run.title)",
      label: label("thresholds", of: run),
      columns: [.init("offered")]
        + [
          run.record.row.many, "right", "false likes", "false dislikes", "precision", "low", "high", "recall",
        ]
        .map { .init($0, .right) },
      groups: [
        offers.above.map { row("above \($0.limit)", $0.cutoff) },
        offers.top.map { row(percent($0.limit), $0.cutoff) },
      ],
      notes: [
        "Offered are the \(run.record.row.many) to which the network gives a probability of \(liked) above some number, or the top of "
          + "them by it. Right are those of them that are \(liked), false likes those that are not; false dislikes are "
          + "\(liked), but not offered. Low and high are the ends of Wilson's 95 % interval of the precision."
      ], provenance: run.record.provenance)
  }
}
