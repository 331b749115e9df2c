import TrackData

/// The rows of an experiment, and where they came from.
public struct TrackSource: Sendable {
  ///
  /// Where the experiment leaves out rows that lack a cell, they are left out here: nothing else knows of them.
  public let table: DataTable
  /// How many rows were left out because a feature or the class is missing.
  public let incompleteRows: Int
  /// The file's name without its folder.
  public let file: String
  public let fingerprint: Fingerprint
  /// Whether the rows are invented by us, from wherever they came and whatever their number and seed.
  public let isSynthetic: Bool

  /// Finds the rows: in `data` where it is given, else in the experiment's `csv`, else they are the built-in
  /// sample, made in memory.
  ///
  /// - Throws: `noInput` where `data` is given and is not there; `badData` for a file that is no table.
  public init(for experiment: Experiment, data: String?) throws(Failure) {
    if let path = data ?? experiment.data.csv, data != nil || Files.exists(path) {
      try self.init(csv: try Files.read(path), for: experiment.data, path: path)
    } else {
      try self.init(csv: Sample.csv(), for: experiment.data, path: Self.sampleName)
    }
  }

  private init(csv: [UInt8], for data: Experiment.DataSource, path: String) throws(Failure) {
    do throws(DataError) {
      // The sample is written as we write it, whatever the file that it stands for.
      let format = path == Self.sampleName ? TableFormat() : data.format
      let whole = try DataTable(reading: csv, as: format, file: path)
      let incomplete = data.missing == .drop ? try data.incompleteRows(of: whole) : []
      guard incomplete.count < whole.rowCount else {
        throw DataError(file: path, problem: .noCompleteRow(try data.emptiestColumns(of: whole)))
      }
      (table, incompleteRows) = (whole.leavingOut(incomplete), incomplete.count)
    } catch {
      throw Failure(error)
    }
    file = Paths.name(of: path)
    fingerprint = Fingerprint(of: csv)
    // Known by the mark in its rows, so that it is called so too when it comes from a file.
    isSynthetic = Sample.isMarked(table)
  }

  /// What products call the sample.
  public static let sampleName = "synthetic sample"

  /// How the file is written, in a few words; `nil` for plain CSV.
  public var formatNote: String? {
    TableFormat.note(table.notes, of: file)
  }

  /// How many rows were left out, in a sentence; `nil` for none.
  public var incompleteNote: String? {
    guard incompleteRows > 0 else { return nil }
    let words =
      incompleteRows == 1 ? "1 row with a missing cell is" : "\(incompleteRows) rows with missing cells are"
    return "\(file): \(words) left out; \(table.rowCount) remain"
  }
}

extension Experiment.DataSource {
  /// The columns whose cells count: the features and the target.
  private func usedColumns(of table: DataTable) -> [String] {
    table.columns.filter { column in !drop.contains { $0.utf8.elementsEqual(column.utf8) } }
  }

  fileprivate func incompleteRows(of table: DataTable) throws(DataError) -> [Int] {
    try table.incompleteRows(in: usedColumns(of: table), target: target, classes: classes)
  }

  /// The three columns that lack most cells.
  fileprivate func emptiestColumns(of table: DataTable) throws(DataError) -> [String] {
    var counts: [(column: String, count: Int)] = []
    for column in usedColumns(of: table) {
      counts.append((column, try table.incompleteRows(in: [column], target: target, classes: classes).count))
    }
    return counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .prefix(3).map(\.element.column)
  }
}
