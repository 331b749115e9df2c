import Evaluation

/// The numbers of the prose that depend on the seed of the training, as each seed gives them.
///
/// Of a run that was trained from many seeds these are its `epochs`, `epochs_of_all_fits`, `best_epoch` and
/// `best_value`, and all metrics on each kind of rows; where only the test data's counts were written, `accuracy` and
/// `accuracy_percent` on the others. What no seed changes, such as the sizes of the split and what was published, is
/// the same for all of them.
struct SeedNumbers {
  /// Per seed the numbers that it changes.
  private let bySeed: [(seed: UInt64, numbers: [String: Double])]
  /// The numbers that no seed changes.
  private let fixed: [String: Double]

  /// - Parameter facts: of the seed that is shown.
  /// - Throws: `badData` where a seed's counts cannot be evaluated.
  init(of runs: [EvaluatedRun], facts: [Fact]) throws(Failure) {
    var numbers: [UInt64: [String: Double]] = [:]
    for run in runs {
      let epochs = run.epochsOfAllFits(among: runs)
      for result in run.folder.seeds?.results ?? [] {
        var facts = try Self.facts(of: result, in: run)
        if let epochs = epochs[result.seed] {
          facts.append(
            Fact("epochs_of_all_fits", .integer(epochs), "the epochs of the fit and of those before"))
        }
        let found = facts.compactMap { fact in fact.number.map { ("\(run.record.name).\(fact.key)", $0) } }
        numbers[result.seed, default: [:]].merge(found) { $1 }
      }
    }
    bySeed = numbers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let isFixed = Set(Self.fixedFamilies)
    fixed = Dictionary(
      facts.compactMap { fact in
        let isFixed = isFixed.contains(fact.family) || fact.family.hasPrefix("runs.published.")
        return isFixed ? fact.number.map { (fact.key, $0) } : nil
      }, uniquingKeysWith: { $1 })
  }

  /// What the keys come to for every seed of which all of them are known; `nil` where that is none, or no key of
  /// them depends on the seed.
  func values(of keys: [String]) -> [[String: Double]]? {
    guard keys.contains(where: { fixed[$0] == nil }) else { return nil }
    let found = bySeed.compactMap { _, numbers -> [String: Double]? in
      let values = keys.compactMap { key in (numbers[key] ?? fixed[key]).map { (key, $0) } }
      return values.count == keys.count ? Dictionary(values, uniquingKeysWith: { $1 }) : nil
    }
    return found.isEmpty ? nil : found
  }

  private static let fixedFamilies =
    [
      "data.rows", "data.features", "split.train", "split.fit", "split.validation", "split.test",
      "split.seed",
    ]
    + ["model.parameters", "model.layers", "runs.batch_size", "runs.most_epochs", "runs.patience"]
    + ["runs.splits.rows"]
    + ["negative", "positive"].map { "runs.splits.support.\($0)" }

  private static func facts(of result: SeedResult, in run: EvaluatedRun) throws(Failure) -> [Fact] {
    var facts = [Fact("epochs", .integer(result.epochsRun), "the epochs that the fit ran for")]
    if let best = result.bestEpoch {
      facts.append(Fact("best_epoch", .integer(best), "the epoch in which what is monitored was best"))
    }
    if let best = result.bestValue {
      facts.append(Fact("best_value", .number(best, digits: 3), "what was monitored, in that epoch"))
    }
    for rows in [ReportedRows.overall, .train] where result.counts(on: rows) == nil {
      let accuracy = result.accuracy(on: rows)
      facts += [
        Fact("\(rows.rawValue).accuracy", .number(accuracy, digits: 3), "the accuracy on \(rows.words)"),
        Fact(
          "\(rows.rawValue).accuracy_percent", .number(100 * accuracy, digits: 1),
          "the same in percent"),
      ]
    }
    for rows in ReportedRows.allCases {
      guard let counts = result.counts(on: rows) else { continue }
      let split = try EvaluatedSplit(rows, counts, ofSeed: result.seed, run)
      facts += Numbers.metrics(of: split, keys: run.record.classKeys).map {
        $0.within(rows.rawValue, of: "splits", "")
      }
    }
    return facts
  }
}

extension EvaluatedSplit {
  /// What a seed's network says of some rows, by its counts.
  fileprivate init(
    _ rows: ReportedRows, _ counts: MatrixCounts, ofSeed seed: UInt64, _ run: EvaluatedRun
  ) throws(Failure) {
    // A sample for each cell, which counts as often as there were tracks in it.
    let (truth, predictions) = ([0, 0, 1, 1], [0, 1, 0, 1])
    let counts = counts.cells.map(Double.init)
    do throws(EvaluationError) {
      self.init(
        rows,
        confusion: try ConfusionMatrix(
          truth: truth, predictions: predictions, classCount: 2, weights: counts),
        report: try ClassificationReport(
          truth: truth, predictions: predictions, classNames: run.record.experiment.data.classes,
          weights: counts))
    } catch {
      throw Failure(.badData, "\(run.record.name), seed \(seed): \(error)")
    }
  }
}
