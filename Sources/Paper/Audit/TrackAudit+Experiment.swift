import TrackData

extension TrackAudit {
  /// Looks over the rows of an experiment.
  ///
  /// - Throws: `badData` where the target is missing or holds what is no class.
  public init(of source: TrackSource, _ experiment: Experiment) throws(Failure) {
    try self.init(of: source.table, target: experiment.data.target, classes: experiment.data.classes)
  }

  /// What makes an experiment's results mean nothing: the serious findings but those about columns that it drops.
  ///
  /// - Throws: `badData` with a line for each of them, where there are any.
  public func refuseSerious(for experiment: Experiment) throws(Failure) {
    let serious = findings.filter { $0.severity == .serious && !$0.isDealtWith(by: experiment) }
    guard !serious.isEmpty else { return }
    let lines = serious.map { "\n  \($0.message); \($0.advice)" }.joined()
    throw Failure(
      .badData,
      "\(data.file): \(serious.count) serious \(serious.count == 1 ? "finding" : "findings"), so --strict trains "
        + "nothing; `tracks audit` shows the rows\(lines)")
  }
}
