/// How a network is fitted; defaults are those of Keras's `fit`.
public struct TrainingOptions: Sendable, Equatable {
  /// Rows a step; the last batch of an epoch may be shorter.
  public var batchSize: Int
  /// The most epochs that are run.
  public var epochs: Int
  /// The share of rows, taken from the end before any shuffling, that is kept for validation.
  public var validationSplit: Double
  /// How many rows at the end that are where the share was drawn elsewhere; `nil`, Keras's way, leaves it to
  /// the share.
  public var validationRows: Int?
  /// Whether each epoch takes the rows in a new random order.
  public var shuffle: Bool
  /// What order and dropout depend on, with `run`.
  public var seed: UInt64
  /// Tells apart the fits of one seed: a continuing run draws other numbers than the one before.
  public var run: UInt32
  /// The optimizer; by default with Keras's constants.
  public var adam: Adam
  /// When to stop before `epochs`; `nil` runs all of them.
  public var earlyStopping: EarlyStopping?

  /// Options, by default those of Keras's `fit`: 32 rows a step, one epoch, no validation, shuffled.
  public init(
    batchSize: Int = 32, epochs: Int = 1, validationSplit: Double = 0, validationRows: Int? = nil,
    shuffle: Bool = true, seed: UInt64 = 0, run: UInt32 = 0, adam: Adam = Adam(),
    earlyStopping: EarlyStopping? = nil
  ) {
    self.batchSize = batchSize
    self.epochs = epochs
    self.validationSplit = validationSplit
    self.validationRows = validationRows
    self.shuffle = shuffle
    self.seed = seed
    self.run = run
    self.adam = adam
    self.earlyStopping = earlyStopping
  }

  /// How many rows are fitted, the others validate.
  ///
  /// Keras's `int(rows * (1 - validation_split))`, unless the number of those that validate is given.
  public func fitRows(of rows: Int) -> Int {
    guard let validationRows else { return Int(Double(rows) * (1 - validationSplit)) }
    precondition(
      (0...rows).contains(validationRows),
      "expected 0 to \(rows) rows to validate, received \(validationRows)")
    return rows - validationRows
  }

  /// Everything an experiment file can get wrong.
  func check(rows: Int) throws(TrainingError) {
    guard batchSize >= 1 else { throw .batchSize(received: batchSize) }
    guard epochs >= 1 else { throw .epochs(received: epochs) }
    guard validationSplit >= 0 && validationSplit < 1 else {
      throw .validationSplit(received: validationSplit)
    }
    let fitted = fitRows(of: rows)
    guard fitted >= 1 && (validationSplit == 0 || fitted < rows) else {
      throw .tooFewRows(rows: rows, validationSplit: validationSplit)
    }
    for (name, value) in [("beta_1", adam.beta1), ("beta_2", adam.beta2)] {
      guard value >= 0 && value < 1 else {
        throw .option(name, expected: "at least 0 and below 1", received: "\(value)")
      }
    }
    for (name, value) in [("learning_rate", adam.learningRate), ("epsilon", adam.epsilon)] {
      guard value > 0 && value.isFinite else {
        throw .option(name, expected: "a finite number above 0", received: "\(value)")
      }
    }
    guard let rule = earlyStopping else { return }
    for (name, value) in [("patience", rule.patience), ("start_from_epoch", rule.startFromEpoch)] {
      guard value >= 0 else { throw .option(name, expected: "at least 0", received: "\(value)") }
    }
    guard rule.minDelta.isFinite else {
      throw .option("min_delta", expected: "a finite number", received: "\(rule.minDelta)")
    }
    guard validationSplit > 0 || !rule.monitor.isOfValidation else {
      throw .monitorNeedsValidation(rule.monitor)
    }
  }
}
