import Evaluation
import NeuralNetwork
import Templates

/// Every number of the prose, under the key that templates, LaTeX and people know it by:
/// `<run>.<split>.<metric>[.<class>]`, such as `paper.test.recall.liked`.
public struct Numbers: Sendable {
  /// In the order in which they are told: the data, each run, the summing-up.
  public private(set) var facts: [Fact] = []
  /// As templates take them.
  private(set) var values = Values()
  /// What meanings call the rows.
  private let row: RowNoun

  init(of runs: [EvaluatedRun]) {
    row = runs.first?.words.row ?? .standard
    guard let first = runs.first else { return }
    let record = first.record
    values.numbers = first.words.numbers
    append(Self.facts(of: record, in: first.words) + Self.audit(of: first))
    for run in runs {
      var ofRun = Self.facts(of: run)
      for split in run.splits {
        ofRun += Self.facts(of: split, in: run, keys: record.classKeys).map {
          $0.within(split.rows.rawValue, of: "splits", ", on \(split.rows.words)")
        }
      }
      append(ofRun.map { $0.within(run.record.name, of: "runs", " (\(run.run.title))") })
    }
    append(Self.comparison(of: runs))
    append(Self.baselines(of: runs))
    append(Self.discussion(of: runs))
  }

  /// Adds facts of a kind of its own.
  mutating func append(_ facts: [Fact]) {
    self.facts += facts.map { $0.named(row) }
    for fact in facts { values.insert(fact.value, at: fact.key) }
  }

  private static func facts(of record: RunRecord, in words: Words) -> [Fact] {
    let (experiment, data, split, model) = (record.experiment, record.data, record.split, record.model)
    return [
      Fact("title", .text(experiment.title), "the report's title"),
      Fact("version", .text(version), "the version of Liner Notes"),
      Fact("synthetic", .flag(data.isSynthetic), "whether the {rows} are those of the invented sample"),
      Fact("language.tag", .text(words(.languageTag)), "the report's language, as HTML and BCP 47 name it"),
      Fact("language.babel", .text(words(.languageBabel)), "the same as LaTeX's babel names it"),
      Fact("row.one", .text(words.row.one), "what a row of the data is called"),
      Fact("row.many", .text(words.row.many), "what several rows are called"),
      Fact("row.One", .text(words.row.one.atBeginning), "the first of these at the beginning of a sentence"),
      Fact("row.Many", .text(words.row.many.atBeginning), "the second at the beginning of a sentence"),
      Fact("row.dative", .text(words.row.dative ?? words.row.many), "what several are called in the dative"),
      Fact("data.file", .text(words.file(of: data)), "the file that the {rows} come from"),
      Fact("data.sha256", .text(data.sha256.description), "the SHA-256 of that file"),
      Fact("data.rows", .integer(data.rows), "the {rows} in the data"),
      Fact(
        "data.has_incomplete", .flag(data.incompleteRows != nil),
        "whether rows of the file are left out because a cell is missing"),
      Fact(
        "data.one_incomplete", .flag(data.incompleteRows == 1), "whether that is a single row"),
      Fact(
        "data.incomplete", .integer(data.incompleteRows ?? 0),
        "the rows of the file that are left out because a cell is missing"),
      Fact(
        "data.features", .integer(data.features.count), "the features that the network sees of each {row}"),
      Fact("data.feature_names", .text(words.list(data.features)), "the names of these features"),
    ] + facts(of: split, experiment.split) + [
      Fact("model.parameters", .integer(model.parameters), "the weights and biases of the network"),
      Fact("model.layers", .integer(model.layers.count), "the layers of the network"),
      Fact(
        "model.is_scaled", .flag(model.scaling != nil),
        "whether the features are scaled to mean 0 and standard deviation 1"),
      Fact("classes.negative", .text(experiment.data.classes[0]), "the name of class 0"),
      Fact("classes.positive", .text(experiment.data.classes[1]), "the name of class 1"),
      Fact("classes.negative_key", .text(record.classKeys[0]), "what class 0 is called in keys"),
      Fact("classes.positive_key", .text(record.classKeys[1]), "what class 1 is called in keys"),
    ] + provenance(of: record)
  }

