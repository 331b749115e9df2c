import TrackData

/// What is done to see what a finding of the audit does to the result.
struct Treatment: Sendable {
  /// In a few words; where nothing is done, why.
  let words: String
  /// Rows that are left out once all have been split.
  var removed: [Int] = []
  var drop: [String]?
  var split: Experiment.Split?

  var changesAnything: Bool { !removed.isEmpty || drop != nil || split != nil }

  func variant(named name: String) -> Variant { Variant(name: name, title: words, drop: drop, split: split) }

  /// - Parameter data: what the audit knows of rows and columns.
  init(of finding: AuditFinding, for experiment: Experiment, _ data: DataAudit) {
    let source = experiment.data
    switch finding {
    case .classWithoutRows:
      self.init(words: "none: there is nothing to train")
    case .rareClass:
      self.init(words: "none: it takes more rows")
    case .songsWithBothLabels(let groups), .featuresWithBothLabels(let groups):
      self.init(leavingOut: groups.joined().sorted(), "those rows left out", data)
    case .repeatedSongs(let rows), .repeatedFeatures(let rows, _, _):
      self.init(leavingOut: rows, "the copies left out", data)
    case .outOfRange(let column, let rows, _, _) where source.hasFeature(column):
      self.init(leavingOut: rows, "those rows left out", data)
    case .labelGivenAway(let column, _, _) where source.hasFeature(column),
      .constantColumn(let column) where source.hasFeature(column):
      self =
        data.columns.count { source.hasFeature($0.name) } > 1
        ? Treatment(words: "the column dropped", drop: source.drop + [column])
        : Treatment(words: "none: the only feature")
    case .labelGivenAway(let column, _, _) where data.couldBeFeature(column):
      self.init(
        words: "the column left in", drop: source.drop.filter { !$0.utf8.elementsEqual(column.utf8) })
    case .sortedByTarget:
      var split = experiment.split
      split.shuffle.toggle()
      if !split.shuffle { (split.stratify, split.group, split.validation) = (false, nil, .tail) }
      self.init(words: split.shuffle ? "rows shuffled" : "rows not shuffled", split: split)
    case .strongColumn(let column, _) where source.hasFeature(column):
      self.init(words: "none: it may well be a genuine feature")
    case .outOfRange, .labelGivenAway, .strongColumn, .constantColumn, .unlabelledRows, .emptyCells,
      .strayCells,
      .encodingDamage:
      self.init(words: "none: no feature")
    }
  }

  private init(words: String, drop: [String]? = nil, split: Experiment.Split? = nil) {
    (self.words, self.drop, self.split) = (words, drop, split)
  }

  private init(leavingOut rows: [Int], _ words: String, _ data: DataAudit) {
    var labels = data.labels.map(Optional.some)
    for row in rows { labels[row] = nil }
    // Two of each, so that either part can have one.
    let isEnough = data.classNames.indices.allSatisfy { label in labels.count { $0 == label } >= 2 }
    self.init(words: isEnough ? words : "none: a class would have no rows")
    removed = isEnough ? rows : []
  }
}

extension Experiment.DataSource {
  /// Whether the network sees a column.
  func hasFeature(_ column: String) -> Bool {
    !column.utf8.elementsEqual(target.utf8) && !drop.contains { $0.utf8.elementsEqual(column.utf8) }
  }
}

extension DataAudit {
  /// Whether a network could see a column: all its cells are numbers.
  fileprivate func couldBeFeature(_ column: String) -> Bool {
    columns.contains {
      $0.name.utf8.elementsEqual(column.utf8) && $0.kind != .text && $0.emptyRows.isEmpty
        && $0.strayRows.isEmpty
    }
  }
}
