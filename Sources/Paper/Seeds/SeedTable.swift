import TrackData

/// `seeds.csv`: what each of many seeds came to, in ascending order.
public struct SeedTable: Equatable, Sendable {
  public let results: [SeedResult]

  /// - Throws: `badData` with line and column where the table is not what training writes.
  init(_ table: DataTable) throws(Failure) {
    let texts = try Failure.ofDamage { () throws(DataError) in
      var texts: [[String]] = []
      for column in SeedResult.columns { texts.append(try table.text(in: column)) }
      return texts
    }
    var results: [SeedResult] = []
    for row in 0..<table.rowCount {
      guard let result = SeedResult(cells: texts.map { $0[row] }) else {
        throw Failure.damaged("\(table.file):\(row + 2)", "the result of one seed")
      }
      results.append(result)
    }
    self.results = results
  }

  public init(_ results: [SeedResult]) { self.results = results }

  /// The accuracies on some of the rows.
  public func accuracies(on rows: ReportedRows) -> [Double] { results.map { $0.accuracy(on: rows) } }

  /// How many seeds predicted one class only.
  public var collapsed: Int { results.count { $0.isCollapsed } }
}
