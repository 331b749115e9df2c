import Evaluation
import Templates

extension Numbers {
  /// What a run's network uses, and what a curator would get from it.
  static func uses(of run: EvaluatedRun) -> [Fact] { importance(of: run) + offers(of: run) }

  private static func importance(of run: EvaluatedRun) -> [Fact] {
    let features = run.intervals.importance
    guard let most = features.first, let networks = run.folder.importance?.networks else {
      return [Fact("has_importance", .flag(false), "whether it was measured what each feature is worth")]
    }
    let unsure = features.filter { $0.accuracy.interval.map { $0.low <= 0 } ?? ($0.accuracy.value <= 0) }
    var facts = [
      Fact("has_importance", .flag(true), "whether it was measured what each feature is worth"),
      Fact(
        "importance.networks", .integer(networks),
        "the networks whose features were shuffled, one of each seed"),
      Fact("importance.over_seeds", .flag(networks > 1), "whether these are several"),
      Fact(
        "importance.repeats", .integer(run.folder.importance?.shuffles ?? 0),
        "how often each feature was shuffled"
      ),
      Fact("importance.most", .text(most.feature), "the feature whose shuffling costs most accuracy"),
      Fact(
        "importance.most_points", .number(100 * most.accuracy.value, digits: 1),
        "the percentage points of accuracy that this costs"),
      Fact(
        "importance.some_costs", .flag(unsure.count < features.count),
        "whether shuffling any feature can be told to cost accuracy"),
      Fact(
        "importance.has_unsure", .flag(!unsure.isEmpty), "whether there are features that may cost nothing"),
      Fact(
        "importance.unsure", .text(run.words.list(unsure.map(\.feature))),
        "the features of which it can't be told that shuffling costs accuracy"),
    ]
    if let interval = most.accuracy.interval {
      facts += [
        Fact(
          "importance.most_points_low", .number(100 * interval.low, digits: 1),
          "the lower end of the 95 % interval of these points over the seeds"),
        Fact(
          "importance.most_points_high", .number(100 * interval.high, digits: 1),
          "the upper end of the 95 % interval of these points over the seeds"),
      ]
    }
    return facts
  }

  private static func offers(of run: EvaluatedRun) -> [Fact] {
    // Where all rows have one probability, none ranks above another.
    guard run.intervals.offers?.areRanked == true, let told = run.intervals.offers?.told,
      let precision = told.cutoff.precision,
      let interval = told.cutoff.precisionInterval, let lowest = told.cutoff.lowestScore
    else { return [Fact("has_offers", .flag(false), "whether there are test {rows} to offer")] }
    return [
      Fact("has_offers", .flag(true), "whether there are test {rows} to offer"),
      Fact(
        "offers.percent", .number(100 * told.limit, digits: 0),
        "the percent of the test {rows} that are offered"),
      Fact("offers.count", .integer(told.cutoff.offered), "the test {rows} that these are"),
      Fact("offers.right", .integer(told.cutoff.right), "those of them that are of class 1"),
      Fact("offers.precision_percent", .number(100 * precision, digits: 1), "the same in percent"),
      Fact(
        "offers.precision_percent_low", .number(100 * interval.low, digits: 1),
        "the lower end of its 95 % interval"),
      Fact(
        "offers.precision_percent_high", .number(100 * interval.high, digits: 1),
        "the upper end of its 95 % interval"),
      Fact(
        "offers.lowest", .number(lowest, digits: 3), "the lowest probability of a {row} that is offered"),
    ]
  }
}
