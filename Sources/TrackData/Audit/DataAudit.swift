/// A look over labelled tracks before anything is trained on them: what every column holds, and what of the
/// rows would make results worth less than they seem.
public struct DataAudit: Sendable {
  public let file: String
  public let rowCount: Int
  /// The columns in the order of the file.
  public let columns: [ColumnProfile]
  /// The column of classes.
  public let target: String
  public let classNames: [String]
  /// The class of each row, an index into `classNames`.
  public let labels: [Int]
  /// For each row its number in the file; `nil` where no row is left out.
  private let fileRows: [Int]?
  /// What was found, in the order of `AuditFinding`'s cases.
  public let findings: [AuditFinding]

  /// The number of a row among all rows of the file.
  public func fileRow(_ row: Int) -> Int { fileRows?[row] ?? row }

  /// Looks over a table.
  ///
  /// Features are the columns of numbers that neither count the rows nor are the target. Songs are told apart by
  /// title and artist, where `SongColumns` knows their names, whatever the case of the letters.
  ///
  /// - Parameters:
  ///   - target: the column of classes, whose cells hold their names (see `ClassNames`).
  ///   - classes: the names of classes 0, 1 and so on.
  /// Rows without a class are counted and else left out.
  ///
  /// - Throws: where the target is missing or holds a label that is not listed.
  public init(of whole: DataTable, target: String, classes: [String]) throws(DataError) {
    let unlabelled = try whole.incompleteRows(in: [target], target: target, classes: classes)
    // Where no row has a class, the first cell is at fault.
    let table = unlabelled.count < whole.rowCount ? whole.leavingOut(unlabelled) : whole
    let targetColumn = try table.index(of: target)
    let labels = try table.classes(in: targetColumn, ClassNames(classes))
    var columns: [ColumnProfile] = []
    for column in table.columns.indices { columns.append(try ColumnProfile(of: table, column: column)) }
    (file, rowCount, self.columns) = (table.file, table.rowCount, columns)
    (self.target, classNames, self.labels) = (target, classes, labels)
    let checks = AuditChecks(table: table, columns: columns, targetColumn: targetColumn, labels: labels)
    fileRows = table.fileRows
    let empty = classes.indices.filter { !labels.contains($0) }
    findings =
      unlabelled.prefix(1).map {
        .unlabelledRows(column: target, count: unlabelled.count, first: whole.fileRow($0))
      }
      + empty.map { .classWithoutRows(name: classes[$0]) } + checks.conflicts + checks.faultyCells
      + checks.repetitions + checks.order + checks.constantColumns + checks.strangeValues
  }
}

/// The structural checks, each a list of findings.
private struct AuditChecks {
  let table: DataTable
  let columns: [ColumnProfile]
  let targetColumn: Int
  let labels: [Int]
  /// The groups of rows that are equal in all features.
  let equalRows: [[Int]]
  /// The groups of rows of the same song.
  let equalSongs: [[Int]]
  let featureCount: Int

  init(table: DataTable, columns: [ColumnProfile], targetColumn: Int, labels: [Int]) {
    (self.table, self.columns, self.targetColumn, self.labels) = (table, columns, targetColumn, labels)
    let features = columns.indices.filter { $0 != targetColumn && columns[$0].kind == .number }
    featureCount = features.count
    equalRows = groupsOfEqual(
      (0..<table.rowCount).map { row in
        // A row that lacks a number is equal to none.
        let values = features.compactMap { columns[$0].values[row] }
        return values.isEmpty || values.count < features.count ? nil : values
      })
    if let title = table.firstColumn(of: SongColumns.title),
      let artist = table.firstColumn(of: SongColumns.artist)
    {
      equalSongs = groupsOfEqual(
        (0..<table.rowCount).map { row in
          [title, artist].map { Array(table.text(row: row, column: $0).lowercased().utf8) }
        })
    } else {
      equalSongs = []
    }
  }

  var conflicts: [AuditFinding] {
    let songs = equalSongs.filter(hasBothLabels)
    let rows = equalRows.filter(hasBothLabels)
    return (songs.isEmpty ? [] : [.songsWithBothLabels(groups: songs)])
      + (rows.isEmpty ? [] : [.featuresWithBothLabels(groups: rows)])
  }

  private func hasBothLabels(_ rows: [Int]) -> Bool { Set(rows.map { labels[$0] }).count > 1 }

  var faultyCells: [AuditFinding] {
    columns.enumerated().flatMap { index, column -> [AuditFinding] in
      // Titles and the like may well be empty; a number that is not there cannot be trained on.
      let empty: [AuditFinding] =
        column.kind == .text || column.emptyRows.isEmpty
        ? [] : [.emptyCells(column: column.name, rows: column.emptyRows)]
      guard let first = column.strayRows.first else { return empty }
      return empty + [
        .strayCells(
          column: column.name, rows: column.strayRows, received: table.text(row: first, column: index))
      ]
    }
  }

  var repetitions: [AuditFinding] {
    let songs = equalSongs.flatMap { $0.dropFirst() }.sorted()
    let rows = equalRows.flatMap { $0.dropFirst() }.sorted()
    // Those of a group that have the label of an earlier one: all but the first of each label.
    let withLabel = equalRows.reduce(0) { $0 + $1.count - Set($1.map { labels[$0] }).count }
    return (songs.isEmpty ? [] : [.repeatedSongs(rows: songs)])
      + (rows.isEmpty
        ? [] : [.repeatedFeatures(rows: rows, withLabel: withLabel, features: featureCount)])
  }

  var order: [AuditFinding] {
    let steps = zip(labels, labels.dropFirst())
    let changes = steps.count { $0 != $1 }
    let isSorted = steps.allSatisfy { $0 <= $1 } || steps.allSatisfy { $0 >= $1 }
    return changes > 0 && isSorted ? [.sortedByTarget(column: columns[targetColumn].name)] : []
  }

  var constantColumns: [AuditFinding] {
    guard table.rowCount > 1 else { return [] }
    return columns.enumerated().filter { index, column in
      index != targetColumn && column.distinct <= 1 && column.strayRows.isEmpty
        && [0, table.rowCount].contains(column.emptyRows.count)
    }.map { .constantColumn(column: $1.name) }
  }

  var strangeValues: [AuditFinding] {
    var findings: [AuditFinding] = []
    for (index, column) in columns.enumerated() where column.kind == .number {
      guard index != targetColumn, let range = FeatureRange.of(column.name) else { continue }
      let rows = column.numbers.indices.filter { row in
        column.numbers[row].map { !range.contains($0) } ?? false
      }
      if let first = rows.first, let received = column.numbers[first] {
        findings.append(.outOfRange(column: column.name, rows: rows, range: range, received: received))
      }
    }
    for (index, column) in columns.enumerated() where column.kind == .text {
      let rows = (0..<table.rowCount).filter { EncodingDamage.isIn(table.text(row: $0, column: index)) }
      if let first = rows.first {
        findings.append(
          .encodingDamage(column: column.name, rows: rows, received: table.text(row: first, column: index)))
      }
    }
    return findings
  }
}

/// The groups of at least two equal keys, as positions, in the order of their first ones; `nil` is in none.
private func groupsOfEqual<Key: Hashable>(_ keys: [Key?]) -> [[Int]] {
  var places: [Key: Int] = [:]
  var groups: [[Int]] = []
  for (position, key) in keys.enumerated() {
    guard let key else { continue }
    if let place = places[key] {
      groups[place].append(position)
    } else {
      places[key] = groups.count
      groups.append([position])
    }
  }
  return groups.filter { $0.count > 1 }
}
