import Foundation

/// A line of the model summary.
public struct SummaryRow: Sendable, Equatable {
  /// Keras's name, such as `dense_1` or `dropout`.
  public let name: String
  /// `Dense` or `Dropout`.
  public let type: String
  /// How many numbers leave the layer per row.
  public let units: Int
  public let parameters: Int

  /// As Keras prints it; `None` stands for any number of rows.
  public var outputShape: String { "(None, \(units))" }
}

extension Sequential {
  /// One row a layer, as `model.summary()` lists them.
  public var summary: [SummaryRow] {
    var inputs = architecture.inputs
    return zip(zip(architecture.layers, architecture.names), architecture.widths).map {
      let ((layer, name), units) = $0
      defer { inputs = units }
      let parameters = if case .dense = layer { (inputs + 1) * units } else { 0 }
      return SummaryRow(name: name, type: layer.type, units: units, parameters: parameters)
    }
  }

  /// The summary as tf_keras (the Keras 2 line) prints it by `model.summary(line_length=65)`.
  public var summaryText: String {
    func line(_ fields: [String], ending columns: [Int] = [29, 55, 65]) -> String {
      zip(fields, columns).reduce("") { text, field in
        (text + field.0).padding(toLength: field.1, withPad: " ", startingAt: 0)
      }
    }
    let blank = String(repeating: " ", count: 65)
    let rule = String(repeating: "_", count: 65)
    let doubleRule = String(repeating: "=", count: 65)
    let count = architecture.parameterCount
    let size = memorySize(count * MemoryLayout<T>.size)
    var lines = [
      "Model: \"sequential\"", rule, line([" Layer (type)", "Output Shape", "Param #"]), doubleRule,
    ]
    for row in summary {
      lines += [line([" \(row.name) (\(row.type))", row.outputShape, "\(row.parameters)"]), blank]
    }
    lines += [
      doubleRule, "Total params: \(count) (\(size))", "Trainable params: \(count) (\(size))",
      "Non-trainable params: 0 (\(memorySize(0)))", rule,
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func memorySize(_ bytes: Int) -> String {
    var size = Double(bytes)
    var unit = "Byte"
    for next in ["KB", "MB", "GB", "TB", "PB"] where size >= 1024 {
      size /= 1024
      unit = next
    }
    return String(format: "%.2f %@", size, unit)
  }
}