  /// How a fit went.
  ///
  /// Its cost is told in epochs, never in seconds, which no two machines share.
  static func facts(of run: EvaluatedRun) -> [Fact] {
    let (result, training, history) = (run.record.result, run.run.training, run.folder.history)
    var facts: [Fact] = [
      Fact("title", .text(run.run.title), "what headings call the run"),
      Fact(
        "seed", .integer(Int(training.seed)), "the seed of the weights, the dropout and the order of rows"),
      Fact("batch_size", .integer(training.batchSize), "the {rows} in a batch"),
      Fact("epochs", .integer(result.epochsRun), "the epochs that the fit ran for"),
      Fact(
        "epochs_of_all_fits", .integer(result.epochsOfAllFits),
        "the epochs of the fit and of those that it goes on from"),
      Fact("most_epochs", .integer(training.epochs), "the most epochs that the fit may take"),
      Fact(
        "stopped_early", .flag(result.stop == .patience), "whether the fit stopped before the epochs ran out"),
      Fact("stop", .text(run.words.stop(result.stop)), "what ended the fit: patience or the epoch limit"),
      Fact("has_validation", .flag(history.validation != nil), "whether {rows} validate the fit"),
      Fact(
        "loss.first", .number(history.loss.first ?? .nan, digits: 3), "the training loss of the first epoch"),
      Fact("loss.last", .number(history.loss.last ?? .nan, digits: 3), "the training loss of the last epoch"),
    ]
    if let stopping = training.earlyStopping {
      facts += [
        Fact(
          "patience", .integer(stopping.patience), "the epochs without improvement after which the fit stops"),
        Fact("monitor", .text(run.words.monitor(stopping.monitor)), "what has to improve"),
      ]
    }
    if let best = result.bestEpoch, let value = result.bestValue {
      facts += [
        Fact("best_epoch", .integer(best), "the epoch in which what is monitored was best"),
        Fact("best_value", .number(value, digits: 3), "what was monitored, in the best epoch"),
      ]
    }
    let called = run.calledClass
    facts +=
      [
        Fact(
          "keeps_best", .flag(run.keepsBest),
          "whether the network keeps the weights of the best epoch, and not the last ones"),
        Fact("kept_epoch", .integer(run.keptEpoch), "the epoch whose weights the network keeps"),
        Fact("is_collapsed", .flag(called != nil), "whether the network calls every row the same class"),
        Fact(
          "called", .text(called.map { run.record.experiment.data.classes[$0] } ?? ""),
          "the class that it calls every row, where it does so"),
      ] + band(of: run)
    facts.append(Fact("has_seeds", .flag(run.folder.seeds != nil), "whether other seeds were trained too"))
    if let seeds = run.folder.seeds {
      let ofSeeds = Self.facts(of: seeds, beside: training.seed) + Self.spread(of: seeds, in: run)
      facts += ofSeeds.map { $0.within("seeds", of: "seeds", "") }
    }
    facts += Self.uses(of: run)
    facts += Self.published(of: run)
    if let validation = history.validation {
      facts += [
        Fact(
          "val_loss.last", .number(validation.loss.last ?? .nan, digits: 3),
          "the validation loss of the last epoch"),
        Fact(
          "val_loss.lowest", .number(validation.loss.min() ?? .nan, digits: 3), "the lowest validation loss"),
        Fact(
          "val_binary_accuracy.highest", .number(validation.binaryAccuracy.max() ?? .nan, digits: 3),
          "the highest validation accuracy"),
      ]
    }
    return facts
  }

