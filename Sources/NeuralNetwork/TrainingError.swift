/// Why a fit could not begin or go on.
public enum TrainingError: Error, Equatable, Sendable {
  case batchSize(received: Int)
  case epochs(received: Int)
  case validationSplit(received: Double)
  case tooFewRows(rows: Int, validationSplit: Double)
  /// Another option, by its name in Keras.
  case option(String, expected: String, received: String)
  case monitorNeedsValidation(Metric)
  case inputColumns(expected: Int, received: Int)
  case outputUnits(received: Int)
  /// Epoch and batch count from 1.
  case lossIsNotFinite(epoch: Int, batch: Int)
  /// Epochs count from 1.
  case validationLossIsNotFinite(epoch: Int)
}

extension TrainingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .batchSize(let received): "batch_size: expected at least 1, received \(received)"
    case .epochs(let received): "epochs: expected at least 1, received \(received)"
    case .validationSplit(let received):
      "validation_split: expected at least 0 and below 1, received \(received)"
    case .tooFewRows(let rows, let split):
      "validation_split \(split) leaves no rows to fit or none to validate: received \(rows) rows"
    case .option(let name, let expected, let received):
      "\(name): expected \(expected), received \(received)"
    case .monitorNeedsValidation(let metric):
      "early stopping monitors \(metric.rawValue): expected a validation_split above 0, received 0"
    case .inputColumns(let expected, let received):
      "the network takes \(expected) inputs, received rows of \(received)"
    case .outputUnits(let received):
      "binary cross-entropy: expected one unit in the last dense layer, received \(received)"
    case .lossIsNotFinite(let epoch, let batch):
      "the loss is no longer a finite number in epoch \(epoch), batch \(batch): "
        + "look for extreme inputs, scale them, or lower the learning rate"
    case .validationLossIsNotFinite(let epoch):
      "the validation loss is no longer a finite number after epoch \(epoch): "
        + "look for extreme inputs, scale them, or lower the learning rate"
    }
  }
}
