import ArgumentParser
import Paper

struct ListValues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values",
    abstract: "List every number of the prose: its key, its value and what it means.",
    discussion: """
      Templates print a number by {{key}}, LaTeX documents by \\liner{key}. Inside the sections runs and splits of \
      a template the parts of the key for run and rows are left out, and the classes are called negative and \
      positive.

      Exit codes: 0 fine, 64 nothing of that name, 65 bad data, 66 no input (train first), 74 input or output.
      """)

  @ParentCommand var render: Render

  @Argument(
    help: ArgumentHelp(
      "Only the numbers that have all of these words in key or meaning, such as test.accuracy.",
      valueName: "word"))
  var words: [String] = []

  @Flag(help: "As JSON, values whole.")
  var json = false

  func run() {
    Console.run {
      var glossary = try Glossary(readingFrom: Paths(output: render.output), given: render.given)
      try glossary.filter(by: words)
      try Console().result(json ? try glossary.json() : glossary.text)
      return .fine
    }
  }
}
