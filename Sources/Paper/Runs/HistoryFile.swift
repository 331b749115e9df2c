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

  /// The history in a file.
  ///
  /// - Throws: `badData` with line and column where the file is not what training writes.
  public init(readingFrom path: String) throws(Failure) {
    do throws(DataError) {
      let table = try DataTable(contentsOf: path)
      loss = try table.numbers(in: "loss")
      binaryAccuracy = try table.numbers(in: "binary_accuracy")
      validation =
        table.hasColumn("val_loss")
        ? Validation(
          loss: try table.numbers(in: "val_loss"),
          binaryAccuracy: try table.numbers(in: "val_binary_accuracy"))
        : nil
    } catch {
      throw Failure(error)
    }
  }
}
