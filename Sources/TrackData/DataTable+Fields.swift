extension DataTable {
  /// Lends the fields of a part.
  @inline(__always)
  func withFields<Result>(of part: CSVPart, _ body: (CSVPartFields) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { text in
      part.separators.withUnsafeBufferPointer { separators in
        body(
          CSVPartFields(
            of: part, separators: separators, in: text, width: width, hasGaps: fileRows != nil, dialect))
      }
    }
  }

  /// Lends the fields of the part that a row is in.
  func withFields<Result>(ofRow row: Int, _ body: (CSVPartFields) -> Result) -> Result {
    guard let part = parts.first(where: { $0.rows.contains(row) }) else {
      preconditionFailure("expected a row below \(rowCount), received \(row)")
    }
    return withFields(of: part, body)
  }

  /// Hands the cells of a column over in the order of rows, until one of them has a problem.
  func forEachCell(
    in column: Int, _ problem: (CSVCell) -> DataError.Problem?
  ) throws(DataError) {
    for part in parts {
      let fault: (row: Int, problem: DataError.Problem)? = withFields(of: part) { fields in
        for row in part.rows {
          if let problem = problem(fields.cell(row: row, column: column)) { return (row, problem) }
        }
        return nil
      }
      if let fault { throw error(fault.problem, row: fault.row, column: column) }
    }
  }
}
