import Evaluation
import NeuralNetwork
import Templates

/// Every number of the prose, under the key that templates, LaTeX and people know it by:
/// `<run>.<split>.<metric>[.<class>]`, such as `paper.test.recall.liked`.
struct Numbers {
  private(set) var values = Values()

  init(of runs: [EvaluatedRun]) {
    guard let record = runs.first?.record else { return }
    insertFacts(of: record)
    for run in runs {
      let name = run.record.name
      for (key, value) in Self.facts(of: run) { values.insert(value, at: "\(name).\(key)") }
      for split in run.splits {
        for (key, value) in Self.metrics(of: split, keys: record.classKeys) {
          values.insert(value, at: "\(name).\(split.rows.rawValue).\(key)")
        }
      }
    }
    insertComparison(of: runs)
  }

  private mutating func insertFacts(of record: RunRecord) {
    values.insert(.text(record.experiment.title), at: "title")
    values.insert(.text(version), at: "version")
    values.insert(.flag(record.data.isSynthetic), at: "synthetic")
    values.insert(.text(record.data.file), at: "data.file")
    values.insert(.text(record.data.sha256.description), at: "data.sha256")
    values.insert(.integer(record.data.rows), at: "data.rows")
    values.insert(.integer(record.data.features.count), at: "data.features")
    values.insert(.text(Self.sentence(of: record.data.features)), at: "data.feature_names")
    values.insert(.integer(record.split.train + record.split.validation), at: "split.train")
    values.insert(.integer(record.split.train), at: "split.fit")
    values.insert(.integer(record.split.validation), at: "split.validation")
    values.insert(.flag(record.split.validation > 0), at: "split.has_validation")
    values.insert(.integer(record.split.test), at: "split.test")
    values.insert(.integer(Int(record.experiment.split.seed)), at: "split.seed")
    values.insert(.integer(record.model.parameters), at: "model.parameters")
    values.insert(.integer(record.model.layers.count), at: "model.layers")
    values.insert(.flag(record.model.scaling != nil), at: "model.is_scaled")
    values.insert(.text(record.experiment.data.classes[0]), at: "classes.negative")
    values.insert(.text(record.experiment.data.classes[1]), at: "classes.positive")
  }

  /// How a fit went.
  ///
  /// Its cost is told in epochs, never in seconds, which no two machines share.
  static func facts(of run: EvaluatedRun) -> [(String, Values.Value)] {
    let (result, training, history) = (run.record.result, run.run.training, run.folder.history)
    var facts: [(String, Values.Value)] = [
      ("title", .text(run.run.title)),
      ("seed", .integer(Int(training.seed))),
      ("batch_size", .integer(training.batchSize)),
      ("epochs", .integer(result.epochsRun)),
      ("epochs_of_all_fits", .integer(result.epochsOfAllFits)),
      ("most_epochs", .integer(training.epochs)),
      ("stopped_early", .flag(result.stop == .patience)),
      ("has_validation", .flag(history.validation != nil)),
      ("loss.first", .number(history.loss.first ?? .nan, digits: 3)),
      ("loss.last", .number(history.loss.last ?? .nan, digits: 3)),
    ]
    if let stopping = training.earlyStopping {
      facts += [("patience", .integer(stopping.patience)), ("monitor", .text(stopping.monitor.words))]
    }
    if let best = result.bestEpoch, let value = result.bestValue {
      facts += [("best_epoch", .integer(best)), ("best_value", .number(value, digits: 3))]
    }
    facts.append(("has_seeds", .flag(run.folder.seeds != nil)))
    if let seeds = run.folder.seeds {
      facts += Self.facts(of: seeds, beside: training.seed).map { ("seeds.\($0)", $1) }
    }
    let published = run.record.published?.test
    facts.append(("is_published", .flag(published != nil)))
    if let published { facts.append(("published.test_percent", .number(100 * published, digits: 1))) }
    if let validation = history.validation {
      facts += [
        ("val_loss.last", .number(validation.loss.last ?? .nan, digits: 3)),
        ("val_loss.lowest", .number(validation.loss.min() ?? .nan, digits: 3)),
        ("val_binary_accuracy.highest", .number(validation.binaryAccuracy.max() ?? .nan, digits: 3)),
      ]
    }
    return facts
  }

  /// How the accuracies are spread over seeds: mean, standard deviation (divisor n − 1) and range, in percent.
  private static func facts(of seeds: SeedTable, beside seed: UInt64) -> [(String, Values.Value)] {
    var facts: [(String, Values.Value)] = [
      ("count", .integer(seeds.results.count)), ("collapsed", .integer(seeds.collapsed)),
      ("list", .text(SeedList(seeds.results.map(\.seed))?.description ?? "")),
      ("has_own", .flag(seeds.results.contains { $0.seed == seed })),
    ]
    for rows in ReportedRows.allCases {
      let spread = Spread(of: seeds.accuracies(on: rows))
      facts += [
        ("\(rows.rawValue).mean_percent", .number(100 * spread.mean, digits: 1)),
        ("\(rows.rawValue).sd_percent", .number(100 * spread.deviation, digits: 1)),
        ("\(rows.rawValue).lowest_percent", .number(100 * spread.lowest, digits: 1)),
        ("\(rows.rawValue).highest_percent", .number(100 * spread.highest, digits: 1)),
      ]
    }
    return facts
  }

