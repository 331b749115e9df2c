extension RunRecord.Split {
  /// - Parameter grouping: by what to tell how far the parts share groups.
  init(of parts: [Predictions.Part], _ grouping: Grouping? = nil) {
    func count(_ part: Predictions.Part) -> Int { parts.count { $0 == part } }
    let testRows = parts.indices.filter { parts[$0] == .test }.map { "\($0)\n" }
    self.init(
      train: count(.train), validation: count(.validation), test: count(.test),
      testSha256: Fingerprint(of: testRows.joined()),
      groups: grouping.map { RunRecord.Groups(of: parts, $0) })
  }

  /// Whether the parts hold the rows that another split's do, whatever is told of groups.
  func hasRows(of other: Self) -> Bool {
    train == other.train && validation == other.validation && test == other.test
      && testSha256 == other.testSha256
  }
}

extension RunRecord.Groups {
  init(of parts: [Predictions.Part], _ grouping: Grouping) {
    func groups(in part: Predictions.Part) -> Set<Int> {
      Set(parts.indices.filter { parts[$0] == part }.map { grouping.groups[$0] })
    }
    func rows(in part: Predictions.Part, sharing others: Set<Int>) -> Int {
      parts.indices.count { parts[$0] == part && others.contains(grouping.groups[$0]) }
    }
    let (train, validation) = (groups(in: .train), groups(in: .validation))
    self.init(
      column: grouping.column, train: train.count, validation: validation.count,
      test: groups(in: .test).count, sharedTestRows: rows(in: .test, sharing: train.union(validation)),
      sharedValidationRows: rows(in: .validation, sharing: train))
  }
}
