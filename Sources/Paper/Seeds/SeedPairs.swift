import Evaluation

/// Two runs seed by seed: what the second's training did that the first's did not, with the chance of each seed in
/// both.
///
/// All seeds were tested on the same rows: intervals cover the chance of training and nothing else.
struct SeedPairs: Sendable {
  let pairs: [(first: SeedResult, second: SeedResult)]

  /// - Returns: `nil` where fewer than two seeds trained both.
  init?(_ first: EvaluatedRun, _ second: EvaluatedRun) {
    let others = Dictionary(
      (second.folder.seeds?.results ?? []).map { ($0.seed, $0) }, uniquingKeysWith: { $1 })
    pairs = (first.folder.seeds?.results ?? []).compactMap { result in
      others[result.seed].map { (result, $0) }
    }
    guard pairs.count > 1 else { return nil }
  }

  /// How a number of each pair lies: means, and the second's less the first's.
  struct Change: Sendable {
    let before: Double
    let after: Double
    /// With Student's interval of the mean of the paired differences.
    let difference: Estimate
    /// In how many pairs the second's is larger, and in how many smaller.
    let better: Int
    let worse: Int

    var verdict: Verdict { Verdict(difference) }
  }

  /// - Returns: `nil` where a number is none, as the area under a curve of one class.
  func change(_ number: (SeedResult) -> Double) -> Change? {
    let values = pairs.map { (number($0.first), number($0.second)) }
    let differences = values.map { $1 - $0 }
    guard differences.allSatisfy(\.isFinite), let interval = try? Interval.ofMean(differences) else {
      return nil
    }
    let mean = Spread(of: differences).mean
    return Change(
      before: Spread(of: values.map(\.0)).mean, after: Spread(of: values.map(\.1)).mean,
      difference: Estimate(mean, interval), better: differences.count { $0 > 0 },
      worse: differences.count { $0 < 0 })
  }

  /// The change of the accuracy on some rows.
  func accuracy(on rows: ReportedRows) -> Change? { change { $0.accuracy(on: rows) } }
}
