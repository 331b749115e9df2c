/// How many positives and negatives score at or above each distinct score, from the highest down.
///
/// scikit-learn's `confusion_matrix_at_thresholds`.
struct ThresholdCounts {
  private(set) var truePositives: [Double] = []
  private(set) var falsePositives: [Double] = []
  private(set) var thresholds: [Double] = []

  var positives: Double { truePositives.last ?? 0 }
  var negatives: Double { falsePositives.last ?? 0 }

  init(truth: [Bool], scores: [Double], weights: [Double]?) throws(EvaluationError) {
    try Samples.check(scores.count, of: .scores, truth: truth.count)
    try Samples.check(scores: scores)
    try Samples.check(weights: weights, truth: truth.count)

    // A sample that weighs nothing must not make a threshold. Ties keep their order, on which the last bit
    // of weighted sums depends.
    let ranked = truth.indices
      .filter { weights?[$0] != 0 }
      .sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
    var (truePositives, falsePositives) = (0.0, 0.0)
    for (rank, sample) in ranked.enumerated() {
      let weight = weights?[sample] ?? 1
      if truth[sample] { truePositives += weight } else { falsePositives += weight }
      let isLast = rank + 1 == ranked.count
      guard isLast || scores[ranked[rank + 1]] != scores[sample] else { continue }
      self.truePositives.append(truePositives)
      self.falsePositives.append(falsePositives)
      thresholds.append(scores[sample])
    }
  }

  /// Drops the thresholds between two others on a straight line of counts: they never are the best choice,
  /// and no drawn curve shows them.
  mutating func dropIntermediate() {
    func bends(_ counts: [Double], at index: Int) -> Bool {
      (counts[index + 1] - counts[index]) - (counts[index] - counts[index - 1]) != 0
    }
    guard thresholds.count > 2 else { return }
    let kept = thresholds.indices.filter { index in
      index == 0 || index == thresholds.count - 1
        || bends(falsePositives, at: index) || bends(truePositives, at: index)
    }
    (truePositives, falsePositives, thresholds) = (
      kept.map { truePositives[$0] }, kept.map { falsePositives[$0] }, kept.map { thresholds[$0] }
    )
  }
}
