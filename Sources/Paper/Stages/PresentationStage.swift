import Figures
import Spelling
import Templates

/// Draws the figures, writes the tables and fills the templates, from the run folders alone.
public struct PresentationStage {
  /// What of the report is wanted.
  public struct Selection: Sendable, Equatable {
    public var figures = true
    public var tables = true
    /// `numbers.tex` and what the templates make.
    public var text = true
    /// Only products of these names, such as `loss` or `results.md`; `nil` for all.
    public var only: [String]?
    /// The kinds of file that figures are made as; `nil` for those of the experiment.
    public var formats: Set<FigureFormat>?
    /// Another look than the experiment's.
    public var style: Experiment.Style?
    /// Another width of the figures than the experiment's.
    public var width: FigureWidth?

    public init() {}

    /// Whether it is the whole report.
    var isWhole: Bool {
      figures && tables && text && only == nil
        && (formats?.count ?? FigureFormat.allCases.count) == FigureFormat.allCases.count
    }

    func has(_ name: String) -> Bool { only?.contains(name) ?? true }
  }

  /// One product, made or left as it was.
  public typealias Outcome = Workshop.Outcome

  /// The run files that have changed since the last whole report.
  public private(set) var changes: [String] = []
  /// The files that somebody had edited and that were kept beside what was made anew.
  public var kept: [KeptFile] { workshop.kept }

  public let paths: Paths
  /// The folder of the standard templates.
  private let standard: String
  private let given: TemplateChoice?
  /// Of the report; known after `run`.
  private var language = Language.english
  /// The folders whose templates the report is made with, from the lowest to the topmost; known after `run`.
  public private(set) var templates: [String] = []
  /// The folders among them that were named by an earlier command and not by this one.
  public private(set) var rememberedTemplates: [String] = []
  private let program: Fingerprint
  private let renderer: any FigureRenderer
  private var workshop: Workshop
  /// The products that the report has no more, and whose files are gone.
  public private(set) var removed: [String] = []

  /// - Parameters:
  ///   - standard: the folder of the standard templates.
  ///   - given: what lies over the standard templates and the experiment's; `nil` for what was given before.
  ///   - program: of the program that draws: a new version draws anew.
  ///   - isDry: whether it is only said what would be made.
  public init(
    paths: Paths, standard: String = Paths.templates, given: TemplateChoice? = nil, program: Fingerprint,
    renderer: any FigureRenderer,
    isForced: Bool = false, isDry: Bool = false
  ) {
    self.paths = paths
    (self.standard, self.given) = (standard, given)
    self.program = program
    self.renderer = renderer
    workshop = Workshop(paths: paths, isForced: isForced, isDry: isDry, isLasting: false)
  }

  /// Makes what is wanted and is not as it should be.
  ///
  /// - Returns: every product that was looked at, in order.
  /// - Throws: `noInput` without run folders; `badData` for a folder that is damaged, a template that asks for
  ///   a value that is not there; `usage` for an unknown name in `only`, or one that is left out otherwise;
  ///   `missingTool` for a missing font.
  public mutating func run(_ selection: Selection = Selection()) throws(Failure) -> [Outcome] {
    let (given, standard, paths) = (given, standard, paths)
    let report = try Report(
      readingFrom: paths,
      templates: { experiment throws(Failure) in
        try paths.templates(of: experiment, given: given, standard: standard)
      }, style: selection.style, width: selection.width)
    templates = report.templates
    language = report.runs.first?.record.experiment.reportLanguage ?? .english
    if given == nil { rememberedTemplates = Manifest(readingFrom: paths).templates?.given?.folders ?? [] }
    changes = workshop.changes(in: report.files)
    let figuresAndTables = report.figures.named.map(\.name) + report.tables.named.map(\.name)
    // Templates are not even looked at when nothing of theirs is wanted.
    let needsTemplates = selection.only.map { !Set($0).isSubset(of: figuresAndTables) } ?? true
    let library = try selection.text && needsTemplates ? self.library() : nil
    let texts = selection.text ? ["numbers.tex"] + (library?.names ?? []) : []
    let wanted =
      (selection.figures ? report.figures.named.map(\.name) : [])
      + (selection.tables ? report.tables.named.map(\.name) : [])
    try check(selection, wanted: wanted + texts, all: figuresAndTables + texts)
    if selection.figures {
      try draw(
        report.figures.named.filter { selection.has($0.name) }, as: selection.formats ?? report.formats)
    }
    if selection.tables {
      for (name, table) in report.tables.named where selection.has(name) {
        try write(table, name, of: report)
      }
    }
    if selection.text, selection.has("numbers.tex") { try writeNumbers(of: report) }
    if let library {
      let values = try ReportValues(report).values
      for name in library.names where selection.has(name) {
        try fill(name, in: library, of: report, with: values)
      }
    }
    if selection.isWhole {
      removed = try workshop.removeOthers { !TrainedProducts.include($0) }
      try workshop.note(sources: report.files)
    }
    if let given {
      let kept = given.isNone(beside: standard) ? nil : given
      try workshop.note { $0.given = kept }
    }
    return workshop.outcomes
  }

