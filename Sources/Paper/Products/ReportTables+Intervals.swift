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
    let published = ReportedRows.allCases.contains { run.record.publishedAccuracy(on: $0) != nil }
    let words = run.words
    let rows: [[Table.Cell]] = run.splits.compactMap { split in
      guard let seeds = run.intervals.seeds[split.rows] else { return nil }
      let interval = seeds.interquartileInterval
      let numbers = [
        seeds.spread.mean, seeds.spread.deviation, seeds.spread.lowest, seeds.spread.highest,
        seeds.interquartileMean, interval?.low, interval?.high, split.confusion.accuracy,
      ]
      var cells: [Table.Cell] = [.text(words.short(split.rows))] + numbers.map(cell)
      if published { cells.append(cell(run.record.publishedAccuracy(on: split.rows))) }
      return cells
    }
    let names =
      [.columnMean, .columnSD, .columnMin, .columnMax, .seedsIQM, .columnLow, .columnHigh].map { words($0) }
      + [words(.seedsOwn, ["seed": "\(run.run.training.seed)"])]
    let called = ["run": run.run.title, "n": run.rowCounts]
    return Table(
      caption: words(.seedsCaption, called, count: seeds.results.count),
      shortCaption: words(.seedsShort, called, count: seeds.results.count),
      label: label("seeds", of: run),
      columns: [.init(words(.columnRows))]
        + (names + (published ? [words(.columnPublished)] : [])).map { .init($0, .right) },
      rows: rows,
      notes: [words(.seedsNote, ["resamples": "\(Bootstrap.usualResamples)"])], provenance: run.provenance)
  }

  /// Every number of the classification reports with its interval.
  private static func intervals(of run: EvaluatedRun) -> Table {
    let groups = run.splits.compactMap { split in
      run.intervals[split.rows].map { intervals($0, of: split, in: run.words) }
    }
    let words = run.words
    let called = ["run": run.run.title, "seed": "\(run.run.training.seed)", "n": run.rowCounts]
    return Table(
      caption: words(.intervalsCaption, called), shortCaption: words(.intervalsShort, called),
      label: label("intervals", of: run),
      columns: [
        .init(words(.columnRows)), .init(words(.columnScore)), .init(words(.columnClass)),
        .init(words(.columnNumber), .right), .init(words(.columnLow), .right),
        .init(words(.columnHigh), .right), .init(words(.columnN), .right),
      ],
      groups: groups, notes: [words(.intervalsNote, ["resamples": "\(Bootstrap.usualResamples)"])],
      provenance: run.provenance)
  }

  private static func intervals(
    _ intervals: SplitIntervals, of split: EvaluatedSplit, in words: Words
  ) -> [[Table.Cell]] {
    let (scores, report) = (intervals.scores, split.report)
    let all = Int(split.confusion.total)
    var rows: [[Table.Cell]] = []
    func add(_ score: String, _ name: String, _ value: Double, _ interval: Interval?, _ count: Int) {
      rows.append(
        [.text(words.short(split.rows)), .text(score), name.isEmpty ? .empty : .text(name), cell(value)]
          + [cell(interval?.low), cell(interval?.high), .integer(count)])
    }
    add(words(.columnAccuracy), "", split.confusion.accuracy, scores.accuracy, all)
    for (index, one) in report.classes.enumerated() {
      let predicted = Int(split.confusion.predictionCounts[index])
      add(words(.columnPrecision), one.name, one.scores.precision, scores.precision[index], predicted)
      add(words(.columnRecall), one.name, one.scores.recall, scores.recall[index], Int(one.support))
      add(words(.columnF1), one.name, one.scores.f1, scores.f1[index], all)
    }
    for (name, average, interval) in [
      (words(.scoreMacro), report.macroAverage, scores.macroAverage),
      (words(.scoreWeighted), report.weightedAverage, scores.weightedAverage),
    ] {
      add(words(.columnF1), name, average.f1, interval.f1, all)
    }
    add(words(.scoreMatthews), "", split.confusion.matthewsCorrelation, scores.matthewsCorrelation, all)
    if let area = intervals.area { add(words(.columnAUC), "", area, intervals.probabilities?.rocAUC, all) }
    add(words(.scoreBrier), "", intervals.brier, intervals.probabilities?.brier, all)
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
