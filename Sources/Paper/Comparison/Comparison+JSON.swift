import Evaluation

extension Comparison {
  /// The comparison for programs: sorted keys, numbers in full precision; what is no finite number is "nan", "inf" or
  /// "-inf", and what there is not is left out.
  public func json() throws(Failure) -> String { try JSON.encodeResults(ComparisonJSON(self)) }
}

private struct ComparisonJSON: Encodable {
  let a, b: String
  let isSame: Bool
  let runs: [Run]
  let changes: Changes
  let onlyInA, onlyInB: [String]

  struct Changes: Encodable { let settings, data, versions: [Change] }

  struct Run: Encodable {
    let a, b: String
    let verdict: Verdict
    let scores: [Score]
    let overSeeds: [Spread]
    let stop: Sides<String>
    let traces: [String]
  }

  struct Sides<Value: Encodable>: Encodable {
    let a, b: Value?
  }

  struct Verdict: Encodable {
    let ground: RunVerdict.Ground
    let outcome: String
    let difference: Double?
    let interval: [Double]?
    let p: Double?
    let calls: RunVerdict.Calls?
    let words: String
  }

  struct Score: Encodable {
    let name: String
    let a, b, difference: Double?
    let intervals: Sides<[Double]>?
  }

  struct Spread: Encodable {
    let name: String
    let a, b: Side
    let difference: Double?
    let interval: [Double]?
    let p: Double?

    struct Side: Encodable {
      let seeds: Int
      let mean, sd: Double
      let interval: [Double]?
    }
  }

  init(_ comparison: Comparison) {
    (a, b, isSame) = (comparison.a.folder, comparison.b.folder, comparison.isSame)
    runs = comparison.runs.map(Run.init)
    changes = Changes(settings: comparison.settings, data: comparison.data, versions: comparison.versions)
    (onlyInA, onlyInB) = (comparison.onlyInA, comparison.onlyInB)
  }
}

extension ComparisonJSON.Run {
  init(_ run: RunComparison) {
    self.init(
      a: run.a.record.name, b: run.b.record.name, verdict: .init(run.verdict),
      scores: run.scores.map(ComparisonJSON.Score.init),
      overSeeds: run.spreads.map(ComparisonJSON.Spread.init),
      stop: .init(a: run.a.record.result.stop.rawValue, b: run.b.record.result.stop.rawValue),
      traces: run.traces)
  }
}

extension ComparisonJSON.Verdict {
  init(_ verdict: RunVerdict) {
    let outcome =
      switch verdict.outcome {
      case .better: "better"
      case .worse: "worse"
      case .undecided: verdict.ground == .same ? "same" : "undecided"
      }
    self.init(
      ground: verdict.ground, outcome: outcome, difference: verdict.difference?.value,
      interval: verdict.difference?.interval.ends, p: verdict.p, calls: verdict.calls, words: verdict.words)
  }
}

extension ComparisonJSON.Score {
  init(_ score: RunComparison.Score) {
    let hasIntervals = score.intervalOfA != nil || score.intervalOfB != nil
    self.init(
      name: score.name, a: score.a, b: score.b, difference: score.difference,
      intervals: hasIntervals ? .init(a: score.intervalOfA?.ends, b: score.intervalOfB?.ends) : nil)
  }
}

extension ComparisonJSON.Spread {
  init(_ spread: RunComparison.SeedSpread) {
    func side(_ numbers: [Double]) -> Side {
      let spread = Spread(of: numbers)
      return Side(
        seeds: numbers.count, mean: spread.mean, sd: spread.deviation,
        interval: (try? Interval.ofMean(numbers))?.ends)
    }
    let test = try? WelchTest(first: spread.a, second: spread.b)
    self.init(
      name: spread.name, a: side(spread.a), b: side(spread.b), difference: test?.difference.value,
      interval: test?.difference.interval.ends, p: test?.p)
  }
}

extension Interval {
  fileprivate var ends: [Double] { [low, high] }
}
