import ArgumentParser
import Paper

struct DiffRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Set two output folders, or two runs, beside each other.",
    discussion: """
      A and B are output folders such as output and other/output, of which runs of one name are compared, or run \
      folders such as output/runs/paper. Printed are per run the numbers of both with a verdict, and the settings, \
      data and versions that were changed: fit for a merge request.

      The verdict knows chance: where both runs have several seeds, by Welch's test on the test accuracies over \
      them; of one seed each on the same tracks, by McNemar's exact test of the two networks; of one seed each on \
      other tracks nothing can be told.

      Exit codes: 0 fine, 1 something differs (with --exit-code), 64 usage, 65 a run is damaged, 66 no such folder \
      or no run in it, 74 the output cannot be written, 130 interrupted.
      """)

  @Argument(help: ArgumentHelp("The one folder.", valueName: "A"))
  var first: String

  @Argument(help: ArgumentHelp("The other.", valueName: "B"))
  var second: String

  // Not `--format`, which is render's own and would be taken for that.
  @Flag(help: "Print the comparison as JSON instead of Markdown.")
  var json = false

  @Flag(help: "Exit with 1 where anything differs.")
  var exitCode = false

  func validate() throws {
    for folder in [first, second] where folder.isEmpty {
      throw ValidationError("expected two folders, received nothing for one.")
    }
  }

  func run() {
    Console.run {
      let comparison = try Comparison(of: first, and: second)
      try Console().result(json ? comparison.json() : comparison.markdown)
      return exitCode && !comparison.isSame ? .failed : .fine
    }
  }
}