  /// What the paper's `test()` says of some rows.
  ///
  /// Shares are of all rows there; rates are of the rows truly of the other class, and not a number where there
  /// are none.
  static func metrics(of split: EvaluatedSplit, keys: [String]) -> [(String, Values.Value)] {
    let (confusion, report) = (split.confusion, split.report)
    let (rows, accuracy) = (Int(confusion.total), confusion.accuracy)
    let correct = Int(confusion.correctCounts.reduce(0, +))
    var metrics: [(String, Values.Value)] = [
      ("rows", .integer(rows)), ("correct", .integer(correct)), ("errors", .integer(rows - correct)),
      ("accuracy", .number(accuracy, digits: 3)), ("accuracy_percent", .number(100 * accuracy, digits: 1)),
      ("macro.precision", .number(report.macroAverage.precision, digits: 2)),
      ("macro.recall", .number(report.macroAverage.recall, digits: 2)),
      ("macro.f1", .number(report.macroAverage.f1, digits: 2)),
      ("weighted.precision", .number(report.weightedAverage.precision, digits: 2)),
      ("weighted.recall", .number(report.weightedAverage.recall, digits: 2)),
      ("weighted.f1", .number(report.weightedAverage.f1, digits: 2)),
    ]
    for (index, key) in keys.enumerated() {
      let scores = report.classes[index]
      let wrongly = confusion[truth: 1 - index, prediction: index]
      let (others, all) = (confusion.truthCounts[1 - index], confusion.total)
      metrics += [
        ("support.\(key)", .integer(Int(scores.support))),
        ("right.\(key)", .integer(Int(confusion[truth: index, prediction: index]))),
        ("precision.\(key)", .number(scores.scores.precision, digits: 2)),
        ("recall.\(key)", .number(scores.scores.recall, digits: 2)),
        ("f1.\(key)", .number(scores.scores.f1, digits: 2)),
        ("false.\(key)", .integer(Int(wrongly))),
        ("false_share.\(key)", .number(wrongly / all, digits: 3)),
        ("false_share_percent.\(key)", .number(100 * wrongly / all, digits: 1)),
        ("false_rate.\(key)", .number(wrongly / others, digits: 3)),
        ("false_rate_percent.\(key)", .number(100 * wrongly / others, digits: 1)),
      ]
    }
    return metrics
  }

  /// The paper's summing-up: the highest accuracy of all, and the last run beside the first.
  private mutating func insertComparison(of runs: [EvaluatedRun]) {
    let all = runs.flatMap { run in run.splits.map { (run: run, split: $0) } }
    // Of equals the first: `max` alone would answer the last.
    guard let highest = all.reversed().max(by: { $0.split.confusion.accuracy < $1.split.confusion.accuracy })
    else { return }
    values.insert(.number(100 * highest.split.confusion.accuracy, digits: 1), at: "highest.accuracy_percent")
    values.insert(.text(highest.split.rows.words), at: "highest.rows")
    values.insert(.text(highest.run.run.title), at: "highest.run")
    // Only fits of which one goes on from the other can be compared by what they cost.
    let ends = runs.last.flatMap { last in
      runs.first { $0.record.name == last.run.continues }.map { ($0, last) }
    }
    values.insert(.flag(ends != nil), at: "comparison.exists")
    guard let (first, last) = ends else { return }
    values.insert(.text(first.run.title), at: "comparison.first.title")
    values.insert(.text(last.run.title), at: "comparison.last.title")
    values.insert(.integer(first.record.result.epochsOfAllFits), at: "comparison.first.epochs")
    values.insert(.integer(last.record.result.epochsOfAllFits), at: "comparison.last.epochs")
    let factor = Double(last.record.result.epochsOfAllFits) / Double(first.record.result.epochsOfAllFits)
    values.insert(.number(factor, digits: 1), at: "comparison.epochs_factor")
    for rows in ReportedRows.allCases {
      for (place, run) in [("first", first), ("last", last)] {
        guard let split = run.splits.first(where: { $0.rows == rows }) else { continue }
        let key = "comparison.\(place).\(rows.rawValue)_accuracy_percent"
        values.insert(.number(100 * split.confusion.accuracy, digits: 1), at: key)
      }
    }
  }

  static func sentence(of words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Metric {
  /// What prose calls it.
  fileprivate var words: String {
    switch self {
    case .loss: "the training loss"
    case .binaryAccuracy: "the training accuracy"
    case .valLoss: "the validation loss"
    case .valBinaryAccuracy: "the validation accuracy"
    }
  }
}

extension RunRecord {
  /// The classes' names as parts of keys; names that leave no letter, or the same ones, go by their number.
  var classKeys: [String] {
    let parts = experiment.data.classes.map { Values.keyPart($0) }
    guard let first = parts[0], let second = parts[1], first != second else { return ["class-0", "class-1"] }
    return [first, second]
  }
}
