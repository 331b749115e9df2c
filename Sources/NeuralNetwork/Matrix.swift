/// A table of numbers, `(rows, columns)`, one row a sample, stored row by row.
public struct Matrix<T: Scalar>: Sendable, Equatable {
  /// How many rows there are.
  public let rows: Int
  /// How many numbers each row has.
  public let columns: Int
  /// Row 0 from its first column to its last, then row 1 and so on.
  public let values: [T]

  /// A matrix of `values`, which are given row by row.
  public init(rows: Int, columns: Int, values: [T]) {
    precondition(
      rows >= 0 && columns >= 0 && values.count == rows * columns,
      "a matrix of \(rows) rows and \(columns) columns, received \(values.count) values")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// A matrix of rows of the same length.
  public init(_ rows: [[T]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "rows of \(columns) numbers each")
    self.init(rows: rows.count, columns: columns, values: rows.flatMap { $0 })
  }

  /// One number; both count from 0.
  public subscript(row: Int, column: Int) -> T {
    precondition(column >= 0 && column < columns, "column \(column) of \(columns)")
    return values[row * columns + column]
  }

  /// One row.
  public subscript(row row: Int) -> ArraySlice<T> { values[row * columns..<(row + 1) * columns] }
}
