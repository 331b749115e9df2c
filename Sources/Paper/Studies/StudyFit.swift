import TrackData

/// What one trial of an arm came to: a line of `studies/<arm>.csv`.
struct StudyFit: Equatable, Sendable {
  let trial: Trial
  let result: SeedResult
}

extension StudyFit {
  /// Those of the trial, then those of `seeds.csv`.
  static let columns = ownColumns + SeedResult.columns

  private static let ownColumns = ["series", "split_seed", "repeat", "fold", "folds"]

  private var csvLine: String {
    let fold = trial.fold.map { "\($0.again),\($0.index),\($0.count)" } ?? ",,"
    return "\(trial.series.rawValue),\(trial.splitSeed),\(fold),\(result.csvLine)"
  }

  /// The file of an arm.
  static func csv(of fits: [StudyFit]) -> String {
    columns.joined(separator: ",") + "\n" + fits.map(\.csvLine).joined()
  }

  /// The fits in an arm's file.
  ///
  /// - Throws: `badData` with the line where the table is not what training writes.
  static func all(in table: DataTable) throws(Failure) -> [StudyFit] {
    var fits: [StudyFit] = []
    for (row, cells) in try SeedResult.cells(of: table, besides: ownColumns).enumerated() {
      guard let fit = StudyFit(cells: cells) else {
        throw Failure.damaged("\(table.file):\(row + 2)", "the result of one fit")
      }
      fits.append(fit)
    }
    return fits
  }

  private init?(cells: [String]) {
    let own = Self.ownColumns.count
    guard let series = Trial.Series(rawValue: cells[0]), let splitSeed = UInt32(cells[1]),
      let result = SeedResult(cells: Array(cells[own...]))
    else { return nil }
    let counts = cells[2...4].compactMap { Int($0) }.filter { $0 >= 0 }
    let fold = counts.count == 3 ? Trial.Fold(again: counts[0], index: counts[1], count: counts[2]) : nil
    guard fold != nil || cells[2...4].allSatisfy(\.isEmpty) else { return nil }
    self.init(
      trial: Trial(series: series, splitSeed: splitSeed, fold: fold, seed: result.seed), result: result)
  }
}
