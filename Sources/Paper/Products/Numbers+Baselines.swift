import Evaluation
import Foundation
import Templates

extension Numbers {
  /// The first run beside its baselines, under keys such as `baselines.forest.test.accuracy`; without any only
  /// that there are none.
  static func baselines(of runs: [EvaluatedRun]) -> [Fact] {
    guard let run = runs.first, let comparison = run.baselines else {
      return [Fact("baselines.exist", .flag(false), "whether plain models stand beside the network")]
    }
    let (rivals, words) = (comparison.rivals, run.words)
    var facts = [
      Fact("exist", .flag(true), "whether plain models stand beside the network"),
      Fact("are_fitted", .flag(!rivals.isEmpty), "whether any of them could be fitted"),
      Fact("count", .integer(rivals.count), "the plain models beside the network"),
      Fact(
        "names", .text(words.list(rivals.map { words.model($0.baseline) })), "which plain models these are"),
      Fact(
        "seed", .integer(Int(run.run.training.seed)), "the seed of the network that they are held against"),
      Fact(
        "has_trees", .flag(rivals.contains { $0.baseline == .boosted }),
        "whether boosted trees are among them"),
    ]
    for rival in rivals {
      facts += Self.facts(of: rival, in: words).map {
        $0.within(rival.baseline.rawValue, of: "models", " (\(rival.baseline.words))")
      }
    }
    facts += verdicts(on: rivals, in: words) + spread(of: comparison, in: words) + making(of: run)
    return facts.map { $0.within("baselines", of: "baselines", "") }
  }

  private static func facts(of rival: BaselineComparison.Rival, in words: Words) -> [Fact] {
    let (score, test, rows) = (rival.score, rival.test, ReportedRows.test.words)
    var facts = [
      Fact("title", .text(words.model(rival.baseline)), "what the model is called"),
      Fact("test.rows", .integer(score.rows), "the {rows} of \(rows)"),
      Fact("test.correct", .integer(score.correct), "the {rows} told rightly, on \(rows)"),
      Fact("test.accuracy", .number(score.accuracy, digits: 3), "the accuracy on \(rows)"),
      Fact(
        "test.accuracy_percent", .number(100 * score.accuracy, digits: 1),
        "the accuracy on \(rows), in percent"),
      Fact(
        "test.low_percent", .number(100 * score.interval.low, digits: 1),
        "the lower end of the 95 % interval of that (Wilson)"),
      Fact(
        "test.high_percent", .number(100 * score.interval.high, digits: 1),
        "the upper end of the 95 % interval of that (Wilson)"),
      Fact(
        "test.gained", .integer(test.onlySecond), "the {rows} that it tells rightly and the network does not"),
      Fact(
        "test.lost", .integer(test.onlyFirst), "the {rows} that the network tells rightly and it does not"),
      Fact("test.p", .number(test.p, digits: 3), "the p-value of the exact McNemar test on these {rows}"),
      Fact(
        "test.holm_p", .number(rival.correctedP, digits: 3),
        "the same, corrected by Holm for all plain models"),
      Fact(
        "is_better", .flag(rival.outcome == .better), "whether it is better than the network by that test"),
      Fact("is_worse", .flag(rival.outcome == .worse), "whether it is worse than the network by that test"),
    ]
    if let auc = score.auc {
      facts.append(Fact("test.auc", .number(auc, digits: 3), "the area under the ROC curve on \(rows)"))
    }
    if let seeds = rival.seedsBelow {
      facts.append(
        Fact("seeds_below", .integer(seeds), "the network's seeds whose accuracy on \(rows) is lower"))
    }
    return facts
  }

  /// Which of them are better, worse, and not told apart, each with its accuracy and corrected p-value.
  private static func verdicts(on rivals: [BaselineComparison.Rival], in words: Words) -> [Fact] {
    let kinds = [
      (Verdict.Outcome.better, "better", "better than the network"),
      (.worse, "worse", "worse than the network"),
      (.undecided, "undecided", "not told apart from the network"),
    ]
    return kinds.flatMap { outcome, key, meaning in
      let those = rivals.filter { $0.outcome == outcome }.map { rival in
        words(
          .modelVerdict,
          [
            "model": words.model(rival.baseline), "p": words.pValue(rival.correctedP),
            "percent": words.number(100 * rival.score.accuracy, digits: 1),
          ])
      }
      return [
        Fact("\(key).exist", .flag(!those.isEmpty), "whether plain models are \(meaning)"),
        Fact("\(key).list", .text(words.list(those)), "the plain models that are \(meaning)"),
      ]
    }
  }

  private static func spread(of comparison: BaselineComparison, in words: Words) -> [Fact] {
    var facts = [
      Fact(
        "has_seeds", .flag(comparison.seeds != nil), "whether the network was trained from other seeds too")
    ]
    if let seeds = comparison.seeds {
      let below = comparison.rivals.map { rival in
        words(
          .modelSeedsBelow, ["model": words.model(rival.baseline), "number": "\(rival.seedsBelow ?? 0)"])
      }
      facts.append(
        Fact(
          "seeds_below", .text(words.list(below)), "for each plain model the seeds that are less accurate"))
      facts.append(Fact("seed_count", .integer(seeds.results.count), "the seeds of the network"))
    }
    return facts
  }

  /// How many decimals show three figures of a number.
  private static func decimals(of number: Double) -> Int {
    number == 0 ? 0 : max(0, 2 - Int(log10(abs(number)).rounded(.down)))
  }

  /// How they were made, as far as prose tells it.
  private static func making(of run: EvaluatedRun) -> [Fact] {
    let record = run.folder.baselineRecord
    let rule = record?.models.lazy.compactMap(\.rule).first { $0.threshold != nil }
    var facts = [Fact("has_rule", .flag(rule != nil), "whether there is a stump that asks something")]
    if let rule, let threshold = rule.threshold {
      facts += [
        Fact("rule.column", .text(rule.column), "the column that the stump asks about"),
        Fact("rule.threshold", .number(threshold, digits: decimals(of: threshold)), "the stump's threshold"),
      ]
    }
    if let version = record?.versions["xgboost"] {
      facts.append(Fact("xgboost", .text(version), "the version of XGBoost that grew the trees"))
    }
    return facts
  }
}
