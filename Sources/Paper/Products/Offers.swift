import Evaluation

/// What comes of choosing the test rows to which the network gives the highest probabilities.
struct Offers: Sendable {
  /// One way to choose the rows, and what it comes to.
  struct Offer: Sendable {
    /// The threshold, or the share of the rows.
    let limit: Double
    let cutoff: Cutoff
  }

  /// All rows whose probability is above a threshold.
  let above: [Offer]
  /// The rows of the highest probabilities, as a share of all.
  let top: [Offer]

  /// Whether the probabilities differ, so that some tracks rank above others.
  let areRanked: Bool

  static let thresholds = [0.5, 0.6, 0.7, 0.8, 0.9]
  static let shares = [0.05, 0.1, 0.2, 0.3, 0.5]
  /// The share that prose tells of.
  static let told = 0.1

  /// `nil` where there are no test rows.
  init?(_ predictions: Predictions) {
    let rows = predictions.rows(in: ReportedRows.test.parts)
    let truth = rows.map { predictions.target[$0] == 1 }
    let scores = rows.map { Double(predictions.probability[$0]) }
    guard let above = try? Cutoff.above(Self.thresholds, truth: truth, scores: scores),
      let top = try? Cutoff.top(Self.shares, truth: truth, scores: scores)
    else { return nil }
    areRanked = Set(scores).count > 1
    self.above = zip(Self.thresholds, above).map { Offer(limit: $0, cutoff: $1) }
    self.top = zip(Self.shares, top).map { Offer(limit: $0, cutoff: $1) }
  }

  /// What prose tells of.
  var told: Offer? { top.first { $0.limit == Self.told } }
}

extension Cutoff {
  /// Wilson's interval of the precision; `nil` where nothing is offered.
  var precisionInterval: Interval? { offered == 0 ? nil : .wilson(right, of: offered) }
}
