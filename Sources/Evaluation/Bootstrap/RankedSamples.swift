/// Samples in the falling order of their scores, sorted once to be weighed many times.
struct RankedSamples {
  private let truth: [Bool]
  private let order: [Int]
  /// Whether the next sample of the order has the same score.
  private let isTied: [Bool]

  init(truth: [Bool], scores: [Double]) {
    let order = truth.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    self.truth = truth
    self.order = order
    isTied = order.indices.map { $0 + 1 < order.count && scores[order[$0]] == scores[order[$0 + 1]] }
  }

  /// `averagePrecision(truth:scores:weights:)`; not a number where no positive sample has weight.
  func averagePrecision(weights: [Double]) -> Double {
    var (positives, all, before, sum) = (0.0, 0.0, 0.0, 0.0)
    for (rank, sample) in order.enumerated() {
      let weight = weights[sample]
      all += weight
      if truth[sample] { positives += weight }
      if isTied[rank] || positives == before { continue }
      sum += (positives - before) * positives / all
      before = positives
    }
    return sum / positives
  }
}
