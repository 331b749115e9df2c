import ArgumentParser
import Paper

struct CheckReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that nothing is stale, that every number is used, and that every key names one.",
    discussion: """
      Makes and changes nothing; takes the options of render, such as --output and --templates. A number is used \
      when a template prints it, a claim or a document asks for it, or the file offered.keys among the templates \
      names it; of the same number of several runs or rows one is enough. Whether the runs themselves are up to \
      date with experiment and data, train --check says.

      Exit codes: 0 fine, 1 something is stale, unused, unknown or not as claimed, 64 usage, 65 bad data or \
      template, 66 no input (train first), 74 input or output.
      """)

  @ParentCommand var render: Render

  @Option(
    help: ArgumentHelp(
      "A LaTeX document whose \\liner{key} are numbers in use; may be given several times.", valueName: "tex")
  )
  var document: [String] = []

  @Flag(help: "Also fail when a claim comes out otherwise than its author expects.")
  var claims = false

  func run() {
    Console.run {
      let console = Console(isQuiet: render.quiet)
      let check = try ReportCheck(
        try render.stage(isDry: true), try render.selection(), documents: document, checksClaims: claims)
      try console.result(check.problems.map { "\($0.kind.rawValue): \($0.text)\n" }.joined())
      guard check.problems.isEmpty else { return .failed }
      console.note(
        "\(render.output): all \(check.productCount) products are up to date, all numbers are used")
      if claims { console.note("\(render.output): \(check.claimsSentence)") }
      return .fine
    }
  }
}
