import Figures
import Templates

/// Everything that the report shows, computed once from the run folders; products only present it.
struct Report {
  /// In the experiment's order.
  let runs: [EvaluatedRun]
  let figures: ReportFigures
  let tables: ReportTables
  /// Every number under its key.
  let numbers: Values
  /// Of all that the report was computed from.
  let fingerprint: Fingerprint
  /// How figures and tables look.
  let style: Experiment.Style

  /// - Parameters:
  ///   - style: `nil` for the experiment's.
  ///   - width: of the figures; `nil` for the look's own.
  /// - Throws: as `RunFolder.readAll(in:)`.
  init(readingFrom paths: Paths, style: Experiment.Style? = nil, width: FigureWidth? = nil) throws(Failure) {
    var runs: [EvaluatedRun] = []
    for folder in try RunFolder.readAll(in: paths) { runs.append(try EvaluatedRun(folder)) }
    self.runs = runs
    self.style = style ?? runs.first?.record.experiment.style ?? .journal
    figures = try ReportFigures(of: runs, style: self.style, width: width)
    tables = ReportTables(of: runs)
    numbers = Numbers(of: runs).values
    fingerprint = Fingerprint(of: runs.map(\.folder.fingerprint.description).joined())
  }

  /// What every product says of rows that are invented; `nil` for real ones.
  var provenance: String? { runs.first?.record.provenance }
}