  private func check(_ selection: Selection, wanted: [String], all: [String]) throws(Failure) {
    for name in selection.only ?? [] where !wanted.contains(name) {
      guard !all.contains(name) else {
        let option = selection.figures ? "--figures-only" : "--tables-only"
        throw Failure(.usage, "--only \(name): there is one, but \(option) leaves it out")
      }
      // Figures and tables share their names.
      let known = wanted.enumerated().filter { wanted.firstIndex(of: $1) == $0 }.map(\.element)
      let suggestion = nearestName(to: name, in: known).map { "did you mean '\($0)'?" }
      throw Failure(
        .usage,
        "--only \(name): no such product; \(suggestion ?? "there are \(known.joined(separator: ", "))")")
    }
  }

  /// Draws figures, on all processors at once.
  private mutating func draw(
    _ figures: [ReportFigures.Named], as formats: Set<FigureFormat>
  ) throws(Failure) {
    struct Job: Sendable {
      let file: String
      let inputs: [String: Fingerprint]
      let figure: any Figure
      let format: FigureFormat
    }
    var jobs: [Job] = []
    for named in figures {
      let inputs = [
        Manifest.shown: named.shown, "the program": program,
        "the style": Fingerprint(of: "\(named.figure.look) \(named.figure.size)"),
      ]
      // A format a product, so that asking for one format leaves the others what they are.
      for format in FigureFormat.allCases where formats.contains(format) {
        let file = "figures/\(named.name).\(format.rawValue)"
        let reasons = workshop.expect(file, from: inputs, files: [file])
        if !reasons.isEmpty, !workshop.isDry {
          jobs.append(Job(file: file, inputs: inputs, figure: named.figure, format: format))
        }
      }
    }
    let renderer = renderer
    let drawn = concurrentMap(jobs) { job -> Result<[UInt8], Failure> in
      Result { () throws(Failure) in try renderer.render(job.figure, as: job.format) }
    }
    guard !jobs.isEmpty else { return }
    var products: [(file: String, inputs: [String: Fingerprint], contents: [UInt8])] = []
    for (job, result) in zip(jobs, drawn) { products.append((job.file, job.inputs, try result.get())) }
    try workshop.put(products)
  }

  private mutating func write(
    _ table: Table, _ name: String, of report: Report
  ) throws(Failure) {
    var coats: [(suffix: String, text: String)] = [
      (".tex", table.latex), (".float.tex", table.latexFloat()), (".md", table.markdown()),
      (".csv", table.csv),
      (".html", table.html),
    ]
    // pandas speaks English.
    if report.style == .original, report.runs.first?.record.experiment.reportLanguage == .english,
      let pandas = PandasTables(of: report.runs).named.first(where: { $0.name == name })
    {
      let theirs = pandas.table.coats(like: table)
      coats = theirs + coats.filter { coat in !theirs.contains { $0.suffix == coat.suffix } }
    }
    try workshop.make(
      "tables/\(name)",
      from: [
        Manifest.shown: Fingerprint(of: coats.map(\.text).joined()), "the program": program,
      ],
      files: coats.map { "tables/\(name)\($0.suffix)" }
    ) { () throws(Failure) in coats.map { Array($0.text.utf8) } }
  }

  private mutating func writeNumbers(of report: Report) throws(Failure) {
    let text = LaTeXNumbers.file(for: report.numbers.values, provenance: report.provenance)
    try workshop.make(
      "numbers.tex", from: [Manifest.shown: Fingerprint(of: text), "the program": program],
      files: ["numbers.tex"]
    ) { () throws(Failure) in [Array(text.utf8)] }
  }

  /// - Parameter values: of the report, for documents, which refer to the figures' files.
  private mutating func fill(
    _ name: String, in library: TemplateLibrary, of report: Report, with values: Values
  ) throws(Failure) {
    // A page carries its figures in it, for which their fingerprints stand in here.
    let isPage = name.hasSuffix(".html")
    let outlined = try isPage ? ReportValues(report) { Array("<svg>\($0.shown)".utf8) }.values : values
    let outline = try library.text(name, with: outlined)
    var inputs = [Manifest.shown: Fingerprint(of: outline), "the program": program]
    for file in library.files(of: name) {
      inputs["the template \(file)"] = Fingerprint(of: library.text(of: file) ?? "")
    }
    let renderer = renderer
    try workshop.make(name, from: inputs, files: [name]) { () throws(Failure) in
      guard isPage else { return [Array(outline.utf8)] }
      let drawn = try ReportValues(report) { named throws(Failure) in
        try renderer.render(named.figure, as: .svg)
      }
      return [Array(PageContents.filled(try library.text(name, with: drawn.values)).utf8)]
    }
  }

  func library() throws(Failure) -> TemplateLibrary {
    for folder in templates where !Files.isFolder(folder) {
      throw Failure(.noInput, "\(folder): no such folder of templates; name it with --templates")
    }
    let library: TemplateLibrary
    do throws(TemplateError) {
      library = try TemplateLibrary(layers: try TemplateLayer.read(templates, language: language.rawValue))
    } catch {
      throw Failure(.badData, error.description)
    }
    let others = ["figures", "tables", "runs", "numbers.tex", "README.md"]
    for name in library.names where others.contains(String(name.prefix { $0 != "/" })) {
      throw Failure(
        .badData,
        "\(library.file(of: name)): the report has a product of that name; give the template another")
    }
    return library
  }
}

extension TemplateLibrary {
  /// A template filled with values.
  fileprivate func text(_ name: String, with values: Values) throws(Failure) -> String {
    do throws(TemplateError) {
      return try filled(name, with: values).text
    } catch {
      throw Failure(.badData, error.description)
    }
  }
}
