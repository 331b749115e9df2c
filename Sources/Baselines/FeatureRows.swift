/// Rows of features, `(count, columns)`, stored row by row.
public struct FeatureRows: Sendable, Equatable {
  /// Row 0 from its first column to its last, then row 1 and so on; all finite.
  public let values: [Float]
  /// How many features each row has.
  public let columns: Int

  /// How many rows there are.
  public var count: Int { values.count / columns }

  public init(_ values: [Float], columns: Int) {
    precondition(
      columns > 0 && values.count % columns == 0,
      "expected features in rows of \(columns), received \(values.count) numbers")
    precondition(values.allSatisfy(\.isFinite), "expected finite features")
    (self.values, self.columns) = (values, columns)
  }

  /// One number; both count from 0.
  public subscript(row: Int, column: Int) -> Float { values[row * columns + column] }

  /// Some of the rows, in the order asked for.
  public subscript(rows: [Int]) -> FeatureRows {
    FeatureRows(rows.flatMap { values[$0 * columns..<($0 + 1) * columns] }, columns: columns)
  }

  /// What every fit relies on: a class, 0 or 1, for each of at least one row.
  func check(_ classes: [Int]) {
    precondition(
      !classes.isEmpty && classes.count == count && classes.allSatisfy { $0 == 0 || $0 == 1 },
      "expected a class, 0 or 1, for each of \(count) rows, at least one, received \(classes.count)")
  }
}
