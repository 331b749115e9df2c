extension AuditFinding {
  /// What was found, in one sentence without its full stop.
  public var message: String {
    switch self {
    case .classWithoutRows(let name):
      "no row is of the class '\(shown(name))'"
    case .rareClass(let name, let rows):
      "only \(counted(rows.count, "row")) \(rows.count == 1 ? "is" : "are") of the class '\(shown(name))'"
    case .labelGivenAway(let column, let auc, let sign):
      "column '\(shown(column))' may give the label away: alone it separates the classes "
        + "(ROC AUC \(thousandths(auc)); 0 and 1 are both perfect), and \(sign.words)"
    case .strongColumn(let column, let auc):
      "column '\(shown(column))' alone nearly separates the classes (ROC AUC \(thousandths(auc)))"
    case .songsWithBothLabels(let groups):
      "\(counted(groups.count, "song")) \(groups.count == 1 ? "has" : "have") both labels"
    case .featuresWithBothLabels(let groups):
      "\(counted(groups.count, "group")) of rows with equal features "
        + "\(groups.count == 1 ? "has" : "have") both labels"
    case .unlabelledRows(let column, let count, let first):
      "column '\(shown(column))' has \(counted(count, "missing cell")), the first in row \(first); "
        + "nothing below counts such rows"
    case .emptyCells(let column, let rows):
      "column '\(shown(column))' has \(counted(rows.count, "missing cell"))"
    case .strayCells(let column, let rows, let received):
      "column '\(shown(column))' holds numbers but for \(counted(rows.count, "cell")), "
        + "such as '\(shown(received))'"
    case .repeatedSongs(let rows):
      "\(counted(rows.count, "row")) \(rows.count == 1 ? "repeats" : "repeat") the title and artist "
        + "of an earlier row"
    case .repeatedFeatures(let rows, let withLabel, let features):
      "\(counted(rows.count, "row")) \(rows.count == 1 ? "repeats" : "repeat") all "
        + "\(counted(features, "feature")) of an earlier row, \(withLabel) of them its label too"
    case .sortedByTarget(let column):
      "the rows are sorted by '\(shown(column))'"
    case .constantColumn(let column):
      "column '\(shown(column))' is the same in all rows"
    case .outOfRange(let column, let rows, let range, let received):
      "column '\(shown(column))' has \(counted(rows.count, "value")) outside \(short(range.lowerBound)) to "
        + "\(short(range.upperBound)), such as \(short(received))"
    case .encodingDamage(let column, let rows, let received):
      "column '\(shown(column))' has \(counted(rows.count, "cell")) damaged by a wrong encoding, "
        + "such as '\(shown(received))'"
    }
  }

  /// What to do about it, in one sentence without its full stop.
  public var advice: String {
    switch self {
    case .classWithoutRows: "add rows of it: with one class there is nothing to learn"
    case .rareClass(_, let rows):
      rows.count == 1
        ? "add rows of it: one row can't both train and test"
        : "add rows of it, or stratify the split: else the test rows may hold none"
    case .labelGivenAway, .strongColumn:
      "would this be known before the label is? If not, drop it; a genuine measurement may stay"
    case .songsWithBothLabels, .featuresWithBothLabels:
      "decide for one label and remove the other rows: no model can be right about both"
    case .emptyCells: "fill the cells, leave such rows out (missing: drop under data) or drop the column"
    case .unlabelledRows: "label the rows, or leave them out (missing: drop under data)"
    case .strayCells: "mend the cells or remove the rows"
    case .repeatedSongs, .repeatedFeatures:
      "remove the copies: one that trains and one that tests make the test too easy"
    case .sortedByTarget:
      "shuffle before rows are taken from an end, be it to test or to validate"
    case .constantColumn: "drop the column: it tells nothing"
    case .outOfRange: "check where the values come from"
    case .encodingDamage: "export the file again as UTF-8"
    }
  }
}

/// Three decimals.
private func thousandths(_ share: Double) -> String {
  let count = Int((share * 1000).rounded())
  let digits = String(count % 1000)
  return "\(count / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
}

/// A number without `.0`.
private func short(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
