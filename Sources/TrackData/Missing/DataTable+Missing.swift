extension DataTable {
  /// The rows that lack a cell among some columns, rising.
  ///
  /// - Parameters:
  ///   - target: of the columns the one of classes, if it is one.
  ///   - classes: their names, which are cells of the target even if they are spelled like a missing one.
  /// - Throws: where there is no such column.
  public func incompleteRows(
    in columns: [String], target: String? = nil, classes: [String] = []
  ) throws(DataError) -> [Int] {
    var indices: [(column: Int, isTarget: Bool)] = []
    for name in columns { indices.append((try index(of: name), name == target)) }
    var rows: [Int] = []
    for part in parts {
      withFields(of: part) { fields in
        for row in part.rows {
          let isIncomplete = indices.contains { column, isTarget in
            let cell = fields.cell(row: row, column: column)
            return missing.contains(cell) && !(isTarget && classes.contains(cell.string))
          }
          if isIncomplete { rows.append(row) }
        }
      }
    }
    return rows
  }

  /// The table without some of its rows; the others keep their order, and `fileRow(_:)` knows their places.
  ///
  /// - Parameter rows: rising, not all.
  public func leavingOut(_ rows: [Int]) -> DataTable {
    precondition(rows.count < rowCount, "expected a row to be left, received none")
    guard !rows.isEmpty else { return self }
    var table = self
    table.leaveOut(Set(rows))
    return table
  }

  /// The number of a row among all rows of the file.
  public func fileRow(_ row: Int) -> Int { fileRows?[row] ?? row }

  private mutating func leaveOut(_ omitted: Set<Int>) {
    fileRows = (0..<rowCount).filter { !omitted.contains($0) }.map(fileRow)
    var parts: [CSVPart] = []
    for part in self.parts {
      var separators = [part.separators[0]]
      for row in part.rows {
        let entry = (row - part.rows.lowerBound) * width
        guard omitted.contains(row) else {
          separators += part.separators[entry + 1...entry + width]
          continue
        }
        // What is left out becomes a blank line, which the first field of the next row begins behind; carriage
        // returns keep the count of lines.
        let start = Int(part.separators[entry]) + 1
        for at in start..<Int(part.separators[entry + width]) where bytes[at] != UInt8(ascii: "\n") {
          bytes[at] = UInt8(ascii: "\r")
        }
      }
      let left = CSVPart(
        firstRow: parts.last?.rows.upperBound ?? 0, separators: separators, fields: width)
      if !left.rows.isEmpty { parts.append(left) }
    }
    self.parts = parts
    rowCount -= omitted.count
  }
}
