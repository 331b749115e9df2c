import TrackData

/// `seeds.csv`: what each of many seeds came to, in ascending order.
public struct SeedTable: Equatable, Sendable {
  public let results: [SeedResult]

  /// - Throws: `badData` with line and column where the table is not what training writes.
  init(_ table: DataTable) throws(Failure) {
    var results: [SeedResult] = []
    for (row, cells) in try SeedResult.cells(of: table).enumerated() {
      guard let result = SeedResult(cells: cells) else {
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
