extension DataTable {
  /// The cells of a column as numbers, one a row.
  ///
  /// - Throws: where there is no such column, or a cell is empty, no number or not finite.
  public func numbers(in column: String) throws(DataError) -> [Double] {
    try numbers(in: [column])[0]
  }

  /// The cells of some columns as numbers, an array a column; quicker than one column after another, as the
  /// text is gone through once.
  ///
  /// - Throws: what the first column that cannot be read alone would throw.
  public func numbers(in columns: [String]) throws(DataError) -> [[Double]] {
    var indices: [Int] = []
    for column in columns { indices.append(try index(of: column)) }
    var numbers: [[Double]] = []
    numbers.reserveCapacity(columns.count)
    while numbers.count < columns.count {
      // So many that the places where they grow stay in the processor's table of pages.
      let some = Array(indices[numbers.count..<min(numbers.count + 16, columns.count)])
      numbers += try filledTogether(some.count) { starts throws(DataError) in
        try writeNumbers(in: some, to: starts, step: 1)
      }
    }
    return numbers
  }

  /// The cells of a column as text, quotes removed, one a row; empty cells are empty text.
  ///
  /// - Throws: where there is no such column.
  public func text(in column: String) throws(DataError) -> [String] {
    let index = try index(of: column)
    return [String](unsafeUninitializedCapacity: rowCount) { buffer, initialized in
      let buffer = buffer
      wantHugePages(buffer)
      _ = concurrently(parts.count) { part in
        withFields(of: parts[part]) { fields in
          for row in parts[part].rows {
            buffer.initializeElement(at: row, to: fields.cell(row: row, column: index).string)
          }
        }
      }
      initialized = rowCount
    }
  }
}

extension DataTable {
  /// Writes the numbers of some columns, on all the threads that the table was read with.
  ///
  /// - Parameters:
  ///   - rows: default: all.
  ///   - starts: for each column where the number of its first row goes.
  ///   - step: how much farther that of the next row goes.
  /// - Throws: what is wrong with the first bad cell of the first column that has one.
  func writeNumbers(
    in columns: [Int], rows: Range<Int>? = nil, to starts: [UnsafeMutablePointer<Double>], step: Int
  ) throws(DataError) {
    if areNumbersWritten(of: columns, rows: rows, to: starts, step: step) { return }
    for column in columns { try checkNumbers(in: column, rows: rows ?? 0..<rowCount) }
  }

  /// The same, answering whether all cells are finite numbers.
  func areNumbersWritten(
    of columns: [Int], rows: Range<Int>?, to starts: [UnsafeMutablePointer<Double>], step: Int
  ) -> Bool {
    let rows = rows ?? 0..<rowCount
    let areNumbers = concurrently(parts.count) { part in
      withFields(of: parts[part]) { fields in
        let own = parts[part].rows.clamped(to: rows)
        // So few rows at a time that their text is still near when the next column's turn comes.
        for first in stride(from: own.lowerBound, to: own.upperBound, by: 512) {
          let some = first..<min(first + 512, own.upperBound)
          for (column, start) in zip(columns, starts) {
            let place = start + (first - rows.lowerBound) * step
            guard fields.writeNumbers(in: column, rows: some, to: place, step: step) else { return false }
          }
        }
        return true
      }
    }
    return areNumbers.allSatisfy { $0 }
  }

  /// - Throws: what is wrong with the first cell that is no finite number.
  private func checkNumbers(in column: Int, rows: Range<Int>) throws(DataError) {
    let name = columns[column]
    for row in rows {
      let problem: DataError.Problem? = withFields(ofRow: row) { fields in
        let cell = fields.cell(row: row, column: column)
        switch cell.number {
        case .finite: return nil
        case _ where cell.content.isEmpty: return .emptyCell(column: name)
        case .notFinite: return .notFinite(column: name, received: cell.string)
        case _ where missing.contains(cell): return .missingCell(column: name, received: cell.string)
        case .notANumber: return .notANumber(column: name, received: cell.string)
        }
      }
      if let problem { throw error(problem, row: row, column: column) }
    }
  }

  /// So many arrays of a number a row, which `fill` writes all.
  private func filledTogether(
    _ count: Int, _ starts: [UnsafeMutablePointer<Double>] = [],
    _ fill: ([UnsafeMutablePointer<Double>]) throws(DataError) -> Void
  ) throws(DataError) -> [[Double]] {
    if starts.count == count {
      try fill(starts)
      return []
    }
    var others: [[Double]] = []
    let first = try [Double](unsafeUninitializedCapacity: rowCount) { buffer, initialized throws(DataError) in
      wantHugePages(buffer)
      others = try filledTogether(count, starts + [buffer.baseAddress].compactMap { $0 }, fill)
      initialized = rowCount
    }
    return [first] + others
  }
}
