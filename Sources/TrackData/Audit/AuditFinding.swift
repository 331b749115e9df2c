/// Something about data that makes results worth less than they seem.
///
/// The cases hold facts only; `message` and `advice` make the sentences. Rows count from 0.
public enum AuditFinding: Sendable, Equatable {
  /// A class has no rows.
  case classWithoutRows(name: String)
  /// A class has so few rows that a split may leave a part without any.
  case rareClass(name: String, rows: [Int])
  /// A column separates the classes almost alone, by its ROC AUC, and something says that it is the label in
  /// disguise.
  case labelGivenAway(column: String, auc: Double, sign: LeakSign)
  /// A column separates the classes almost alone, and may do so honestly.
  case strongColumn(column: String, auc: Double)
  /// Rows of one title and artist have both labels.
  case songsWithBothLabels(groups: [[Int]])
  /// Rows that are equal in all features have both labels.
  case featuresWithBothLabels(groups: [[Int]])
  /// Rows have no class: so many, of which the first is a row of the file. Other findings do not count them.
  case unlabelledRows(column: String, count: Int, first: Int)
  /// Cells are empty, or say that a value is missing.
  case emptyCells(column: String, rows: [Int])
  /// Cells among numbers are none; `received` is the first of them.
  case strayCells(column: String, rows: [Int], received: String)
  /// Rows repeat the title and artist of an earlier one, whatever the case of their letters.
  case repeatedSongs(rows: [Int])
  /// Rows repeat all features of an earlier one, some of them its label too.
  case repeatedFeatures(rows: [Int], withLabel: Int, features: Int)
  /// All rows of one class stand before all of the other.
  case sortedByTarget(column: String)
  /// All cells are the same.
  case constantColumn(column: String)
  /// Numbers lie outside what the feature can be.
  case outOfRange(column: String, rows: [Int], range: ClosedRange<Double>, received: Double)
  /// Text has been through a wrong encoding; `received` is the first such cell.
  case encodingDamage(column: String, rows: [Int], received: String)
}

extension AuditFinding {
  public enum Severity: String, Sendable {
    /// Training fails, or its results mean nothing.
    case serious
    /// Results are a little off, or some care is needed.
    case minor
  }

  public var severity: Severity {
    switch self {
    case .rareClass(_, let rows): rows.count > 1 ? .minor : .serious
    case .classWithoutRows, .labelGivenAway, .songsWithBothLabels, .featuresWithBothLabels, .unlabelledRows,
      .emptyCells,
      .strayCells:
      .serious
    case .strongColumn, .repeatedSongs, .repeatedFeatures, .sortedByTarget, .constantColumn, .outOfRange,
      .encodingDamage:
      .minor
    }
  }

  /// The name of the check that found it, for programs.
  public var check: String {
    switch self {
    case .classWithoutRows: "class_without_rows"
    case .rareClass: "rare_class"
    case .labelGivenAway: "label_given_away"
    case .strongColumn: "strong_column"
    case .songsWithBothLabels: "songs_with_both_labels"
    case .featuresWithBothLabels: "features_with_both_labels"
    case .unlabelledRows: "unlabelled_rows"
    case .emptyCells: "empty_cells"
    case .strayCells: "stray_cells"
    case .repeatedSongs: "repeated_songs"
    case .repeatedFeatures: "repeated_features"
    case .sortedByTarget: "sorted_by_target"
    case .constantColumn: "constant_column"
    case .outOfRange: "out_of_range"
    case .encodingDamage: "encoding_damage"
    }
  }

  /// The column it is about, where it is about one.
  public var column: String? {
    switch self {
    case .unlabelledRows(let column, _, _), .labelGivenAway(let column, _, _), .strongColumn(let column, _),
      .emptyCells(let column, _),
      .strayCells(let column, _, _),
      .sortedByTarget(let column), .constantColumn(let column), .outOfRange(let column, _, _, _),
      .encodingDamage(let column, _, _):
      column
    default: nil
    }
  }

  /// The rows it is about, rising; empty where it is about all.
  public var rows: [Int] {
    switch self {
    case .songsWithBothLabels(let groups), .featuresWithBothLabels(let groups): groups.joined().sorted()
    case .emptyCells(_, let rows), .strayCells(_, let rows, _), .repeatedSongs(let rows),
      .repeatedFeatures(let rows, _, _), .outOfRange(_, let rows, _, _), .encodingDamage(_, let rows, _),
      .rareClass(_, let rows):
      rows
    case .classWithoutRows, .unlabelledRows, .labelGivenAway, .strongColumn, .sortedByTarget, .constantColumn:
      []
    }
  }
}
