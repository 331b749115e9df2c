import ArgumentParser
import Figures
import Paper

@main
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw the figures, write the tables and fill in the templates, from the run folders alone.",
    discussion: """
      Never trains. What is up to date is left as it is.

      Exit codes: 0 fine, 1 failed, 64 usage, 65 bad data or template, 66 no input (train first), 69 a font is \
      missing, 73 cannot create, 74 input or output, 130 interrupted.
      """,
    version: Paper.version,
    subcommands: [ListProducts.self, CheckReport.self, ListValues.self, DiffRuns.self, DrawGallery.self])

  @Option(help: ArgumentHelp("The folder that holds runs/ and takes the products.", valueName: "folder"))
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "A folder of templates to lay over the standard ones; may be given several times, and is remembered: "
        + "'\(Paths.templates)' goes back to the standard ones.", valueName: "folder"))
  var templates: [String] = []

  @Flag(help: "Only the folders of --templates, without the standard templates.")
  var templatesOnly = false

  @Flag(help: "Only the figures.")
  var figuresOnly = false

  @Flag(help: "Only the tables.")
  var tablesOnly = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only the products of these names, such as loss, test_data or results.md.", valueName: "name"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "The figures' formats, of pdf,png,svg,pgf,csv; by default the experiment's, or all.", valueName: "list")
  )
  var format: String?

  @Option(
    help:
      "Another look than the experiment's: journal, or original (what pandas and matplotlib gave the paper).")
  var style: Experiment.Style?

  @Option(
    help: ArgumentHelp(
      "The figures' width: column, text, or such as 86mm, 3.4in, 246pt (TeX's points); by default the experiment's or the look's.",
      valueName: "width"))
  var width: String?

  @Flag(help: "Make again what is up to date.")
  var force = false

  @Flag(help: "Only print what would be made, and why.")
  var dryRun = false

  @Flag(help: "Say of each product why it is made.")
  var explain = false

  @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
  var quiet = false

  func validate() throws {
    guard !(figuresOnly && tablesOnly) else {
      throw ValidationError("--figures-only and --tables-only leave nothing; give one of them or neither.")
    }
    _ = try formats()
    _ = try figureWidth()
    try requireFolder(output, of: "--output")
    for folder in templates { try requireFolder(folder, of: "--templates") }
    guard !(templatesOnly && templates.isEmpty) else {
      throw ValidationError("--templates-only: expected --templates with a folder beside it.")
    }
  }

  private func requireFolder(_ path: String, of option: String) throws {
    if path.isEmpty { throw ValidationError("\(option): expected a folder, received nothing.") }
  }

  func run() {
    Console.run {
      let console = Console(isQuiet: quiet)
      let selection = try selection()
      let paths = Paths(output: output)
      try RunFolder.expectRuns(in: paths)
      let lock = dryRun ? nil : try OutputLock(paths)
      var stage = try stage(isDry: dryRun)
      let outcomes = try withExtendedLifetime(lock) { try stage.run(selection) }
      if dryRun { try tell(outcomes, removed: stage.removed, to: console) }
      say(outcomes, of: stage, to: console)
      return .fine
    }
  }

  /// What of the report the options ask for.
  func selection() throws -> PresentationStage.Selection {
    var selection = PresentationStage.Selection()
    selection.figures = !tablesOnly
    selection.tables = !figuresOnly
    selection.text = !figuresOnly && !tablesOnly
    selection.only = only.isEmpty ? nil : only
    selection.formats = try formats()
    selection.style = style
    selection.width = try figureWidth()
    return selection
  }

  /// The templates that the options name; `nil` for none.
  var given: TemplateChoice? {
    templates.isEmpty ? nil : TemplateChoice(templates, isAlone: templatesOnly)
  }

  /// The stage that the options ask for.
  func stage(isDry: Bool) throws(Failure) -> PresentationStage {
    PresentationStage(
      paths: Paths(output: output),
      given: given,
      program: try Program.fingerprint(), renderer: CairoFigures(), isForced: force, isDry: isDry)
  }

  private func formats() throws -> Set<FigureFormat>? {
    guard let format else { return nil }
    let words = format.split(separator: ",", omittingEmptySubsequences: false)
    return try Set(
      words.map { word in
        guard let format = FigureFormat(rawValue: String(word)) else {
          let all = FigureFormat.allCases.map(\.rawValue).joined(separator: ",")
          throw ValidationError("--format: expected some of \(all), received '\(word)'.")
        }
        return format
      })
  }

  private func figureWidth() throws -> FigureWidth? {
    guard let width else { return nil }
    guard let known = FigureWidth(width) else {
      throw ValidationError(
        "--width: expected column, text, or from 2 to 40 inches such as 86mm, 3.4in or 246pt, received '\(width)'."
      )
    }
    return known
  }

  /// The plan, a line for each product.
  private func tell(_ outcomes: [PresentationStage.Outcome], removed: [String], to console: Console) throws {
    let made = outcomes.filter(\.isMade).map { "make \($0.name): \($0.reasons.joined(separator: ", "))\n" }
    let gone = removed.map { "remove \($0): the report has it no more\n" }
    try console.result((made + gone).joined())
  }

  private func say(_ outcomes: [PresentationStage.Outcome], of stage: PresentationStage, to console: Console)
  {
    if !stage.rememberedTemplates.isEmpty {
      console.note(
        "\(output): with the templates of \(stage.rememberedTemplates.joined(separator: ", ")), as before; "
          + "--templates \(Paths.templates) leaves them out")
    }
    let made = outcomes.filter(\.isMade)
    if explain && !dryRun {
      for product in made {
        console.note("\(output)/\(product.name): made because \(product.reasons.joined(separator: ", "))")
      }
    }
    if let first = made.first {
      let others = made.count == outcomes.count ? "" : ", \(outcomes.count - made.count) were up to date"
      console.note(
        "\(output): \(dryRun ? "would make" : "made") \(made.count) of \(outcomes.count) products\(others); "
          + "\(first.name) because \(first.reasons.joined(separator: ", "))")
    } else {
      console.note("\(output): all \(outcomes.count) products are up to date")
    }
    if !stage.changes.isEmpty {
      console.note("\(output): changed since the last report: \(stage.changes.joined(separator: ", "))")
    }
    for file in stage.kept { console.warning(file.message) }
    if !dryRun && !stage.removed.isEmpty {
      console.note(
        "\(output): removed what the report has no more: \(stage.removed.joined(separator: ", "))")
    }
  }
}

extension Experiment.Style: ExpressibleByArgument {}
