import TrackData

/// Which rows of a file a splitter puts where, as CSV: what `tracks split` prints.
public struct SplitListing: Sendable {
  private let file: String
  /// The class of each row; all the same where none were asked for.
  private let classes: [Int]
  private let groups: [Int]?
  private let isStratified: Bool
  /// How the file is written where that is not plain CSV.
  public let notes: [String]

  /// - Parameters:
  ///   - csv: the file's path.
  ///   - stratify: the column whose values keep their proportions.
  ///   - group: the column whose equal cells stay together.
  /// - Throws: `noInput` and `badData` for the file, a column that there is not, or an empty cell in one.
  public init(
    csv: String, as format: TableFormat = TableFormat(), stratify: String? = nil, group: String? = nil
  ) throws(Failure) {
    do throws(DataError) {
      let table = try DataTable(contentsOf: csv, as: format)
      notes = table.notes
      classes =
        try stratify.map { column throws(DataError) in try table.strata(in: column) }
        ?? Array(repeating: 0, count: table.rowCount)
      groups = try group.map { column throws(DataError) in try table.groups(in: column) }
    } catch {
      throw Failure(error)
    }
    file = csv
    isStratified = stratify != nil
  }

  /// Lines `row,split`: the training rows first, then the test rows, both in scikit-learn's order.
  ///
  /// - Throws: `badData` where the rows do not allow the split.
  public func holdOut(
    _ size: TrainTestSplit.Size, seed: UInt32, shuffle: Bool
  ) throws(Failure) -> String {
    let split = try checked { () throws(SplitError) in
      try plan(.holdOut(size), seed, shuffle).split(classes: classes, groups: groups)
    }
    var lines = "row,split\n"
    for row in split.train { lines += "\(row),train\n" }
    for row in split.test { lines += "\(row),test\n" }
    return lines
  }

  /// Lines `row,repeat,fold`, where `fold` is the one that the row tests in: all rows of the first repeat in the
  /// file's order, then those of the next.
  ///
  /// - Throws: `badData` where the rows do not allow the folds.
  public func folds(_ count: Int, repeats: Int, seed: UInt32, shuffle: Bool) throws(Failure) -> String {
    let repeated = try checked { () throws(SplitError) in
      try plan(.fold(0, of: count, repeat: 0), seed, shuffle)
        .allFolds(count, repeats: repeats, classes: classes, groups: groups)
    }
    var lines = "row,repeat,fold\n"
    for (index, folds) in repeated.enumerated() {
      for (row, fold) in folds.fold.enumerated() { lines += "\(row),\(index),\(fold)\n" }
    }
    return lines
  }

  private func plan(_ part: SplitPlan.Part, _ seed: UInt32, _ shuffle: Bool) -> SplitPlan {
    SplitPlan(
      part, seed: seed, shuffle: shuffle, isStratified: isStratified, isGrouped: groups != nil)
  }

  private func checked<Value>(_ split: () throws(SplitError) -> Value) throws(Failure) -> Value {
    do throws(SplitError) {
      return try split()
    } catch {
      throw Failure(.badData, "\(file): \(error)")
    }
  }
}
