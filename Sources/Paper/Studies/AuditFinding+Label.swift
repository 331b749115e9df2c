import TrackData

extension AuditFinding {
  /// What was found, in as few words as a table has room for.
  var label: String {
    switch self {
    case .classWithoutRows(let name): "no row of \(name)"
    case .rareClass(let name, _): "few rows of \(name)"
    case .labelGivenAway(let column, _, _): "\(column) may give the label away"
    case .strongColumn(let column, _): "\(column) nearly separates the classes"
    case .songsWithBothLabels: "songs with both labels"
    case .featuresWithBothLabels: "equal features, both labels"
    case .unlabelledRows: "rows without a class"
    case .emptyCells(let column, _): "missing cells in \(column)"
    case .strayCells(let column, _, _): "\(column) with no number"
    case .repeatedSongs: "songs repeated"
    case .repeatedFeatures: "features repeated"
    case .sortedByTarget(let column): "sorted by \(column)"
    case .constantColumn(let column): "\(column) is constant"
    case .outOfRange(let column, _, _, _): "\(column) out of range"
    case .encodingDamage(let column, _, _): "damaged text in \(column)"
    }
  }

  /// Whether it is about a column that an experiment drops, and so cannot touch the result.
  func isDealtWith(by experiment: Experiment) -> Bool {
    guard let column else { return false }
    return experiment.data.drop.contains { $0.utf8.elementsEqual(column.utf8) }
  }
}
