/// What a fit came to.
public struct Fit<T: Scalar>: Sendable, Equatable {
  /// With the best weights, if they were to be restored.
  public let model: Sequential<T>
  /// As last stepped, for a fit that continues this one.
  public let optimizer: Adam.State<T>
  /// A record for each epoch, epoch 1 first.
  public let history: [EpochRecord]
  /// Why the fit ended.
  public let stopReason: StopReason
  /// The epoch early stopping holds for the best, from 1; `nil` without early stopping.
  public let bestEpoch: Int?
  /// The monitored value of that epoch.
  public let bestValue: Double?

  /// How many epochs took place.
  public var epochsRun: Int { history.count }
}

/// What a caller wants after an epoch.
public enum AfterEpoch: Sendable {
  case goOn, stop
}

extension Training {
  /// Runs epochs until the fit ends, or until `onEpoch`, called after each, asks to stop.
  ///
  /// It is told the record and sees the training itself, to save its state.
  public mutating func run(
    onEpoch: (EpochRecord, borrowing Training) -> AfterEpoch = { _, _ in .goOn }
  ) throws(TrainingError) -> Fit<T> {
    var reason: StopReason?
    while reason == nil, let record = try nextEpoch() {
      if onEpoch(record, self) == .stop && state.stopReason == nil { reason = .interrupted }
    }
    return Fit(
      model: model, optimizer: state.optimizer, history: state.history,
      stopReason: reason ?? state.stopReason ?? .interrupted,
      bestEpoch: state.watch?.bestEpoch, bestValue: state.watch?.best)
  }
}

extension Sequential {
  /// Fits a network on `inputs` `(rows, inputs)` and `labels` `(rows)`, each 0 or 1, by binary
  /// cross-entropy and Adam; `self` keeps its weights, the fitted network is in the answer.
  ///
  /// - Throws: where options or rows do not fit together, or the loss is no longer a finite number.
  public func fit(
    _ inputs: Matrix<T>, _ labels: [T], options: TrainingOptions
  ) throws(TrainingError) -> Fit<T> {
    var training = try Training(self, inputs: inputs, labels: labels, options: options)
    return try training.run()
  }
}

extension Fit {
  /// Fits on from here: from the model's weights, with Adam's moments and step as last stepped.
  ///
  /// - Throws: where options or rows do not fit together.
  public func continued(
    _ inputs: Matrix<T>, _ labels: [T], options: TrainingOptions
  ) throws(TrainingError) -> Training<T> {
    try Training(model, optimizer: optimizer, inputs: inputs, labels: labels, options: options)
  }
}
