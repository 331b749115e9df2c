import Evaluation

/// Two runs beside each other: what each came to, and what may be said of the difference.
struct RunComparison: Sendable {
  let a: EvaluatedRun
  let b: EvaluatedRun
  let verdict: RunVerdict
  /// What the networks themselves came to.
  let scores: [Score]
  /// What the seeds came to; empty where not both have several.
  let spreads: [SeedSpread]
  /// Where the runs part beside their numbers, in sentences.
  let traces: [String]

  /// A number of both networks.
  struct Score: Sendable {
    /// Its key, such as `test.recall.liked`.
    let name: String
    let a: Double?
    let b: Double?
    /// Of a share of tracks, by Wilson.
    var intervalOfA: Interval?
    var intervalOfB: Interval?
    /// How many decimals tell it; 0 for a count.
    var digits = 3

    var difference: Double? { a.flatMap { a in b.map { $0 - a } } }
  }

  /// A number over the seeds of both runs.
  struct SeedSpread: Sendable {
    let name: String
    let a: [Double]
    let b: [Double]
    var digits = 3
  }

  init(_ a: EvaluatedRun, _ b: EvaluatedRun) throws(Failure) {
    (self.a, self.b) = (a, b)
    verdict = RunVerdict(TestedRun(a), TestedRun(b), areSameTracks: a.isTestedOnTheTracks(of: b))
    scores = try Self.scores(of: a, b)
    spreads = Self.spreads(of: a, b)
    traces = Self.traces(of: a.folder, b.folder)
  }
}

extension EvaluatedRun {
  /// Whether both runs were tested on the same rows of the same file, and these are of the same classes.
  fileprivate func isTestedOnTheTracks(of other: EvaluatedRun) -> Bool {
    record.data.sha256 == other.record.data.sha256 && record.split.testSha256 == other.record.split.testSha256
      && folder.predictions.classes(on: .test).truth == other.folder.predictions.classes(on: .test).truth
  }
}

extension RunComparison {
  private static func scores(of a: EvaluatedRun, _ b: EvaluatedRun) throws(Failure) -> [Score] {
    var scores: [Score] = []
    for (splitA, splitB) in zip(a.splits, b.splits).reversed() {
      scores.append(
        Score(
          name: "\(splitB.rows.rawValue).accuracy", a: splitA.confusion.accuracy,
          b: splitB.confusion.accuracy,
          intervalOfA: splitA.interval, intervalOfB: splitB.interval))
    }
    if let testA = a.splits.last?.report, let testB = b.splits.last?.report {
      for (index, key) in b.record.classKeys.enumerated() {
        let (scoresA, scoresB) = (testA.classes[index].scores, testB.classes[index].scores)
        scores += [
          Score(name: "test.precision.\(key)", a: scoresA.precision, b: scoresB.precision),
          Score(name: "test.recall.\(key)", a: scoresA.recall, b: scoresB.recall),
          Score(name: "test.f1.\(key)", a: scoresA.f1, b: scoresB.f1),
        ]
      }
    }
    scores.append(Score(name: "test.auc", a: a.folder.predictions.testArea, b: b.folder.predictions.testArea))
    let (resultA, resultB) = (a.record.result, b.record.result)
    scores += [
      Score(name: "epochs", a: Double(resultA.epochsRun), b: Double(resultB.epochsRun), digits: 0),
      Score(
        name: "best_epoch", a: resultA.bestEpoch.map(Double.init), b: resultB.bestEpoch.map(Double.init),
        digits: 0),
      Score(
        name: "parameters", a: Double(a.record.model.parameters), b: Double(b.record.model.parameters),
        digits: 0
      ),
    ]
    return scores.filter { $0.a != nil || $0.b != nil }
  }

  private static func spreads(of a: EvaluatedRun, _ b: EvaluatedRun) -> [SeedSpread] {
    guard let seedsA = a.folder.seeds?.results, let seedsB = b.folder.seeds?.results else { return [] }
    func spread(_ name: String, digits: Int = 3, _ number: (SeedResult) -> Double) -> SeedSpread {
      SeedSpread(name: name, a: seedsA.map(number), b: seedsB.map(number), digits: digits)
    }
    let spreads = [
      spread("test.accuracy") { $0.test }, spread("train.accuracy") { $0.train },
      spread("overall.accuracy") { $0.overall }, spread("test.auc") { $0.auc },
      spread("epochs", digits: 0) { Double($0.epochsRun) },
    ]
    // Of a class that does not occur there is no area.
    return spreads.filter { ($0.a + $0.b).allSatisfy(\.isFinite) }
  }

  private static func traces(of a: RunFolder, _ b: RunFolder) -> [String] {
    var traces: [String] = []
    if a.history != b.history {
      let same = zip(a.history.loss, b.history.loss).prefix { $0 == $1 }.count
      traces.append(
        same == min(a.history.epochs, b.history.epochs)
          ? "The learning curves are the same as far as both go."
          : "The learning curves part in epoch \(same + 1).")
    }
    let (these, those) = (a.predictions.probability, b.predictions.probability)
    if these.count == those.count, a.record.data.sha256 == b.record.data.sha256, these != those {
      let distances = zip(these, those).map { abs(Double($0) - Double($1)) }.filter { $0 > 0 }
      traces.append(
        "\(distances.count) of \(these.count) probabilities differ, by "
          + "\(RunVerdict.percent(distances.max() ?? 0)) points at most.")
    }
    return traces
  }
}

extension EvaluatedSplit {
  /// Where the accuracy may lie on other tracks, by Wilson.
  fileprivate var interval: Interval {
    .wilson(Int(confusion.correctCounts.reduce(0, +)), of: Int(confusion.total))
  }
}

extension Predictions {
  /// The area under the ROC curve of the test rows; `nil` where they are of one class.
  fileprivate var testArea: Double? {
    let rows = rows(in: ReportedRows.test.parts)
    return try? rocAUC(truth: rows.map { target[$0] == 1 }, scores: rows.map { Double(probability[$0]) })
  }
}
