/// A fit under way: it goes epoch by epoch, and can be left, saved and taken up again between any two.
///
///     var training = try Training(model, inputs: x, labels: y, options: options)
///     while let record = try training.nextEpoch() { … }
///     let fitted = training.model
///
/// Each epoch depends on nothing but `state`, the rows and the options, so a fit that was interrupted and
/// resumed gives the same bits as one that was not.
public struct Training<T: Scalar>: Sendable {
  /// Everything that changes from epoch to epoch.
  public struct State: Sendable, Equatable {
    /// The weights after the last epoch; once the fit has ended, those that it ends with.
    public var parameters: [T]
    /// What Adam remembers.
    public var optimizer: Adam.State<T>
    /// A record for each epoch that has run.
    public var history: [EpochRecord]
    /// What early stopping has seen; `nil` without early stopping.
    public var watch: EarlyStopping.Watch<[T]>?
    /// Why the fit ended; `nil` while it goes on.
    public var stopReason: StopReason?
  }

  /// The shape of the network.
  public let architecture: Architecture
  /// How it is fitted.
  public let options: TrainingOptions
  /// The state after the last epoch; of no use after an error, which leaves an epoch half done.
  public private(set) var state: State

  private let examples: Examples<T>
  private let fitRows: Int
  private var engine: any Engine<T>
  /// The order in which an epoch takes its rows; kept for its memory.
  private var order: [Int] = []

  /// Begins a fit of `model` on `inputs` `(rows, inputs)` and `labels` `(rows)`, each 0 or 1.
  ///
  /// With `optimizer` a fit continues an earlier one: hand over its model and its optimizer's state, and
  /// epochs count from 1 again.
  ///
  /// - Throws: where options or rows do not fit together.
  public init(
    _ model: Sequential<T>, optimizer: Adam.State<T>? = nil, inputs: Matrix<T>, labels: [T],
    options: TrainingOptions
  ) throws(TrainingError) {
    let count = model.architecture.parameterCount
    let state = State(
      parameters: model.parameters, optimizer: optimizer ?? Adam.State(parameterCount: count),
      history: [], watch: options.earlyStopping.map { EarlyStopping.Watch($0) }, stopReason: nil)
    try self.init(
      resuming: state, of: model.architecture, inputs: inputs, labels: labels, options: options)
  }

  /// Takes up a fit where `state` was noted, with the same rows and options.
  ///
  /// - Throws: where options or rows do not fit together.
  public init(
    resuming state: State, of architecture: Architecture, inputs: Matrix<T>, labels: [T],
    options: TrainingOptions
  ) throws(TrainingError) {
    try self.init(
      resuming: state, of: architecture, inputs: inputs, labels: labels, options: options, engine: nil)
  }

  /// The same with an engine of the caller's choice, made for as many rows as a batch has.
  init(
    resuming state: State, of architecture: Architecture, inputs: Matrix<T>, labels: [T],
    options: TrainingOptions, engine: (any Engine<T>)?
  ) throws(TrainingError) {
    precondition(
      inputs.rows == labels.count, "a label for each of \(inputs.rows) rows, received \(labels.count)")
    precondition(
      state.parameters.count == architecture.parameterCount
        && state.optimizer.firstMoments.count == architecture.parameterCount,
      "a state of \(architecture.parameterCount) parameters, received \(state.parameters.count)")
    guard inputs.columns == architecture.inputs else {
      throw .inputColumns(expected: architecture.inputs, received: inputs.columns)
    }
    guard architecture.outputs == 1 else { throw .outputUnits(received: architecture.outputs) }
    try options.check(rows: inputs.rows)
    self.architecture = architecture
    self.options = options
    self.state = state
    examples = Examples(inputs: inputs, labels: labels)
    fitRows = options.fitRows(of: inputs.rows)
    let capacity = min(options.batchSize, inputs.rows)
    self.engine = engine ?? bestEngine(for: architecture, capacity: capacity)
  }

  /// The network as it stands: with the best weights once the fit has ended, if they are to be restored.
  public var model: Sequential<T> { Sequential(architecture, parameters: state.parameters) }

  /// Runs one epoch and answers its record; `nil` once the fit has ended.
  ///
  /// - Throws: where the loss is no longer a finite number.
  public mutating func nextEpoch() throws(TrainingError) -> EpochRecord? {
    guard state.stopReason == nil else { return nil }
    let epoch = state.history.count + 1
    let fitted = try fitEpoch(epoch)
    let validated = try validate(epoch)
    let record = EpochRecord(
      epoch: epoch, loss: fitted.meanLoss, binaryAccuracy: fitted.accuracy,
      valLoss: validated?.meanLoss, valBinaryAccuracy: validated?.accuracy)
    state.history.append(record)
    if let rule = options.earlyStopping, let value = record[rule.monitor] {
      state.watch?.epochEnded(epoch, value: value, weights: state.parameters)
    }
    if state.watch?.stoppedEpoch != nil {
      state.stopReason = .patience
    } else if epoch >= options.epochs {
      state.stopReason = .epochLimit
    }
    if state.stopReason != nil, let best = state.watch?.weightsAtEnd { state.parameters = best }
    return record
  }

  /// Steps through all batches; the mean is over the rows, each with the weights its batch met.
  @specialized(where T == Float)
  @specialized(where T == Double)
  private mutating func fitEpoch(_ epoch: Int) throws(TrainingError) -> Tally {
    if options.shuffle {
      var stream = RandomStream(
        seed: options.seed, run: options.run, purpose: .shuffle, epoch: epoch)
      stream.permute(fitRows, into: &order)
    } else if order.isEmpty {
      order = Array(0..<fitRows)
    }
    var total = Tally()
    var batch = 0
    for start in stride(from: 0, to: fitRows, by: options.batchSize) {
      batch += 1
      let tally = engine.step(
        on: order[start..<min(start + options.batchSize, fitRows)], of: examples,
        noise: Noise(seed: options.seed, run: options.run, epoch: epoch, step: batch),
        parameters: &state.parameters, adam: options.adam, state: &state.optimizer)
      guard tally.loss.isFinite else { throw .lossIsNotFinite(epoch: epoch, batch: batch) }
      total += tally
    }
    return total
  }

  private mutating func validate(_ epoch: Int) throws(TrainingError) -> Tally? {
    guard fitRows < examples.inputs.rows else { return nil }
    let tally = engine.evaluate(
      fitRows..<examples.inputs.rows, of: examples, parameters: state.parameters)
    guard tally.loss.isFinite else { throw .validationLossIsNotFinite(epoch: epoch) }
    return tally
  }
}

/// Why a fit ended.
public enum StopReason: String, Codable, Sendable {
  /// No improvement for as many epochs as early stopping allows.
  case patience
  case epochLimit = "epoch limit"
  /// The caller asked for it; the weights are those of the last epoch.
  case interrupted
}
