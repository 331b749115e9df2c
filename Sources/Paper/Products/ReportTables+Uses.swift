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
    let words = run.words
    let ends: [Table.Column] =
      isOverSeeds ? [.init(words(.columnLow), .right), .init(words(.columnHigh), .right)] : []
    let called = [
      "run": run.run.title, "seed": "\(run.run.training.seed)", "n": "\(run.record.split.test)",
    ]
    return Table(
      caption: isOverSeeds
        ? words(.importanceCaptionSeeds, called, count: networks) : words(.importanceCaptionSeed, called),
      shortCaption: words(.importanceShort, called), label: label("importance", of: run),
      columns: [.init(words(.importanceFeature)), .init(words(.importanceAccuracy), .right)] + ends
        + (hasArea ? [.init(words(.importanceAUC), .right)] + ends : []),
      rows: features.map { feature in
        [.text(feature.feature)] + cells(feature.accuracy) + (hasArea ? cells(feature.area) : [])
      },
      notes: [
        words(
          isOverSeeds ? .importanceNoteSeeds : .importanceNoteSeed,
          ["repeats": "\(run.folder.importance?.shuffles ?? 0)"])
      ], provenance: run.provenance)
  }

  /// What is chosen by its probability, and what that comes to; `nil` where there are no test rows.
  static func thresholds(of run: EvaluatedRun) -> Table? {
    guard let offers = run.intervals.offers else { return nil }
    let positive = run.record.experiment.data.classes[1]
    func row(_ name: String, _ cutoff: Cutoff) -> [Table.Cell] {
      let interval = cutoff.precisionInterval
      return [
        .text(name), .integer(cutoff.offered), .integer(cutoff.right), .integer(cutoff.wrong),
        .integer(cutoff.missed), cell(cutoff.precision), cell(interval?.low), cell(interval?.high),
        cell(cutoff.recall),
      ]
    }
    let words = run.words
    let called = [
      "run": run.run.title, "seed": "\(run.run.training.seed)", "n": "\(run.record.split.test)",
    ]
    let above = { (limit: Double) in
      words(.thresholdsAbove, ["limit": words.numbers.written("\(limit)")])
    }
    let top = { (share: Double) in
      words(.thresholdsTop, ["percent": "\(Int((100 * share).rounded()))"])
    }
    return Table(
      caption: words(.thresholdsCaption, called), shortCaption: words(.thresholdsShort, called),
      label: label("thresholds", of: run),
      columns: [.init(words(.thresholdsOffered)), .init(words.row.many, .right)]
        + [
          .thresholdsRight, .thresholdsWrong, .thresholdsMissed, .columnPrecision, .columnLow, .columnHigh,
          .columnRecall,
        ].map { .init(words($0), .right) },
      groups: [
        offers.above.map { row(above($0.limit), $0.cutoff) },
        offers.top.map { row(top($0.limit), $0.cutoff) },
      ],
      notes: [words(.thresholdsNote, ["class": positive])], provenance: run.provenance)
  }
}
