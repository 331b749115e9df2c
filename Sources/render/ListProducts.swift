import ArgumentParser
import Paper

struct ListProducts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the figures, tables and texts of the report, and what is stale.",
    discussion: """
      Takes the options of render, such as --output, --only and --style, and makes nothing.

      Exit codes: 0 fine, 64 usage, 65 bad data or template, 66 no input (train first), 74 input or output.
      """)

  @ParentCommand var render: Render

  @Flag(help: "As JSON.")
  var json = false

  func run() {
    Console.run {
      var stage = try render.stage(isDry: true)
      let list = ProductList(try stage.run(try render.selection()))
      try Console().result(json ? try list.json() : list.text)
      return .fine
    }
  }
}
