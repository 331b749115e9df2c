/// What a curator gets who takes the samples that score highest: how many, and how good they are.
///
///     let best = try Cutoff.top([0.05, 0.1, 0.2], truth: truth, scores: probabilities)
///     best[0].precision  // of the twentieth that scores highest
///
/// "Offered" are the samples that are taken.
public struct Cutoff: Sendable, Equatable {
  /// The lowest score that is offered; `nil` where nothing is.
  public let lowestScore: Double?
  /// How many samples are offered.
  public let offered: Int
  /// How many of them are positive.
  public let right: Int
  /// How many positive samples are not offered.
  public let missed: Int
  /// How many samples there are.
  public let count: Int

  /// How many of the offered samples are negative.
  public var wrong: Int { offered - right }

  /// The share of the offered samples that is positive; `nil` where nothing is offered.
  public var precision: Double? { offered == 0 ? nil : Double(right) / Double(offered) }

  /// The share of the positive samples that is offered; `nil` where there are none.
  public var recall: Double? {
    right + missed == 0 ? nil : Double(right) / Double(right + missed)
  }

  /// What offering every sample that scores above each threshold comes to.
  ///
  /// - Parameters:
  ///   - thresholds: in any order; a score that equals one is not above it, as 0.5 is class 0.
  ///   - truth: whether each sample is positive.
  ///   - scores: how positive each sample is thought to be, finite.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, or a score is not finite.
  public static func above(
    _ thresholds: [Double], truth: [Bool], scores: [Double]
  ) throws(EvaluationError) -> [Cutoff] {
    let ranking = try Ranking(truth: truth, scores: scores)
    return thresholds.map { threshold in
      ranking.cutoff(afterFirst: ranking.scores.count { $0 > threshold })
    }
  }

  /// What offering the given shares of the samples comes to, those that score highest first: precision at k.
  ///
  /// A share is rounded up to whole samples. Where others score as high as the last of them, they are offered,
  /// too: nothing but the order of the rows would tell them apart.
  ///
  /// - Parameters:
  ///   - shares: above 0 and at most 1.
  ///   - truth: whether each sample is positive.
  ///   - scores: how positive each sample is thought to be, finite.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, or a score is not finite.
  public static func top(
    _ shares: [Double], truth: [Bool], scores: [Double]
  ) throws(EvaluationError) -> [Cutoff] {
    precondition(shares.allSatisfy { $0 > 0 && $0 <= 1 }, "expected shares above 0 and at most 1: \(shares)")
    let ranking = try Ranking(truth: truth, scores: scores)
    return shares.map { share in
      // A tenth of 30 is 3, though 0.1 · 30 is a hair more.
      let wanted = max(1, Int((share * Double(truth.count) - 1e-9).rounded(.up)))
      let last = ranking.scores[wanted - 1]
      return ranking.cutoff(afterFirst: ranking.scores.count { $0 >= last })
    }
  }

  /// Samples by falling score.
  private struct Ranking {
    let scores: [Double]
    /// How many of the first k samples are positive, from k = 0 on.
    let positives: [Int]

    init(truth: [Bool], scores: [Double]) throws(EvaluationError) {
      try Samples.check(scores.count, of: .scores, truth: truth.count)
      try Samples.check(scores: scores)
      let order = truth.indices.sorted { scores[$0] > scores[$1] }
      self.scores = order.map { scores[$0] }
      var positives = [0]
      for sample in order { positives.append((positives.last ?? 0) + (truth[sample] ? 1 : 0)) }
      self.positives = positives
    }

    func cutoff(afterFirst offered: Int) -> Cutoff {
      Cutoff(
        lowestScore: offered == 0 ? nil : scores[offered - 1], offered: offered, right: positives[offered],
        missed: positives[scores.count] - positives[offered], count: scores.count)
    }
  }
}
