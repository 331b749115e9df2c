import Figures
import Templates

/// Everything that the report shows, computed once from the run folders; products only present it.
struct Report {
  /// In the experiment's order.
  let runs: [EvaluatedRun]
  let figures: ReportFigures
  let tables: ReportTables
  /// What was tried beside the runs; `nil` where nothing was.
  let studies: StudyReport?
  /// Every number under its key.
  let numbers: Numbers
  /// What is claimed of the results, held against the numbers.
  let claims: [AssessedClaim]
  /// What was published, beside ours.
  let published: [PublishedScore]
  /// How figures and tables look.
  let style: Experiment.Style
  /// The kinds of file that figures are made as.
  let formats: Set<FigureFormat>

  /// The folders of templates, from the lowest to the topmost.
  let templates: [String]
  /// In the report's language.
  let words: Words

  /// - Parameters:
  ///   - templates: says which folders of templates an experiment has, from the lowest to the topmost, whose words
  ///     count; default: none, for the words of this version.
  ///   - style: `nil` for the experiment's.
  ///   - width: of the figures; `nil` for the experiment's, or else the look's own.
  /// - Throws: as `RunFolder.readAll(in:)`.
  init(
    readingFrom paths: Paths, templates: (Experiment) throws(Failure) -> [String] = { _ in [] },
    style: Experiment.Style? = nil,
    width: FigureWidth? = nil
  ) throws(Failure) {
    var runs: [EvaluatedRun] = []
    let folders = try RunFolder.readAll(in: paths)
    let experiment = folders.first?.record.experiment
    self.templates = try experiment.map { experiment throws(Failure) in try templates(experiment) } ?? []
    let words = try Words(of: experiment, in: self.templates)
    for folder in folders { runs.append(try EvaluatedRun(folder, words: words)) }
    self.words = words
    self.runs = runs
    self.style = style ?? runs.first?.record.experiment.style ?? .journal
    formats = experiment?.figureFormats ?? []
    let published = PublishedScore.all(of: runs)
    self.published = published
    figures = try ReportFigures(
      of: runs, published: published, style: self.style, width: width ?? experiment?.figureWidth)
    let results = try runs.first.map { run throws(Failure) in
      try StudyResults.read(from: paths.run(run.record.name), of: run.record)
    }
    studies = try results.flatMap { $0 }.map { results throws(Failure) in try StudyReport(results) }
    var numbers = Numbers(of: runs)
    numbers.append(StudyReport.facts(of: studies, in: words))
    numbers.append(Numbers.against(published))
    claims = try AssessedClaim.assess(
      try Claim.readAll(in: paths, of: runs.first?.record), with: numbers.facts, of: runs)
    numbers.append(claims.facts)
    self.numbers = numbers
    tables = ReportTables(of: runs, studies, claims: claims, published: published)
  }

  /// The fingerprints of the files that the report was read from, by their path below the output folder.
  var files: [String: Fingerprint] {
    runs.reduce(into: studies?.results.files ?? [:]) { $0.merge($1.folder.files) { $1 } }
  }

  /// What every product says of rows that are invented; `nil` for real ones.
  var provenance: String? { runs.first?.provenance }
}
