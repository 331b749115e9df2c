import Evaluation
import Templates

extension Numbers {
  /// What was published of a run on each kind of rows, beside ours.
  static func published(of run: EvaluatedRun) -> [Fact] {
    let scores = PublishedScore.all(of: [run]).filter { $0.measure == .accuracy }
    var facts = [
      Fact(
        "is_published", .flag(scores.contains { $0.rows == .test }),
        "whether an accuracy on the test data is published")
    ]
    for score in scores {
      let rows = score.rows.words
      facts.append(
        Fact(
          "published.\(score.rows.rawValue)_percent", .number(100 * score.published, digits: 1),
          "the published accuracy on \(rows), in percent"))
      facts += [
        Fact("accuracy", .number(score.published, digits: 3), "the published accuracy on \(rows)"),
        Fact(
          "reaching", .integer(score.rank.reaching),
          "the seeds that reach the published accuracy on \(rows)"),
        Fact(
          "seeds", .integer(score.rank.count),
          "the seeds that the published accuracy on \(rows) is held against"),
        Fact(
          "p", .number(score.rank.p, digits: 3),
          "the two-sided p-value of the rank of the published accuracy on \(rows) among the seeds"),
      ].map { $0.within("published.\(score.rows.rawValue)", of: "published.\(score.rows.rawValue)", "") }
    }
    return facts
  }

  /// How many published accuracies there are, and how ours lie to them.
  static func against(_ scores: [PublishedScore]) -> [Fact] {
    let accuracies = scores.filter { $0.measure == .accuracy }
    func count(_ outcome: PublishedScore.Outcome) -> Int { accuracies.count { $0.outcome == outcome } }
    return [
      Fact("exist", .flag(!accuracies.isEmpty), "whether published accuracies are held against ours"),
      Fact("count", .integer(accuracies.count), "the published accuracies"),
      Fact(
        "reproduced", .integer(count(.reproduced)),
        "the published accuracies that lie among those of the seeds"),
      Fact("above", .integer(count(.above)), "the published accuracies that nearly all seeds exceed"),
      Fact("below", .integer(count(.below)), "the published accuracies that hardly a seed reaches"),
      Fact("has_above", .flag(count(.above) > 0), "whether nearly all seeds exceed a published accuracy"),
      Fact("has_below", .flag(count(.below) > 0), "whether hardly a seed reaches a published accuracy"),
      Fact(
        "has_scores", .flag(scores.contains { $0.measure != .accuracy }),
        "whether scores of single classes are published too"),
    ].map { $0.within("against", of: "against", "") }
  }
}

extension PublishedScore {
  /// What a template's section can print of it.
  var values: Values {
    let spread = self.spread
    return [
      "title": .text(run.run.title), "rows": .text(run.words.short(rows)), "source": .text(source ?? ""),
      "has_seeds": .flag(hasSeeds), "published_percent": .number(100 * published, digits: 1),
      "mean_percent": .number(100 * spread.mean, digits: 1),
      "sd_percent": .number(100 * spread.deviation, digits: 1),
      "lowest_percent": .number(100 * spread.lowest, digits: 1),
      "highest_percent": .number(100 * spread.highest, digits: 1), "reaching": .integer(rank.reaching),
      "count": .integer(rank.count), "p_words": .text(run.words.pValue(rank.p)),
      "is_reproduced": .flag(outcome == .reproduced), "is_above": .flag(outcome == .above),
      "is_below": .flag(outcome == .below), "is_undecided": .flag(outcome == .undecided),
    ]
  }
}
