import Figures
import Templates

/// Everything that the report shows, computed once from the run folders; products only present it.
struct Report {
  /// In the experiment's order.
  let runs: [EvaluatedRun]
  let figures: ReportFigures
  let tables: ReportTables
  /// Every number under its key.
  let numbers: Numbers
  /// What is claimed of the results, held against the numbers.
  let claims: [AssessedClaim]
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
    var numbers = Numbers(of: runs)
    claims = try AssessedClaim.assess(
      try Claim.readAll(in: paths, of: runs.first?.record), with: numbers.facts, of: runs)
    numbers.append(claims.facts)
    self.numbers = numbers
    tables = ReportTables(of: runs, claims: claims)
  }

  /// The fingerprints of the files that the report was read from, by their path below the output folder.
  var files: [String: Fingerprint] {
    runs.reduce(into: [:]) { $0.merge($1.folder.files) { $1 } }
  }

  /// What every product says of rows that are invented; `nil` for real ones.
  var provenance: String? { runs.first?.record.provenance }
}
