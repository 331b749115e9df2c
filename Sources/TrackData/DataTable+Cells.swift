extension DataTable {
  /// The text of one cell, quotes removed.
  ///
  /// - Parameters:
  ///   - row: from 0 on.
  ///   - column: an index into `columns`.
  public func text(row: Int, column: Int) -> String {
    withFields(ofRow: row) { $0.cell(row: row, column: column).string }
  }

  /// Appends the cells of some columns, each after a comma: as they are written in the file, quotes and all, where
  /// that is plain CSV.
  ///
  /// - Parameter columns: indices into `columns`.
  public func append(row: Int, columns: [Int], to text: inout [UInt8]) {
    withFields(ofRow: row) { fields in
      for column in columns {
        text.append(UInt8(ascii: ","))
        let cell = fields.cell(row: row, column: column)
        if cell.isPlain {
          text += bytes[fields.range(row: row, column: column)]
        } else {
          text += CSVCell.written(cell.string).utf8
        }
      }
    }
  }

  /// The name of a column as a field of a file, in quotes where it needs them.
  public func headerField(of column: Int) -> String { CSVCell.written(columns[column]) }

  /// What is wrong with one cell, and where it is.
  public func fault(
    row: Int, column: Int, _ problem: (_ column: String, _ received: String) -> DataError.Problem
  ) -> DataError {
    error(problem(columns[column], text(row: row, column: column)), row: row, column: column)
  }
}
