import TrackData

/// `baselines.csv`: what each baseline says of every row, beside `predictions.csv`.
///
/// The columns row, split and target are those of that file; then a column for each baseline, by its name, with
/// the probability of class 1.
public struct BaselinePredictions: Equatable, Sendable {
  /// What one baseline says.
  public struct Column: Equatable, Sendable {
    public var baseline: Baseline
    /// The probability of class 1 of each row.
    public var probability: [Float]
  }

  /// In the experiment's order.
  public let columns: [Column]

  public init(_ columns: [Column]) { self.columns = columns }
}

extension BaselinePredictions {
  /// The file, for rows in these parts and of these classes, with these numbers in the data file.
  func csv(parts: [Predictions.Part], target: [Int], fileRows: [Int]? = nil) -> String {
    var text =
      (Predictions.columns.dropLast() + columns.map(\.baseline.rawValue)).joined(separator: ",") + "\n"
    for row in parts.indices {
      text += "\(fileRows?[row] ?? row),\(parts[row].rawValue),\(target[row])"
      for column in columns { text += ",\(column.probability[row])" }
      text += "\n"
    }
    return text
  }

  /// The baselines in a table, which must be of the rows of some predictions.
  ///
  /// - Parameter baselines: which there should be, in this order.
  /// - Throws: `badData`, with the line, where the table is not what training writes.
  init(_ table: DataTable, _ baselines: [Baseline], of predictions: Predictions) throws(Failure) {
    let names = Predictions.columns.dropLast() + baselines.map(\.rawValue)
    guard table.columns == Array(names) else {
      throw Failure.damaged(
        "\(table.file):1",
        "the columns \(names.joined(separator: ",")), found \(table.columns.joined(separator: ","))")
    }
    guard table.rowCount == predictions.parts.count else {
      throw Failure.damaged(table.file, "\(predictions.parts.count) rows, found \(table.rowCount)")
    }
    let cells = try Failure.ofDamage { () throws(DataError) in
      (try table.text(in: "row"), try table.text(in: "split"), try table.text(in: "target"))
    }
    for row in 0..<table.rowCount {
      let expected = [
        "\(predictions.fileRows?[row] ?? row)", predictions.parts[row].rawValue, "\(predictions.target[row])",
      ]
      guard [cells.0[row], cells.1[row], cells.2[row]] == expected else {
        throw Failure.damaged(
          "\(table.file):\(row + 2)", "\(expected.joined(separator: ",")), as in the run's predictions")
      }
    }
    var columns: [Column] = []
    for baseline in baselines {
      let numbers = try Failure.ofDamage { () throws(DataError) in try table.numbers(in: baseline.rawValue) }
      if let row = numbers.firstIndex(where: { !(0...1).contains($0) }) {
        throw Failure.damaged(
          "\(table.file):\(row + 2)",
          "a probability from 0 to 1 in column '\(baseline.rawValue)', found \(numbers[row])")
      }
      columns.append(Column(baseline: baseline, probability: numbers.map { Float($0) }))
    }
    self.init(columns)
  }
}
