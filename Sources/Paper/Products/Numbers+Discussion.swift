import Foundation
import Templates

extension Numbers {
  /// What the discussion says of the first run, and of the last one where that goes on from it.
  ///
  /// Comparisons are made of the percentages as they are printed, with one decimal: prose that says "rose" then
  /// never stands before two equal numbers, and differences are those a reader would work out.
  static func discussion(of runs: [EvaluatedRun]) -> [Fact] {
    guard let first = runs.first, let test = first.split(.test) else { return [] }
    var facts: [Fact] = [
      Fact("title", .text(first.run.title), "what headings call the run that is discussed"),
      Fact("rows", .integer(test.rowCount), "the test {rows}"),
      Fact("correct", .integer(test.correct), "the test {rows} that it is right for"),
      Fact("accuracy_percent", .number(test.percent, digits: 1), "their share, in percent"),
      Fact(
        "points_per_row", .number(100 / Double(test.rowCount), digits: 1),
        "what one test {row} weighs, in percent"),
      Fact("has_seeds", .flag(first.folder.seeds != nil), "whether it was trained from other seeds too"),
      Fact(
        "is_collapsed", .flag(first.calledClass != nil), "whether the network calls every row the same class"),
    ]
    // Of the columns to drop those that the data have.
    let data = first.record.data
    let dropped = first.record.experiment.data.drop.filter(data.columns.contains)
    facts += [
      Fact("has_dropped", .flag(!dropped.isEmpty), "whether columns are kept from the network"),
      Fact("dropped", .text(first.words.list(dropped)), "the columns that are kept from it"),
    ]
    facts.append(
      Fact(
        "has_both_classes", .flag(!test.confusion.truthCounts.contains(0)),
        "whether there are test rows of both classes"))
    facts += errors(of: test).map { $0.within("errors", of: "errors", "") }
    facts += gap(of: first).map { $0.within("gap", of: "gap", ", after the fit that is discussed") }
    let longer = runs.last.flatMap { $0.run.continues == first.record.name ? $0 : nil }
    facts.append(Fact("longer.exists", .flag(longer != nil), "whether another fit goes on from it"))
    if let longer {
      facts += comparison(of: first, and: longer, among: runs).map { $0.within("longer", of: "longer", "") }
    }
    return facts.map { $0.within("discussion", of: "discussion", "") }
  }

  /// The two kinds of error beside each other, as shares of all rows.
  private static func errors(of split: EvaluatedSplit) -> [Fact] {
    let (positive, negative) = (
      split.confusion[truth: 0, prediction: 1], split.confusion[truth: 1, prediction: 0]
    )
    let (fewer, more) = (min(positive, negative), max(positive, negative))
    return [
      Fact("exist", .flag(more > 0), "whether there are errors on the test data"),
      Fact("positive.count", .integer(Int(positive)), "the {rows} falsely called of class 1"),
      Fact("negative.count", .integer(Int(negative)), "the {rows} falsely called of class 0"),
      Fact(
        "positive.percent", .number(100 * positive / split.confusion.total, digits: 1),
        "those falsely called of class 1, in percent of all"),
      Fact(
        "negative.percent", .number(100 * negative / split.confusion.total, digits: 1),
        "those falsely called of class 0, in percent of all"),
      Fact(
        "positive.is_rarer", .flag(positive < negative),
        "whether class 1 is called falsely less often than class 0"),
      Fact(
        "positive.is_commoner", .flag(positive > negative),
        "whether class 1 is called falsely more often than class 0"),
      Fact("positive.is_as_common", .flag(positive == negative), "whether both are called falsely as often"),
      Fact(
        "has_factor", .flag(fewer > 0 && fewer < more), "whether the two kinds of error differ by a factor"),
      Fact(
        "factor", .number(fewer > 0 ? more / fewer : .nan, digits: 1),
        "how many times as often the commoner error occurs as the rarer"),
    ]
  }

  /// How much better a run does on what it was trained on.
  private static func gap(of run: EvaluatedRun) -> [Fact] {
    guard let train = run.split(.train), let test = run.split(.test) else { return [] }
    return gap(train: train.percent, test: test.percent)
  }

  /// - Parameters: accuracies in percent.
  private static func gap(train: Double, test: Double) -> [Fact] {
    [
      Fact("train_percent", .number(train, digits: 1), "the accuracy on the training {rows}, in percent"),
      Fact(
        "points", .number(abs(train - test), digits: 1),
        "how far the accuracies on training and test {rows} are apart, in points of a percent"),
      Fact("is_open", .flag(train > test), "whether it is better on the training {rows}"),
      Fact("is_closed", .flag(train <= test), "whether it is no better on the training {rows}"),
    ]
  }

  /// What the comparison of the two fits rests on: the seeds of both, or the one that is shown.
  private static func ground(
    _ first: EvaluatedRun, _ last: EvaluatedRun, _ pairs: SeedPairs?, among runs: [EvaluatedRun]
  ) -> [Fact] {
    let epochs = [first, last].map { Double($0.record.result.epochsOfAllFits) }
    let isDecided = pairs?.accuracy(on: .test).map { $0.verdict.outcome != .undecided }
    return [
      Fact("is_paired", .flag(pairs != nil), "whether the comparison is of all seeds of both fits"),
      Fact(
        "is_decided", .flag(isDecided ?? Self.isDecided(first, last)),
        "whether the two fits can be told apart on the test {rows}, over seeds where there are several"),
      Fact(
        "epochs_factor",
        .number(pairs.map { factor(of: first, last, $0, runs) } ?? epochs[1] / epochs[0], digits: 1),
        "how many times as many epochs the longer fit takes, on average over seeds where there are several"),
    ]
  }

