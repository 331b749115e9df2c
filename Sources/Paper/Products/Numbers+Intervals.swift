import Evaluation
import Templates

extension Numbers {
  /// All that is said of a run on some of the rows: the metrics, and `_low` and `_high` behind the name of each
  /// that has an interval.
  ///
  /// `accuracy_low` and not `accuracy.low`, because a key names a value or a group, never both; of a class as
  /// `precision_low.liked`, beside `precision.liked`.
  static func facts(of split: EvaluatedSplit, in run: EvaluatedRun, keys: [String]) -> [Fact] {
    let metrics = metrics(of: split, keys: keys)
    guard let intervals = run.intervals[split.rows] else { return metrics }
    return metrics + ofProbabilities(intervals)
      + Self.intervals(intervals, of: split, keys: keys).flatMap(\.facts)
  }

  /// An interval on its way to be two facts.
  private struct Ends {
    let stem: String
    /// What stands behind the stem, such as `.liked`, in a key and in a family.
    var place = ""
    var family = ""
    let interval: Interval?
    let scale: Double
    let digits: Int
    let of: String

    var facts: [Fact] {
      [("low", "lower", interval?.low), ("high", "upper", interval?.high)].map { end, words, value in
        Fact(
          "\(stem)_\(end)\(place)", .number(scale * (value ?? .nan), digits: digits),
          "the \(words) end of the 95 % interval of \(of)", family: "\(stem)_\(end)\(family)")
      }
    }
  }

  private static func intervals(
    _ intervals: SplitIntervals, of split: EvaluatedSplit, keys: [String]
  ) -> [Ends] {
    let (scores, confusion) = (intervals.scores, split.confusion)
    var ends = [
      Ends(stem: "accuracy", interval: scores.accuracy, scale: 1, digits: 3, of: "the accuracy"),
      Ends(
        stem: "accuracy_percent", interval: scores.accuracy, scale: 100, digits: 1,
        of: "the accuracy in percent"),
      Ends(
        stem: "brier", interval: intervals.probabilities?.brier, scale: 1, digits: 3, of: "the Brier score"),
    ]
    if intervals.area != nil {
      ends.append(
        Ends(
          stem: "auc", interval: intervals.probabilities?.rocAUC, scale: 1, digits: 3,
          of: "the area under the ROC curve"))
    }
    for (name, words, average) in [
      ("macro", "the plain mean over the classes", scores.macroAverage),
      ("weighted", "the mean over the classes, weighted by their {rows},", scores.weightedAverage),
    ] {
      for (stem, score, interval) in [
        ("precision", "the precision", average.precision), ("recall", "the recall", average.recall),
        ("f1", "F1", average.f1),
      ] {
        ends.append(
          Ends(
            stem: "\(name).\(stem)", interval: interval, scale: 1, digits: 2, of: "\(words) of \(score)"))
      }
    }
    for (index, place) in ["negative", "positive"].enumerated() {
      let (name, other) = (split.report.classes[index].name, split.report.classes[1 - index].name)
      let wrongly = Int(confusion[truth: 1 - index, prediction: index])
      let share = Interval.wilson(wrongly, of: Int(confusion.total))
      let rate = Interval.wilson(wrongly, of: Int(confusion.truthCounts[1 - index]))
      let wrong = "called \(name) though \(other)"
      func add(_ stem: String, _ interval: Interval?, _ scale: Double, _ digits: Int, _ words: String) {
        ends.append(
          Ends(
            stem: stem, place: ".\(keys[index])", family: ".\(place)", interval: interval, scale: scale,
            digits: digits, of: words))
      }
      add("precision", scores.precision[index], 1, 2, "the precision of \(name)")
      add("recall", scores.recall[index], 1, 2, "the recall of \(name)")
      add("f1", scores.f1[index], 1, 2, "F1 of \(name)")
      add("false_share", share, 1, 3, "the share \(wrong)")
      add("false_share_percent", share, 100, 1, "the {rows} of 100 \(wrong)")
      add("false_rate", rate, 1, 3, "the share of those that are \(other) \(wrong)")
      add("false_rate_percent", rate, 100, 1, "the {rows} of 100 that are \(other) \(wrong)")
    }
    return ends
  }

  /// What the probabilities come to, which no count tells.
  private static func ofProbabilities(_ intervals: SplitIntervals) -> [Fact] {
    var facts = [
      Fact(
        "brier", .number(intervals.brier, digits: 3),
        "the Brier score: the mean squared error of the probabilities"),
      Fact(
        "has_auc", .flag(intervals.area != nil), "whether both classes occur, so that there is a ROC curve"),
    ]
    if let area = intervals.area {
      facts.append(
        Fact(
          "auc", .number(area, digits: 3),
          "the area under the ROC curve: how often a {row} of class 1 scores above one of class 0"))
    }
    return facts
  }
}

extension Numbers {
  /// How the accuracies on some rows are spread over the seeds, beyond mean, deviation and range.
  static func intervals(of spread: SeedSpread, on rows: ReportedRows) -> [Fact] {
    let percent: [(String, Double?, String)] = [
      (
        "mean_percent_low", spread.meanInterval?.low,
        "the lower end of the 95 % interval of the mean accuracy"
      ),
      (
        "mean_percent_high", spread.meanInterval?.high,
        "the upper end of the 95 % interval of the mean accuracy"
      ),
      ("iqm_percent", spread.interquartileMean, "the interquartile mean of the accuracy"),
      (
        "iqm_percent_low", spread.interquartileInterval?.low,
        "the lower end of the 95 % interval of the interquartile mean of the accuracy"
      ),
      (
        "iqm_percent_high", spread.interquartileInterval?.high,
        "the upper end of the 95 % interval of the interquartile mean of the accuracy"
      ),
    ]
    return percent.map { key, value, words in
      Fact(
        "\(rows.rawValue).\(key)", .number(100 * (value ?? .nan), digits: 1),
        "\(words) on \(rows.words) over the seeds, in percent")
    }
  }
}