  /// How the accuracies are spread over seeds: mean, standard deviation (divisor n − 1) and range, in percent.
  private static func facts(of seeds: SeedTable, beside seed: UInt64) -> [Fact] {
    var facts: [Fact] = [
      Fact("count", .integer(seeds.results.count), "the seeds that were trained"),
      Fact("collapsed", .integer(seeds.collapsed), "the seeds that predict one class only on the test data"),
      Fact("has_collapsed", .flag(seeds.collapsed > 0), "whether there are such seeds"),
      Fact("list", .text(SeedList(seeds.results.map(\.seed))?.description ?? ""), "which seeds were trained"),
      Fact(
        "has_own", .flag(seeds.results.contains { $0.seed == seed }),
        "whether the seed that is shown is one of them"),
    ]
    for rows in ReportedRows.allCases {
      let spread = Spread(of: seeds.accuracies(on: rows))
      let numbers = [
        ("mean", spread.mean, "the mean accuracy"), ("lowest", spread.lowest, "the lowest accuracy"),
        ("highest", spread.highest, "the highest accuracy"),
        ("sd", spread.deviation, "the standard deviation of the accuracy"),
      ]
      facts += numbers.map { stem, number, words in
        Fact(
          "\(rows.rawValue).\(stem)_percent", .number(100 * number, digits: 1),
          "\(words) on \(rows.words) over the seeds, in percent")
      }
    }
    return facts
  }

  /// What the paper's `test()` says of some rows.
  ///
  /// Shares are of all rows there; rates are of the rows truly of the other class, and not a number where there
  /// are none.
  ///
  /// - Parameter keys: the two classes' parts of the keys, class 0 first.
  static func metrics(of split: EvaluatedSplit, keys: [String]) -> [Fact] {
    let (confusion, report) = (split.confusion, split.report)
    let (rows, accuracy) = (Int(confusion.total), confusion.accuracy)
    let correct = Int(confusion.correctCounts.reduce(0, +))
    var metrics: [Fact] = [
      Fact("rows", .integer(rows), "the number of {rows}"),
      Fact("correct", .integer(correct), "the {rows} told rightly"),
      Fact("errors", .integer(rows - correct), "the {rows} told wrongly"),
      Fact("accuracy", .number(accuracy, digits: 3), "the accuracy: the share of {rows} told rightly"),
      Fact(
        "accuracy_percent", .number(100 * accuracy, digits: 1),
        "the accuracy in percent: the {rows} told rightly of 100"),
    ]
    let absent = [0, 1].first { confusion.truthCounts[$0] == 0 }
    metrics += [
      Fact("has_both_classes", .flag(absent == nil), "whether there are rows of both classes"),
      Fact(
        "absent_class", .text(absent.map { report.classes[$0].name } ?? ""),
        "the class that no row is of, where there is one"),
    ]
    metrics += [
      Fact("is_collapsed", .flag(split.calledClass != nil), "whether all these {rows} are called one class"),
      Fact(
        "called", .text(split.calledClass.map { report.classes[$0].name } ?? ""),
        "the class that they are all called, where they are"),
    ]
    for (name, words, scores) in [
      ("macro", "the plain mean over the classes", report.macroAverage),
      ("weighted", "the mean over the classes, weighted by their {rows},", report.weightedAverage),
    ] {
      metrics += [
        Fact("\(name).precision", .number(scores.precision, digits: 2), "\(words) of the precision"),
        Fact("\(name).recall", .number(scores.recall, digits: 2), "\(words) of the recall"),
        Fact("\(name).f1", .number(scores.f1, digits: 2), "\(words) of F1"),
      ]
    }
    for (index, place) in ["negative", "positive"].enumerated() {
      let scores = report.classes[index]
      let (name, other) = (scores.name, report.classes[1 - index].name)
      let wrongly = confusion[truth: 1 - index, prediction: index]
      let (others, all) = (confusion.truthCounts[1 - index], confusion.total)
      func add(_ stem: String, _ value: Values.Value, _ meaning: String) {
        metrics.append(Fact("\(stem).\(keys[index])", value, meaning, family: "\(stem).\(place)"))
      }
      add("support", .integer(Int(scores.support)), "the {rows} that are \(name)")
      add("has_rows", .flag(scores.support > 0), "whether there are {rows} that are \(name)")
      add(
        "right", .integer(Int(confusion[truth: index, prediction: index])),
        "the {rows} that are \(name) and called so")
      add(
        "precision", .number(scores.scores.precision, digits: 2),
        "the precision: of the {rows} called \(name), the share that are")
      add(
        "recall", .number(scores.scores.recall, digits: 2),
        "the recall: of the {rows} that are \(name), the share called so")
      add(
        "f1", .number(scores.scores.f1, digits: 2), "F1: the harmonic mean of precision and recall of \(name)"
      )
      let wrong = "called \(name) though \(other)"
      add("false", .integer(Int(wrongly)), "the {rows} \(wrong)")
      add("false_share", .number(wrongly / all, digits: 3), "of all {rows}, the share \(wrong)")
      add("false_share_percent", .number(100 * wrongly / all, digits: 1), "of 100 {rows}, those \(wrong)")
      add(
        "false_rate", .number(wrongly / others, digits: 3),
        "of the {rows} that are \(other), the share called \(name)")
      add(
        "false_rate_percent", .number(100 * wrongly / others, digits: 1),
        "of 100 {rows} that are \(other), those called \(name)")
    }
    return metrics
  }

