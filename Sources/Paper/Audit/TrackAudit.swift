import Evaluation
import TrackData

/// An audit of labelled tracks, with how well each column alone tells the classes apart.
public struct TrackAudit: Sendable {
  public let data: DataAudit
  /// For each column its ROC AUC, `nil` where that cannot be told.
  ///
  /// It is 1 or 0 where the column orders the rows by their class, 0.5 where it knows nothing of them.
  public let areas: [Double?]
  /// All that was found, what is serious first.
  public let findings: [AuditFinding]

  /// Looks over a file.
  ///
  /// - Parameters:
  ///   - target: the column of classes.
  ///   - classes: the two classes, the positive one last; `nil` for those that the column holds where it holds two,
  ///     else Disliked and Liked.
  /// - Throws: `noInput` without a file; `badData`, with line and column, for one that is no table or has
  ///   something else than the classes in its target.
  public init(csv: String, target: String, classes: [String]?) throws(Failure) {
    let table: DataTable
    let found: [String]
    do throws(DataError) {
      table = try DataTable(contentsOf: csv)
      if let classes { found = classes } else { found = try Self.classes(in: table, target) }
    } catch {
      throw Failure(error)
    }
    try self.init(of: table, target: target, classes: found)
  }

  /// The two classes that a column names; those of a listener's tracks where it has numbers for them, or not two.
  private static func classes(in table: DataTable, _ target: String) throws(DataError) -> [String] {
    let labels = Set(try table.text(in: target))
    let usual = ["Disliked", "Liked"]
    guard labels.count == 2, !labels.contains(""), labels.isDisjoint(with: usual),
      !labels.isSubset(of: ["0", "1", "0.0", "1.0"])
    else { return usual }
    return labels.sorted { left, right in
      if let left = Double(left), let right = Double(right) { return left < right }
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }

  /// Looks over a table.
  public init(of table: DataTable, target: String, classes: [String]) throws(Failure) {
    precondition(classes.count == 2, "expected two classes, received \(classes.count)")
    do throws(DataError) {
      data = try DataAudit(of: table, target: target, classes: classes)
    } catch {
      throw Failure(error)
    }
    let isPositive = data.labels.map { $0 == 1 }
    areas = data.columns.map { column in
      column.name.utf8.elementsEqual(target.utf8) ? nil : column.area(of: isPositive)
    }
    let leaks: [AuditFinding] = zip(data.columns, areas).compactMap { column, area in
      guard let area, max(area, 1 - area) > Self.tellingArea else { return nil }
      return .labelGivenAway(column: column.name, auc: area)
    }
    let all = data.findings + Self.rareClasses(in: data) + leaks
    findings = all.filter { $0.severity == .serious } + all.filter { $0.severity == .minor }
  }

  /// The classes of so few rows that a split may leave a part without any: of ten, one in twenty splits that hold out
  /// a quarter of the rows does.
  private static func rareClasses(in data: DataAudit) -> [AuditFinding] {
    data.classNames.indices.compactMap { label in
      let rows = data.labels.indices.filter { data.labels[$0] == label }
      return (1..<10).contains(rows.count) ? .rareClass(name: data.classNames[label], rows: rows) : nil
    }
  }

  /// A column that orders this share of the pairs of a liked and a disliked track rightly, or wrongly, is no
  /// feature but the label in disguise: the best single feature of real tracks reaches 0.66.
  static let tellingArea = 0.95
}

extension ColumnProfile {
  /// The area under the ROC curve of the column alone, the farther from one half of two.
  ///
  /// One is that of its numbers. The other is that of the share of positive rows among those with the same
  /// cell, which finds labels that are hidden in words or codes; only for columns of few different cells, ten
  /// rows to each, because a cell that comes up once always knows its row.
  ///
  /// - Returns: `nil` for fewer than ten rows of either class with something in them, and for text of many
  ///   different cells.
  fileprivate func area(of isPositive: [Bool]) -> Double? {
    let tally = tally(isPositive)
    guard tally.reduce(0, { $0 + $1.positive }) >= 10, tally.reduce(0, { $0 + $1.negative }) >= 10 else {
      return nil
    }
    var areas: [Double] = []
    if kind != .text { areas.append(Self.area(of: tally, by: \.number)) }
    if tally.count * 10 <= isPositive.count {
      areas.append(Self.area(of: tally) { $0.positive / ($0.positive + $0.negative) })
    }
    return areas.max { abs($0 - 0.5) < abs($1 - 0.5) }
  }

  /// How many rows of either class have the same cell.
  private struct Tally {
    var number = 0.0
    var positive = 0.0
    var negative = 0.0
  }

  /// A tally for each different cell; rows with an empty or stray one are left out.
  private func tally(_ isPositive: [Bool]) -> [Tally] {
    var tally = [Tally](repeating: Tally(), count: distinct)
    for (row, value) in values.enumerated() {
      guard let value else { continue }
      if let number = numbers[row] { tally[value].number = number }
      if isPositive[row] { tally[value].positive += 1 } else { tally[value].negative += 1 }
    }
    return tally
  }

  /// The area where rows with the same cell count together: far fewer to sort than rows.
  private static func area(of tally: [Tally], by score: (Tally) -> Double) -> Double {
    let scores = tally.map(score)
    let area = try? rocAUC(
      truth: tally.map { _ in true } + tally.map { _ in false }, scores: scores + scores,
      weights: tally.map(\.positive) + tally.map(\.negative))
    guard let area else { preconditionFailure("both classes have rows, and a score is a number") }
    return area
  }
}
