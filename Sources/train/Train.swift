import ArgumentParser
import Paper

@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train an experiment's network and write one folder a run.",
    discussion: """
      Reads the tracks from --data, else from the csv that the experiment names, else from a built-in synthetic
      sample, and says which. A run whose data, settings and program are the same as before is left as it is.

      Exit codes: 0 fine, 1 failed, 64 usage, 65 bad data, 66 no input, 73 cannot create, 74 input or output,
      130 interrupted.
      """,
    version: Paper.version)

  @Option(help: "An experiment file, or the name of one under experiments/.")
  var experiment = "paper"

  @Option(help: ArgumentHelp("The tracks, instead of those the experiment names.", valueName: "csv"))
  var data: String?

  @Option(help: ArgumentHelp("The folder for all that is made.", valueName: "folder"))
  var output = "output"

  @Option(help: "The seed of the training (weights, dropout, order of rows), instead of the experiment's.")
  var seed: UInt64?

  @Flag(help: "Train again what is up to date.")
  var force = false

  @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
  var quiet = false

  func run() {
    Console.run {
      let console = Console(isQuiet: quiet)
      var experiment = try Experiment(named: experiment)
      if let seed { experiment.setTrainingSeed(seed) }
      let source = try TrackSource(for: experiment, data: data)
      if source.isSynthetic {
        console.warning(
          "there is no \(experiment.data.csv ?? "csv"), so the tracks are the built-in synthetic sample; "
            + "give your own with --data or DATA=")
      } else {
        console.note("tracks from \(data ?? experiment.data.csv ?? source.file)")
      }
      var stage = TrainingStage(
        experiment, source: source, paths: Paths(output: output), program: try Program.fingerprint(),
        isForced: force)
      let progress = ProgressLine(console)
      try stage.run(tell: progress.show)
      return .fine
    }
  }
}
