import Evaluation
import TrackData

/// An audit of labelled tracks, with how well each column alone tells the classes apart.
public struct TrackAudit: Sendable {
  public let data: DataAudit
  /// How the file is written where that is not plain CSV.
  public let notes: [String]
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
  public init(
    csv: String, as format: TableFormat = TableFormat(), target: String, classes: [String]?
  ) throws(Failure) {
    let table: DataTable
    let found: [String]
    do throws(DataError) {
      table = try DataTable(contentsOf: csv, as: format)
      if let classes { found = classes } else { found = try Self.classes(in: table, target) }
    } catch {
      throw Failure(error)
    }
    try self.init(of: table, target: target, classes: found)
  }

  /// The two classes that a column names; those of a listener's tracks where it has numbers for them, or not two.
  private static func classes(in table: DataTable, _ target: String) throws(DataError) -> [String] {
    let all = Set(try table.text(in: target))
    // A class may well be called "None"; but beside two others it is no third one.
    let labels = all.count == 2 ? all : all.subtracting(MissingSpellings.usual)
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
    notes = table.notes
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
    let labels = data.labels
    let leaks: [AuditFinding] = zip(data.columns, areas).compactMap { column, area in
      guard let area, max(area, 1 - area) > Self.tellingArea else { return nil }
      guard let sign = column.leakSign(labels: labels, target: target) else {
        return .strongColumn(column: column.name, auc: area)
      }
      return .labelGivenAway(column: column.name, auc: area, sign: sign)
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

  /// A column that orders this share of the pairs of rows of different classes rightly, or wrongly, is asked
  /// about: it may be the label in disguise.
  static let tellingArea = 0.95
}

extension ColumnProfile {
  /// The area under the ROC curve of the column alone, the farther from one half of two.
  ///
  /// One is that of its numbers, which nothing is fitted to but the direction. The other finds labels that are
  /// hidden in words or codes, out of sample: of either class the rows go to five folds in turn, and each row
  /// scores the share of positive rows among those with the same cell in the other folds, or among all in these
  /// where no cell is the same. Only columns of few different cells have it, ten rows to each; below one half it
  /// knows nothing and counts as one half.
  ///
  /// - Returns: `nil` for fewer than ten rows of either class with something in them, and for text of many
  ///   different cells.
  fileprivate func area(of isPositive: [Bool]) -> Double? {
    let tallies = tallies(isPositive)
    let counts = tallies.reduce(Tally()) { $0 + $1.whole }
    guard counts.positive >= 10, counts.negative >= 10 else { return nil }
    var areas: [Double] = []
    if kind != .text { areas.append(Self.area(of: tallies.map { ($0.number, $0.whole) })) }
    if tallies.count * 10 <= isPositive.count { areas.append(max(0.5, Self.areaOfCodes(tallies, counts))) }
    return areas.max { abs($0 - 0.5) < abs($1 - 0.5) }
  }

  private static let folds = 5

  /// How many rows of either class there are.
  private struct Tally {
    var positive = 0.0
    var negative = 0.0

    var share: Double { positive / (positive + negative) }

    static func + (a: Tally, b: Tally) -> Tally {
      Tally(positive: a.positive + b.positive, negative: a.negative + b.negative)
    }

    static func - (a: Tally, b: Tally) -> Tally {
      Tally(positive: a.positive - b.positive, negative: a.negative - b.negative)
    }
  }

  /// The rows with the same cell, fold by fold.
  private struct CellTally {
    var number = 0.0
    var folds = [Tally](repeating: Tally(), count: ColumnProfile.folds)

    var whole: Tally { folds.reduce(Tally(), +) }
  }

  /// A tally for each different cell; rows with an empty or stray one are left out.
  private func tallies(_ isPositive: [Bool]) -> [CellTally] {
    var tallies = [CellTally](repeating: CellTally(), count: distinct)
    var (positive, negative) = (0, 0)
    for (row, value) in values.enumerated() {
      guard let value else { continue }
      if let number = numbers[row] { tallies[value].number = number }
      if isPositive[row] {
        tallies[value].folds[positive % Self.folds].positive += 1
        positive += 1
      } else {
        tallies[value].folds[negative % Self.folds].negative += 1
        negative += 1
      }
    }
    return tallies
  }

  private static func areaOfCodes(_ tallies: [CellTally], _ counts: Tally) -> Double {
    let ofFolds = (0..<folds).map { fold in tallies.reduce(Tally()) { $0 + $1.folds[fold] } }
    let scored = tallies.flatMap { tally in
      let whole = tally.whole
      return (0..<folds).map { fold in
        let others = whole - tally.folds[fold]
        let share = others.positive + others.negative > 0 ? others.share : (counts - ofFolds[fold]).share
        return (share, tally.folds[fold])
      }
    }
    return area(of: scored)
  }

  /// The area where rows with the same score count together: far fewer to sort than rows.
  private static func area(of scored: [(score: Double, rows: Tally)]) -> Double {
    let scores = scored.map(\.score)
    let area = try? rocAUC(
      truth: scored.map { _ in true } + scored.map { _ in false }, scores: scores + scores,
      weights: scored.map(\.rows.positive) + scored.map(\.rows.negative))
    guard let area else { preconditionFailure("both classes have rows, and a score is a number") }
    return area
  }
}
