/// Numeric features and a class for each row of a table; one that exists is valid.
public struct Dataset: Sendable, Equatable {
  /// The columns that are features, in the order of the file.
  public let featureNames: [String]
  /// The features as `(rowCount, featureCount)`, row after row; all are finite.
  public let features: [Double]
  /// The class of each row, an index into `classNames`; every class has a row.
  public let target: [Int]
  /// The classes in the order of their numbers.
  public let classNames: [String]

  /// How many rows there are.
  public var rowCount: Int { target.count }
  /// How many features each row has.
  public var featureCount: Int { featureNames.count }

  /// Takes every column of a table that is neither the target nor dropped as a feature.
  ///
  /// - Parameters:
  ///   - target: the column of classes, whose cells hold their names (see `ClassNames`).
  ///   - classes: the names of classes 0, 1 and so on.
  ///   - dropped: columns to leave out.
  /// - Throws: where a column is missing, a feature is not a finite number, a label is not listed, or a class has no
  ///   row.
  public init(
    table: DataTable, target: String, classes: [String], dropping dropped: [String] = []
  ) throws(DataError) {
    let targetIndex = try table.index(of: target)
    var omitted: Set<Int> = [targetIndex]
    for name in dropped { omitted.insert(try table.index(of: name)) }
    let kept = table.columns.indices.filter { !omitted.contains($0) }
    guard !kept.isEmpty else { throw DataError(file: table.file, problem: .noFeatures) }

    let labels: [Int]
    do throws(DataError) {
      labels = try table.classes(in: targetIndex, ClassNames(classes))
    } catch {
      // Where no label is wrong, missing ones are told together with what else is missing.
      let missing = try table.incompleteRows(in: [target], target: target, classes: classes).count
      if case .unlistedLabels(_, let labels, _) = error.problem, labels.reduce(0, { $0 + $1.rows }) == missing
      {
        try table.checkCells(of: kept, target: (targetIndex, classes), dropping: dropped)
      }
      throw error
    }
    if let empty = classes.indices.first(where: { !labels.contains($0) }) {
      throw DataError(
        file: table.file, problem: .classWithoutRows(column: target, name: classes[empty]))
    }
    self.target = labels
    features = try table.matrix(of: kept, dropping: dropped)
    featureNames = kept.map { table.columns[$0] }
    classNames = classes
  }

  /// The named columns of a table as `(rows, names.count)`, row after row: the features of tracks without a
  /// verdict, in the order a network was trained on.
  ///
  /// - Parameter rows: which rows; default: all.
  /// - Throws: where a column is missing or a cell is not a finite number.
  public static func features(
    of table: DataTable, named names: [String], rows: Range<Int>? = nil
  ) throws(DataError) -> [Double] {
    var columns: [Int] = []
    for name in names { columns.append(try table.index(of: name)) }
    return try table.matrix(of: columns, rows: rows, dropping: nil)
  }

  /// The same, with NaN in place of cells that are no finite number.
  ///
  /// - Throws: where a column is missing.
  public static func featuresWithGaps(
    of table: DataTable, named names: [String], rows: Range<Int>
  ) throws(DataError) -> [Double] {
    var columns: [Int] = []
    for name in names { columns.append(try table.index(of: name)) }
    return table.numbersWithGaps(in: columns, rows: rows)
  }
}

extension DataTable {
  /// The numbers of some columns as `(rows, columns.count)`, row after row; all rows where none are named.
  ///
  /// - Parameter dropped: the columns that are left out already; `nil` where none can be.
  fileprivate func matrix(
    of columns: [Int], rows: Range<Int>? = nil, dropping dropped: [String]?
  ) throws(DataError) -> [Double] {
    var matrix = [Double](repeating: 0, count: (rows?.count ?? rowCount) * columns.count)
    let areNumbers = matrix.withUnsafeMutableBufferPointer { matrix in
      guard let start = matrix.baseAddress else { return true }
      return areNumbersWritten(
        of: columns, rows: rows, to: columns.indices.map { start + $0 }, step: columns.count)
    }
    if !areNumbers || missing.haveNumbers {
      try checkCells(of: columns, rows: rows, dropping: dropped)
    }
    return matrix
  }

  /// The same, with NaN in place of what is no finite number.
  func numbersWithGaps(in columns: [Int], rows: Range<Int>) -> [Double] {
    var matrix: [Double] = []
    matrix.reserveCapacity(rows.count * columns.count)
    for part in parts {
      withFields(of: part) { fields in
        for row in part.rows.clamped(to: rows) {
          for column in columns {
            if case .finite(let number) = fields.cell(row: row, column: column).number {
              matrix.append(number)
            } else {
              matrix.append(.nan)
            }
          }
        }
      }
    }
    return matrix
  }
}