  /// The paper's summing-up: the highest accuracy of all, and the last run beside the first.
  private static func comparison(of runs: [EvaluatedRun]) -> [Fact] {
    let all = runs.flatMap { run in run.splits.map { (run: run, split: $0) } }
    // Of equals the first: `max` alone would answer the last.
    guard let highest = all.reversed().max(by: { $0.split.confusion.accuracy < $1.split.confusion.accuracy })
    else { return [] }
    // Only fits of which one goes on from the other can be compared by what they cost.
    let ends = runs.last.flatMap { last in
      runs.first { $0.record.name == last.run.continues }.map { ($0, last) }
    }
    var facts: [Fact] = [
      Fact(
        "highest.accuracy_percent", .number(100 * highest.split.confusion.accuracy, digits: 1),
        "the highest accuracy of all runs and rows, in percent"),
      Fact(
        "highest.rows", .text(highest.run.words.rows(highest.split.rows)),
        "the rows on which the accuracy is highest"),
      Fact("highest.run", .text(highest.run.run.title), "the run whose accuracy is highest"),
      Fact("comparison.exists", .flag(ends != nil), "whether the last run goes on from another"),
    ]
    guard let (first, last) = ends else { return facts }
    let (before, after) = (first.record.result.epochsOfAllFits, last.record.result.epochsOfAllFits)
    facts += [
      Fact("comparison.first.title", .text(first.run.title), "the run that the last run goes on from"),
      Fact("comparison.last.title", .text(last.run.title), "the last run"),
      Fact("comparison.first.epochs", .integer(before), "the epochs of the run that the last goes on from"),
      Fact("comparison.last.epochs", .integer(after), "the epochs of the last run and all before it"),
      Fact(
        "comparison.epochs_factor", .number(Double(after) / Double(before), digits: 1),
        "how many times as many epochs these are"),
    ]
    for rows in ReportedRows.allCases {
      for (place, words, run) in [
        ("first", "the run that the last goes on from", first), ("last", "the last run", last),
      ] {
        guard let split = run.splits.first(where: { $0.rows == rows }) else { continue }
        facts.append(
          Fact(
            "comparison.\(place).\(rows.rawValue)_accuracy_percent",
            .number(100 * split.confusion.accuracy, digits: 1),
            "the accuracy of \(words) on \(rows.words), in percent"))
      }
    }
    return facts + verdict(from: first, to: last) + paired(first, last, of: runs)
  }
}

extension RunRecord {
  /// The classes' names as parts of keys; names that leave no letter, or the same ones, go by their number.
  var classKeys: [String] {
    let names = experiment.data.classes
    let parts = names.compactMap { Values.keyPart($0) }
    return parts.count == names.count && Set(parts).count == names.count
      ? parts : names.indices.map { "class-\($0)" }
  }
}
