import Foundation

/// A line of the model summary.
public struct SummaryRow: Sendable, Equatable {
  /// Keras's name, such as `dense_1` or `dropout`.
  public let name: String
  /// `Dense` or `Dropout`.
  public let type: String
  /// How many numbers leave the layer per row.
  public let units: Int
  /// How many numbers the layer learns: (inputs + 1) · units for a dense one, else 0.
  public let parameters: Int

  /// A row of these contents.
  public init(name: String, type: String, units: Int, parameters: Int) {
    (self.name, self.type, self.units, self.parameters) = (name, type, units, parameters)
  }

  /// As Keras prints it; `None` stands for any number of rows.
  public var outputShape: String { "(None, \(units))" }

  /// As Keras prints it: the name, then the type in brackets.
  fileprivate var nameAndType: String { "\(name) (\(type))" }
}

/// Whose print of a model summary.
public enum SummaryStyle: Sendable {
  /// tf_keras's, the Keras 2 line: `model.summary(line_length=65)`.
  case keras2
  /// Keras 3's, without its bold codes and colours: `model.summary(line_length=80)`.
  case keras3
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

  /// The summary as Keras prints it, to the byte; ends in a line break.
  ///
  /// Sizes are those of the numbers in memory, with 1,024 bytes to a KB. What is wider than its column is
  /// not broken into lines as Keras would: that takes a layer of ten thousand million parameters.
  public func summaryText(style: SummaryStyle = .keras2) -> String {
    switch style {
    case .keras2: keras2Text
    case .keras3: keras3Text
    }
  }

  private var keras2Text: String {
    func line(_ fields: [String], ending columns: [Int] = [29, 55, 65]) -> String {
      zip(fields, columns).reduce("") { text, field in
        (text + field.0).padding(toLength: field.1, withPad: " ", startingAt: 0)
      }
    }
    let blank = String(repeating: " ", count: 65)
    let rule = String(repeating: "_", count: 65)
    let doubleRule = String(repeating: "=", count: 65)
    var lines = [
      "Model: \"sequential\"", rule, line([" Layer (type)", "Output Shape", "Param #"]), doubleRule,
    ]
    for row in summary {
      lines += [line([" \(row.nameAndType)", row.outputShape, "\(row.parameters)"]), blank]
    }
    lines.append(doubleRule)
    lines += totals(byte: "Byte") { "\($0)" } + [rule]
    return lines.joined(separator: "\n") + "\n"
  }

  private var keras3Text: String {
    // Of the 80 columns 45, 35 and 20 percent, less a blank on either side and the lines between.
    let widths = [33, 24, 13]
    func line(_ fields: [String], _ edge: String) -> String {
      let cells = zip(fields, widths).enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
        return column == 2 ? blanks + cell.0 : cell.0 + blanks
      }
      return "\(edge) " + cells.joined(separator: " \(edge) ") + " \(edge)"
    }
    func rule(_ left: String, _ dash: String, _ cross: String, _ right: String) -> String {
      left + widths.map { String(repeating: dash, count: $0 + 2) }.joined(separator: cross) + right
    }
    var lines = [
      "Model: \"sequential\"", rule("┏", "━", "┳", "┓"),
      line(["Layer (type)", "Output Shape", "Param #"], "┃"), rule("┡", "━", "╇", "┩"),
    ]
    let rows = summary.map { row in
      [line([row.nameAndType, row.outputShape, groupedInThousands(row.parameters)], "│")]
    }
    lines += rows.joined(separator: [rule("├", "─", "┼", "┤")])
    lines.append(rule("└", "─", "┴", "┘"))
    lines += totals(byte: "B", groupedInThousands).map { " " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The three lines of totals; `byte` is how the smallest unit is called.
  private func totals(byte: String, _ text: (Int) -> String) -> [String] {
    let count = architecture.parameterCount
    let all = "\(text(count)) (\(memorySize(count * MemoryLayout<T>.size, byte: byte)))"
    return [
      "Total params: \(all)", "Trainable params: \(all)",
      "Non-trainable params: 0 (\(memorySize(0, byte: byte)))",
    ]
  }

  private func memorySize(_ bytes: Int, byte: String) -> String {
    var size = Double(bytes)
    var unit = byte
    for next in ["KB", "MB", "GB", "TB", "PB"] where size >= 1024 {
      size /= 1024
      unit = next
    }
    return String(format: "%.2f %@", size, unit)
  }

  private func groupedInThousands(_ number: Int) -> String {
    let digits = Array(String(number))
    let groups = stride(from: digits.count, to: 0, by: -3).map { String(digits[max(0, $0 - 3)..<$0]) }
    return groups.reversed().joined(separator: ",")
  }
}
