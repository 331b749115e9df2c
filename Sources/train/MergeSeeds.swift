import ArgumentParser
import Paper

struct MergeSeeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join seeds that were trained apart into one output folder.",
    discussion: """
      Each folder holds what `train --seeds … --output folder` wrote, for the same experiment, data and version. \
      The merged folder has the same bytes as if one command had trained all of the seeds.

      Exit codes: 0 fine, 64 usage, 65 folders that do not belong together, 66 no input, 73 cannot create.
      """)

  @Argument(help: ArgumentHelp("The folders to join.", valueName: "folder"))
  var folders: [String]

  // Not `--output`, which is train's own and would be taken for that.
  @Option(help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var into: String

  func validate() throws {
    guard !into.isEmpty else { throw ValidationError("--into: expected a folder, received nothing.") }
  }

  func run() {
    Console.run {
      let paths = Paths(output: into)
      let lock = try OutputLock(paths)
      defer { withExtendedLifetime(lock) {} }
      var merge = SeedMerge(folders, into: paths)
      for (run, seeds) in try merge.run() {
        Console().note("\(into): run '\(run)' with \(seeds.seeds.count) seeds, \(seeds)")
      }
      return .fine
    }
  }
}
