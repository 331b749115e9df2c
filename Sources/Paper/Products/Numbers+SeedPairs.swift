import Evaluation
import Templates

extension Numbers {
  /// The last run beside the one that it goes on from, over the seeds that trained both: `comparison.seeds.…`.
  static func paired(_ first: EvaluatedRun, _ last: EvaluatedRun, of runs: [EvaluatedRun]) -> [Fact] {
    let pairs = SeedPairs(first, last)
    var facts = [
      Fact(
        "exist", .flag(pairs != nil), "whether the last run and that before were trained from the same seeds")
    ]
    if let pairs {
      facts.append(
        Fact("count", .integer(pairs.pairs.count), "the seeds that the last run and that before share"))
      for rows in ReportedRows.allCases {
        guard let change = pairs.accuracy(on: rows) else { continue }
        facts += Self.facts(of: change, on: rows, in: last.words).map {
          $0.within(rows.rawValue, of: rows.rawValue, "")
        }
      }
      if let area = pairs.change(\.auc) {
        facts += [
          Fact(
            "auc.before", .number(area.before, digits: 3),
            "the mean area under the ROC curve before, over seeds"),
          Fact(
            "auc.after", .number(area.after, digits: 3), "the mean area under the ROC curve after, over seeds"
          ),
        ]
      }
      facts.append(Fact("has_auc", .flag(pairs.change(\.auc) != nil), "whether every seed has a ROC curve"))
      facts.append(
        Fact(
          "epochs_factor", .number(factor(of: first, last, pairs, runs), digits: 1),
          "how many times as many epochs the last run and all before it take, on average over seeds"))
    }
    return facts.map { $0.within("comparison.seeds", of: "comparison.seeds", "") }
  }

  private static func facts(
    of change: SeedPairs.Change, on rows: ReportedRows, in named: Words
  ) -> [Fact] {
    let (words, interval) = (rows.words, change.difference.interval)
    let verdict = change.verdict
    return [
      Fact(
        "before_percent", .number(100 * change.before, digits: 1),
        "the mean accuracy on \(words) of the run before, over the seeds of both, in percent"),
      Fact(
        "after_percent", .number(100 * change.after, digits: 1),
        "the mean accuracy on \(words) of the last run, over the seeds of both, in percent"),
      Fact(
        "points", .number(100 * change.difference.value, digits: 1),
        "how much higher the accuracy on \(words) is after the last run, paired over seeds, in percentage points"
      ),
      Fact(
        "points_low", .number(100 * interval.low, digits: 1),
        "the lower end of the 95 % interval of that change on \(words)"),
      Fact(
        "points_high", .number(100 * interval.high, digits: 1),
        "the upper end of the 95 % interval of that change on \(words)"),
      Fact(
        "verdict", verdict.value(in: named, scale: 100, digits: 1),
        "what the accuracies on \(words), paired over seeds, allow to say, in percentage points"),
      Fact(
        "is_decided", .flag(verdict.outcome != .undecided),
        "whether the two can be told apart on \(words) over seeds"),
      Fact(
        "better", .integer(change.better), "the seeds whose accuracy on \(words) is higher after the last run"
      ),
      Fact(
        "worse", .integer(change.worse), "the seeds whose accuracy on \(words) is lower after the last run"),
    ]
  }

  /// The mean over seeds of the epochs of all fits over those of the run before.
  static func factor(
    of first: EvaluatedRun, _ last: EvaluatedRun, _ pairs: SeedPairs, _ runs: [EvaluatedRun]
  ) -> Double {
    let epochs = [first, last].map { $0.epochsOfAllFits(among: runs) }
    let factors = pairs.pairs.compactMap { pair -> Double? in
      guard let before = epochs[0][pair.first.seed], let after = epochs[1][pair.first.seed], before > 0 else {
        return nil
      }
      return Double(after) / Double(before)
    }
    return factors.isEmpty ? .nan : Spread(of: factors).mean
  }
}

extension EvaluatedRun {
  /// Per seed the epochs of the run and of those that it goes on from; none of a seed that one of them lacks.
  func epochsOfAllFits(among runs: [EvaluatedRun]) -> [UInt64: Int] {
    let own = Dictionary(
      (folder.seeds?.results ?? []).map { ($0.seed, $0.epochsRun) }, uniquingKeysWith: { $1 })
    guard let before = run.continues else { return own }
    let others = runs.first { $0.record.name == before }?.epochsOfAllFits(among: runs) ?? [:]
    return own.reduce(into: [:]) { sums, seed in
      if let epochs = others[seed.key] { sums[seed.key] = epochs + seed.value }
    }
  }
}
