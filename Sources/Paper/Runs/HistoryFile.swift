import NeuralNetwork
import TrackData

/// `history.csv`: what Keras's `History` holds, an epoch a line, epoch 1 first.
public struct HistoryFile: Equatable, Sendable {
  public let loss: [Double]
  public let binaryAccuracy: [Double]
  /// The validation's; `nil` where nothing validates.
  public let validation: Validation?

  public struct Validation: Equatable, Sendable {
    public let loss: [Double]
    public let binaryAccuracy: [Double]
  }

  public var epochs: Int { loss.count }
}

extension HistoryFile {
  /// The file of a fit's history.
  static func csv(of history: [EpochRecord]) -> String {
    let validates = history.first?.valLoss != nil
    var text = "epoch,loss,binary_accuracy" + (validates ? ",val_loss,val_binary_accuracy\n" : "\n")
    for record in history {
      text += "\(record.epoch),\(record.loss),\(record.binaryAccuracy)"
      if let loss = record.valLoss, let accuracy = record.valBinaryAccuracy { text += ",\(loss),\(accuracy)" }
      text += "\n"
    }
    return text
  }

  /// The history in a table.
  ///
  /// - Throws: `badData` with line and column where the table is not what training writes.
  init(_ table: DataTable) throws(Failure) {
    func column(_ name: String) throws(Failure) -> [Double] {
      try Failure.ofDamage { () throws(DataError) in try table.numbers(in: name) }
    }
    loss = try column("loss")
    binaryAccuracy = try column("binary_accuracy")
    validation =
      table.hasColumn("val_loss")
      ? Validation(loss: try column("val_loss"), binaryAccuracy: try column("val_binary_accuracy")) : nil
  }
}
