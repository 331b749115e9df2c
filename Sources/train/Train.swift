import ArgumentParser
import Foundation
import Paper
import Synchronization
import TrackData

@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train an experiment's network and write one folder a run.",
    discussion: """
      Reads the tracks from --data, else from the csv that the experiment names, else from a built-in synthetic \
      sample, and says which. A run whose data, settings and program are the same as before is left as it is. The \
      experiment's baselines are fitted to the same training rows, those that validate for the network included. \
      A study or baseline that the data cannot bear is left out with a warning, and the report says so.

      Exit codes: 0 fine, 1 failed, 64 usage, 65 bad data, 66 no input, 73 cannot create, 74 input or output, \
      130 interrupted.
      """,
    version: Paper.version, subcommands: [MergeSeeds.self])

  @Option(help: "An experiment file, or the name of one under experiments/.")
  var experiment = "paper"

  @Option(help: ArgumentHelp("The data, instead of those the experiment names.", valueName: "csv"))
  var data: String?

  @Option(
    help: "The character between fields: ',', ';', '|' or tab. (default: the experiment's, else found out)")
  var delimiter: String?

  @Option(
    help:
      "What stands before the fraction of a number: '.' or ','. (default: the experiment's, else found out)")
  var decimal: String?

  @Option(help: ArgumentHelp("The folder for all that is made.", valueName: "folder"))
  var output = "output"

  @Option(
    parsing: .unconditional,
    help: "The seed of the training (weights, dropout, order of rows), instead of the experiment's.")
  var seed: UInt64?

  @Option(
    help: "Also train from all of these seeds, such as 0-99 or 3,5,8, instead of the experiment's seeds.")
  var seeds: SeedList?

  @Option(
    parsing: .unconditional,
    help: "How many fits of seeds and studies to make at a time, at most as many as there are cores.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Which runs to train from all seeds: all, or the first.")
  var runs = SeededRuns.all

  @Flag(inversion: .prefixedNo, help: "Whether to train the experiment's studies too.")
  var studies = true

  @Flag(
    help:
      "Stop before anything is trained when the audit has serious findings or something would be left out.")
  var strict = false

  @Flag(help: "Go on with a run that was interrupted, instead of beginning it anew.")
  var resume = false

  @Flag(help: "Train again what is up to date.")
  var force = false

  @Flag(help: "Only print what would be trained, and why.")
  var dryRun = false

  @Flag(help: "As --dry-run, and exit with 1 when there is anything to do.")
  var check = false

  @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
  var quiet = false

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs: expected 1 or more, received \(jobs).") }
    guard !output.isEmpty else { throw ValidationError("--output: expected a folder, received nothing.") }
    if let seed, seed > UInt64(SeedList.largest) {
      throw ValidationError("--seed: expected at most \(SeedList.largest), received \(seed).")
    }
  }

  func run() {
    Console.run {
      let console = Console(isQuiet: quiet)
      var experiment = try Experiment(named: experiment)
      if let seed { experiment.setTrainingSeed(seed) }
      experiment.data.format = try TableFormat(
        delimiter: delimiter, decimal: decimal, else: experiment.data.format)
      let source = try TrackSource(for: experiment, data: data)
      say(source, experiment.data.csv, to: console)
      experiment = experiment.worded(for: source)
      if strict { try TrackAudit(of: source, experiment).refuseSerious(for: experiment) }
      let training = try TrainingPlan(
        experiment, source: source, trainsStudies: studies, isStrict: strict)
      for line in training.warnings { console.warning(line) }
      if let note = training.note { console.note(note) }
      let (paths, program) = (Paths(output: output), try Program.fingerprint())
      let isDry = dryRun || check
      let lock = isDry ? nil : try OutputLock(paths)
      defer { withExtendedLifetime(lock) {} }
      let progress = Mutex(ProgressLine(console))
      let plan = Mutex("")
      var stage = TrainingStage(
        experiment, source: source, paths: paths, program: program, plan: training, isForced: force,
        resumes: resume, isDry: isDry)
      try stage.run { event in
        if case .plan(let line) = event { plan.withLock { $0 += line + "\n" } }
        progress.withLock { $0.show(event) }
      }
      var baselines = BaselineStage(
        experiment, source: source, fitter: LibraryBaselines(), paths: paths, program: program,
        plan: training, isForced: force, isDry: isDry)
      try baselines.run { event in
        if case .plan(let line) = event { plan.withLock { $0 += line + "\n" } }
        progress.withLock { $0.show(event) }
      }
      if let seeds = seeds ?? experiment.seeds {
        var stage = SeedStage(
          experiment, source: source, seeds: seeds, jobs: jobs, paths: paths, program: program,
          plan: training, isForced: force, isDry: isDry)
        try stage.run(all: runs == .all) { event in
          if case .plan(let line) = event { plan.withLock { $0 += line + "\n" } }
          progress.withLock { $0.show(event) }
        }
      }
      var importance = ImportanceStage(
        experiment, source: source, paths: paths, program: program, plan: training, isForced: force,
        isDry: isDry)
      try importance.run { event in
        if case .plan(let line) = event { plan.withLock { $0 += line + "\n" } }
        progress.withLock { $0.show(event) }
      }
      var studyStage = StudyStage(
        experiment, source: source, fitter: LibraryBaselines(), jobs: jobs, paths: paths, program: program,
        isForced: force, isDry: isDry)
      try studyStage.run(training) { event in
        if case .plan(let line) = event { plan.withLock { $0 += line + "\n" } }
        progress.withLock { $0.show(event) }
      }
      let lines = plan.withLock { $0 }
      try console.result(lines)
      return check && !lines.isEmpty ? .failed : .fine
    }
  }

  private func say(_ source: TrackSource, _ csv: String?, to console: Console) {
    defer {
      for note in [source.formatNote, source.incompleteNote].compactMap(\.self) { console.note(note) }
    }
    if let data {
      console.note("data from \(data)" + (source.isSynthetic ? ", a synthetic sample" : ""))
    } else if source.isSynthetic {
      console.warning(
        "there is no \(csv ?? "csv"), so the data are the built-in synthetic sample; "
          + "give your own with --data or DATA=")
    } else {
      console.note("data from \(csv ?? source.file)")
    }
  }
}

/// Which runs are trained from all seeds.
enum SeededRuns: String, ExpressibleByArgument, CaseIterable {
  case first
  case all
}

extension SeedList: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}
