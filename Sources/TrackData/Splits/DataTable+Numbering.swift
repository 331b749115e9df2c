extension DataTable {
  /// For each row the place of its cell among the column's different cells in order, from 0: classes or groups
  /// as pandas reads them and `numpy.unique` orders them.
  ///
  /// A column of whole numbers goes by their values, one of numbers too, any other by its code points.
  ///
  /// - Parameter problem: what an empty cell is.
  /// - Throws: where there is no such column or a cell is empty.
  private func places(
    in name: String, _ problem: DataError.Problem
  ) throws(DataError) -> [Int] {
    let column = try index(of: name)
    var (integers, numbers): ([Int]?, [Double]?) = ([], [])
    var words: [CodePoints] = []
    words.reserveCapacity(rowCount)
    try forEachCell(in: column) { cell in
      if cell.content.isEmpty { return problem }
      let word = cell.string
      words.append(CodePoints(word))
      if integers != nil {
        if let integer = Int(word) { integers?.append(integer) } else { integers = nil }
      }
      if numbers != nil {
        if case .finite(let number) = cell.number {
          numbers?.append(number)
        } else {
          numbers = nil
        }
      }
      return nil
    }
    // As whole numbers first: beyond 2^53 two of them may be one `Double`.
    if let integers { return Numbering(inOrder: integers).numbers }
    if let numbers { return Numbering(inOrder: numbers).numbers }
    return Numbering(inOrder: words).numbers
  }

  /// The group of each row, as splitters take them.
  ///
  /// - Throws: where there is no such column or a cell is empty.
  public func groups(in column: String) throws(DataError) -> [Int] {
    try places(in: column, .noGroup(column: column))
  }

  /// The class of each row, whatever classes there are, as splitters take them.
  ///
  /// - Throws: where there is no such column or a cell is empty.
  public func strata(in column: String) throws(DataError) -> [Int] {
    try places(in: column, .noClass(column: column))
  }
}
