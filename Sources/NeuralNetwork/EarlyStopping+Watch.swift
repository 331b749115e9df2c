extension EarlyStopping {
  /// The course of one fit as early stopping sees it: the best so far and how long ago it was.
  ///
  /// `Weights` is whatever is to be brought back. Epochs count from 1 here.
  public struct Watch<Weights: Sendable>: Sendable {
    /// What counts as an improvement, and when to stop.
    public let rule: EarlyStopping
    /// Epochs since the last improvement.
    public private(set) var wait = 0
    /// The best value, `nil` before any epoch was looked at.
    public private(set) var best: Double?
    /// The epoch of the best value.
    public private(set) var bestEpoch: Int?
    /// The weights of that epoch, if they are to be restored.
    public private(set) var bestWeights: Weights?
    /// The epoch in which patience ran out.
    public private(set) var stoppedEpoch: Int?

    /// The watch before the first epoch.
    public init(_ rule: EarlyStopping) { self.rule = rule }

    /// The watch of a fit that goes on.
    init(_ rule: EarlyStopping, wait: Int, best: Double?, bestEpoch: Int?, bestWeights: Weights?) {
      self.rule = rule
      self.wait = wait
      self.best = best
      self.bestEpoch = bestEpoch
      self.bestWeights = bestWeights
    }

    /// Takes note of an epoch's value; `stoppedEpoch` says whether it was the last.
    public mutating func epochEnded(_ epoch: Int, value: Double, weights: @autoclosure () -> Weights) {
      guard epoch > rule.startFromEpoch else { return }
      // Kept even if it is no improvement, as a NaN is none: some weights must be there to restore.
      if rule.restoreBestWeights && bestWeights == nil {
        bestWeights = weights()
        bestEpoch = epoch
      }
      wait += 1
      let improved = isBest(value)
      if improved {
        best = value
        bestEpoch = epoch
        if rule.restoreBestWeights { bestWeights = weights() }
        let beatsBaseline = rule.baseline.map { rule.isImprovement(value, over: $0) } ?? true
        if beatsBaseline { wait = 0 }
      }
      let looksAtWait = !improved || rule.restore == .keras2
      if looksAtWait && wait >= rule.patience && epoch > 1 { stoppedEpoch = epoch }
    }

    /// The weights to bring back when the fit has ended; `nil` leaves the last ones.
    public var weightsAtEnd: Weights? {
      rule.restore == .keras2 && stoppedEpoch == nil ? nil : bestWeights
    }

    private func isBest(_ value: Double) -> Bool {
      if let best { return rule.isImprovement(value, over: best) }
      // Keras 3 takes whatever comes first; the older classes begin with an infinity, which NaN does not beat.
      return rule.restore == .keras3 || !value.isNaN
    }
  }
}

extension EarlyStopping.Watch: Equatable where Weights: Equatable {}
