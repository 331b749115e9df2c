/// A column of the history, in Keras's words.
public enum Metric: String, Codable, CaseIterable, Sendable {
  case loss
  case binaryAccuracy = "binary_accuracy"
  case valLoss = "val_loss"
  case valBinaryAccuracy = "val_binary_accuracy"

  /// Whether it is taken on the validation rows.
  public var isOfValidation: Bool { self == .valLoss || self == .valBinaryAccuracy }

  /// Whether more is better; of a loss less is.
  public var isBetterHigher: Bool { self == .binaryAccuracy || self == .valBinaryAccuracy }
}

/// What one epoch came to: a line of the history.
///
/// As Keras reports it, `loss` and `binaryAccuracy` are means over the rows during the epoch, each batch
/// with the weights it met and with dropout at work; those of the validation rows are taken at its end.
public struct EpochRecord: Sendable, Equatable {
  /// From 1.
  public let epoch: Int
  /// Mean binary cross-entropy of the rows that were fitted.
  public let loss: Double
  /// Share of them that were got right; a probability above 0.5, strictly, means class 1.
  public let binaryAccuracy: Double
  /// `nil` without validation rows.
  public let valLoss: Double?
  /// `nil` without validation rows.
  public let valBinaryAccuracy: Double?

  /// A record of these numbers.
  public init(
    epoch: Int, loss: Double, binaryAccuracy: Double, valLoss: Double? = nil,
    valBinaryAccuracy: Double? = nil
  ) {
    self.epoch = epoch
    self.loss = loss
    self.binaryAccuracy = binaryAccuracy
    self.valLoss = valLoss
    self.valBinaryAccuracy = valBinaryAccuracy
  }

  /// The number of that name; `nil` where there is no validation.
  public subscript(metric: Metric) -> Double? {
    switch metric {
    case .loss: loss
    case .binaryAccuracy: binaryAccuracy
    case .valLoss: valLoss
    case .valBinaryAccuracy: valBinaryAccuracy
    }
  }
}