  /// What going on with the training did, on each part of the data: on average over the seeds of both fits, or on the
  /// seed that is shown where there are none.
  private static func comparison(
    of first: EvaluatedRun, and last: EvaluatedRun, among runs: [EvaluatedRun]
  ) -> [Fact] {
    let pairs = SeedPairs(first, last)
    var facts: [Fact] = [
      Fact("title", .text(last.run.title), "what headings call the longer fit"),
      Fact("before", .text(first.run.title), "what headings call the fit that it goes on from"),
      Fact("epochs", .integer(last.record.result.epochsOfAllFits), "the epochs of both fits"),
      Fact("epochs_before", .integer(first.record.result.epochsOfAllFits), "the epochs of the first fit"),
      Fact("more_epochs", .integer(last.record.result.epochsRun), "the epochs that the longer fit added"),
    ]
    var change: [ReportedRows: Double] = [:]
    for rows in [ReportedRows.train, .test] {
      guard let (before, after) = first.split(rows).flatMap({ a in last.split(rows).map { (a, $0) } })
      else { continue }
      let paired = pairs?.accuracy(on: rows)
      let percent = paired.map { tenths(100 * $0.after) } ?? after.percent
      // Paired as it stands beside its interval; else what a reader would work out of the two.
      let points = paired.map { tenths(100 * $0.difference.value) } ?? after.percent - before.percent
      change[rows] = points
      facts += [
        Fact(
          "\(rows.rawValue).after_percent", .number(percent, digits: 1),
          "the accuracy after the longer fit, in percent, on \(rows.words)"),
        Fact(
          "\(rows.rawValue).points", .number(abs(points), digits: 1),
          "how far the accuracies after the two fits are apart, in points of a percent, on \(rows.words)"),
        Fact("\(rows.rawValue).rose", .flag(points > 0), "whether the accuracy rose, on \(rows.words)"),
        Fact("\(rows.rawValue).fell", .flag(points < 0), "whether the accuracy fell, on \(rows.words)"),
        Fact(
          "\(rows.rawValue).stayed", .flag(points == 0),
          "whether the accuracy stayed as it is printed, on \(rows.words)"),
      ]
    }
    let (train, test) = (change[.train] ?? 0, change[.test] ?? 0)
    facts += [
      // More of the training data right than before, and less of it carried over.
      Fact(
        "learned_by_heart", .flag(train > 0 && train > test),
        "whether the training {rows} gained more than the test {rows}"),
      Fact(
        "carried_over", .flag(train > 0 && train <= test),
        "whether the test {rows} gained as much as the training {rows}"),
      Fact("lost_on_training", .flag(train <= 0), "whether the training {rows} gained nothing"),
      Fact("helped", .flag(test > 0), "whether the test {rows} gained"),
      Fact("did_not_help", .flag(test <= 0), "whether the test {rows} gained nothing"),
    ]
    let means = [ReportedRows.train, .test].compactMap { pairs?.accuracy(on: $0)?.after }
    let gap =
      means.count == 2
      ? gap(train: tenths(100 * means[0]), test: tenths(100 * means[1])) : gap(of: last)
    facts += gap.map { $0.within("gap", of: "gap", ", after the longer fit") }
    facts += ground(first, last, pairs, among: runs)
    if let seeds = first.folder.seeds {
      let spread = Spread(of: seeds.accuracies(on: .test))
      let range = tenths(100 * spread.highest) - tenths(100 * spread.lowest)
      facts += [
        Fact(
          "seeds.points", .number(range, digits: 1),
          "how far the highest and the lowest test accuracy over seeds are apart, in points of a percent"),
        // Where every seed went on, their own changes say more than how far apart they began.
        Fact(
          "seeds.are_wider", .flag(pairs == nil && range > abs(test)),
          "whether that is more than the longer fit changed on the seed that is shown"),
        Fact(
          "seeds.are_narrower", .flag(pairs == nil && range < abs(test)),
          "whether that is less than the longer fit changed on the seed that is shown"),
      ]
    }
    return facts
  }

  /// A percentage as it is printed; by the printing itself, because ten times it may round the other way.
  fileprivate static func tenths(_ percent: Double) -> Double {
    Double(String(format: "%.1f", percent)) ?? percent
  }
}

extension EvaluatedRun {
  func split(_ rows: ReportedRows) -> EvaluatedSplit? { splits.first { $0.rows == rows } }
}

extension EvaluatedSplit {
  fileprivate var rowCount: Int { Int(confusion.total) }
  fileprivate var correct: Int { Int(confusion.correctCounts.reduce(0, +)) }
  /// The accuracy as it is printed.
  fileprivate var percent: Double { Numbers.tenths(100 * confusion.accuracy) }
}
