/// Ends a fit once a metric has stopped improving, exactly as one of Keras's three classes of that name.
///
/// An improvement is value − minDelta > best (of `max`) or value + minDelta < best (of `min`), strictly.
/// The fit stops after `patience` epochs without one, never in the first epoch.
public struct EarlyStopping: Sendable, Equatable, Codable {
  /// Which way a metric improves.
  public enum Mode: String, Codable, CaseIterable, Sendable {
    case max, min
    /// `max` for an accuracy, `min` for a loss.
    case auto
  }

  /// Whose behaviour is followed; they differ in when the best weights come back, and at the edges.
  public enum Restore: String, Codable, CaseIterable, Sendable {
    /// Keras 3: the best weights come back however the fit ends. Compares in single precision; a NaN in
    /// the first epoch stays the best.
    case keras3
    /// `tf.keras.callbacks.EarlyStopping` up to Keras 2.11: the best weights come back only when patience
    /// runs out; at the epoch limit the last ones stay. Also stops in an improving epoch if that leaves
    /// the count at or above patience.
    case keras2
    /// tf_keras 2.12 and later: the best weights come back however the fit ends. Compares in double
    /// precision.
    case tfKeras = "tf_keras"
  }

  /// The metric that is watched; `val_loss` by default.
  public var monitor: Metric
  /// Which way it improves; by default what its name says.
  public var mode: Mode
  /// How many epochs may pass without improvement.
  public var patience: Int
  /// How much better than the best a value must be; its sign does not count.
  public var minDelta: Double
  /// A value that must be beaten too before the count of epochs starts anew.
  public var baseline: Double?
  /// The first epoch that is looked at, from 0 as in Keras.
  public var startFromEpoch: Int
  /// Whether the best epoch's weights come back at the end; not by default.
  public var restoreBestWeights: Bool
  /// Whose behaviour is followed; that of Keras 3 by default.
  public var restore: Restore

  /// Defaults are Keras's.
  public init(
    monitor: Metric = .valLoss, mode: Mode = .auto, patience: Int = 0, minDelta: Double = 0,
    baseline: Double? = nil, startFromEpoch: Int = 0, restoreBestWeights: Bool = false,
    restore: Restore = .keras3
  ) {
    self.monitor = monitor
    self.mode = mode
    self.patience = patience
    self.minDelta = minDelta
    self.baseline = baseline
    self.startFromEpoch = startFromEpoch
    self.restoreBestWeights = restoreBestWeights
    self.restore = restore
  }

  /// Whether a fit that ended so is left with the best epoch's weights, and not with the last ones.
  public func restoresBest(after stop: StopReason) -> Bool {
    restoreBestWeights && (restore != .keras2 || stop == .patience)
  }

  /// Whether `value` beats `reference` by more than `minDelta`.
  func isImprovement(_ value: Double, over reference: Double) -> Bool {
    let maximises = mode == .max || (mode == .auto && monitor.isBetterHigher)
    let margin = maximises ? -abs(minDelta) : abs(minDelta)
    let (left, right) = maximises ? (reference, value + margin) : (value + margin, reference)
    return restore == .keras3 ? Float(left) < Float(right) : left < right
  }
}
