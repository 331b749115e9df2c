import Evaluation
import Templates

extension ReportTables {
  /// The tables that say how sure a run's numbers are and what its network uses, those of them that there are.
  static func doubts(of run: EvaluatedRun) -> [(name: String, table: Table)] {
    var named = [("intervals" + run.suffix, intervals(of: run))]
    if let table = importance(in: run) { named.append(("importance" + run.suffix, table)) }
    if let table = thresholds(of: run) { named.append(("thresholds" + run.suffix, table)) }
    return named
  }

  /// How the accuracies are spread over seeds, and where the seed that is shown and the published number lie.
  ///
  /// The mean and the interquartile mean go first: no seed is picked.
  static func spread(of seeds: SeedTable, in run: EvaluatedRun) -> Table {
    let published = run.record.published
    let rows: [[Table.Cell]] = run.splits.compactMap { split in
      guard let seeds = run.intervals.seeds[split.rows] else { return nil }
      let interval = seeds.interquartileInterval
      let numbers = [
        seeds.spread.mean, seeds.spread.deviation, seeds.spread.lowest, seeds.spread.highest,
        seeds.interquartileMean, interval?.low, interval?.high, split.confusion.accuracy,
      ]
      var cells: [Table.Cell] = [.text(split.rows.shortWords)] + numbers.map(cell)
      if published != nil { cells.append(cell(published?[split.rows])) }
      return cells
    }
    let names = ["mean", "sd", "min", "max", "IQM", "low", "high", "seed \(run.run.training.seed)"]
    return Table(
      caption: "Accuracy over \(seeds.results.count) seeds. \(run.run.title), n = "
        + "\(run.splits.map { String(Int($0.confusion.total)) }.joined(separator: ", ")).",
      shortCaption: "Accuracy over \(seeds.results.count) seeds. \(run.run.title)",
      label: label("seeds", of: run),
      columns: [.init("rows")] + (names + (published == nil ? [] : ["published"])).map { .init($0, .right) },
      rows: rows,
      notes: [
        "IQM is the mean of the middle half of the seeds; low and high are the ends of its 95 % interval (percentile "
          + "bootstrap, \(Bootstrap.usualResamples) resamples). It covers the training's chance on these rows, not the "
          + "choice of the rows."
      ], provenance: run.record.provenance)
  }

  /// Every number of the classification reports with its interval.
  private static func intervals(of run: EvaluatedRun) -> Table {
    let groups = run.splits.compactMap { split in
      run.intervals[split.rows].map { intervals($0, of: split) }
    }
    return Table(
      caption: "The numbers with their 95 % intervals. \(run.run.title), seed \(run.run.training.seed), n = "
        + "\(run.splits.map { String(Int($0.confusion.total)) }.joined(separator: ", ")).",
      shortCaption: "The numbers with their intervals. \(run.run.title)", label: label("intervals", of: run),
      columns: [
        .init("rows"), .init("score"), .init("class"), .init("number", .right), .init("low", .right),
        .init("high", .right), .init("n", .right),
      ],
      groups: groups,
      notes: [
        "Accuracy, precision and recall have Wilson's interval of a share of n \(run.record.row.many); the area under the ROC curve "
          + "(AUC) DeLong's; the Brier score, a mean, the central limit theorem's; all others the percentile "
          + "bootstrap's, \(Bootstrap.usualResamples) resamples drawn class by class. They cover the choice of the \(run.record.row.many) for one network, not the training's chance; on "
          + "\(run.record.row.many) that trained the network they say nothing of others."
      ], provenance: run.record.provenance)
  }

  private static func intervals(_ intervals: SplitIntervals, of split: EvaluatedSplit) -> [[Table.Cell]] {
    let (scores, report) = (intervals.scores, split.report)
    let all = Int(split.confusion.total)
    var rows: [[Table.Cell]] = []
    func add(_ score: String, _ name: String, _ value: Double, _ interval: Interval?, _ count: Int) {
      rows.append(
        [.text(split.rows.shortWords), .text(score), name.isEmpty ? .empty : .text(name), cell(value)]
          + [cell(interval?.low), cell(interval?.high), .integer(count)])
    }
    add("accuracy", "", split.confusion.accuracy, scores.accuracy, all)
    for (index, one) in report.classes.enumerated() {
      let predicted = Int(split.confusion.predictionCounts[index])
      add("precision", one.name, one.scores.precision, scores.precision[index], predicted)
      add("recall", one.name, one.scores.recall, scores.recall[index], Int(one.support))
      add("f1-score", one.name, one.scores.f1, scores.f1[index], all)
    }
    for (name, average, interval) in [
      ("macro avg", report.macroAverage, scores.macroAverage),
      ("weighted avg", report.weightedAverage, scores.weightedAverage),
    ] {
      add("f1-score", name, average.f1, interval.f1, all)
    }
    add("Matthews", "", split.confusion.matthewsCorrelation, scores.matthewsCorrelation, all)
    if let area = intervals.area { add("AUC", "", area, intervals.probabilities?.rocAUC, all) }
    add("Brier", "", intervals.brier, intervals.probabilities?.brier, all)
    return rows
  }

  /// A number with three decimals; blank where there is none.
  static func cell(_ value: Double?) -> Table.Cell {
    value.flatMap { $0.isNaN ? nil : .number($0, digits: 3) } ?? .empty
  }

  static func label(_ stem: String, of run: EvaluatedRun) -> String {
    "tab:" + ReportValues.label(stem + run.suffix)
  }
}

extension ReportedRows {
  /// What a narrow column calls the rows.
  fileprivate var shortWords: String {
    switch self {
    case .overall: "all data"
    case .train: "training data"
    case .test: "test data"
    }
  }
}
