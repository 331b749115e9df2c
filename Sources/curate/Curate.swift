import ArgumentParser
import Paper
import TrackData

@main
struct Curate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curate",
    abstract: "Rank unheard tracks by the probability of a like.",
    discussion: """
      Scores the tracks with a run's saved network and scaling. The file needs the columns that the network was \
      trained on, in any order; titles, artists and other columns are shown where they are there. Equally \
      probable tracks keep the order of the file; rows count from 0. Rows with a feature that is missing or no number \
      are skipped and counted.

      With --csv all tracks are printed, unless --top says how many: rank,probability,row and every column of \
      the file that is no feature, probabilities in full precision.

      Exit codes: 0 fine, 64 usage, 65 bad data, 66 no input (train first), 130 interrupted.
      """,
    version: Paper.version)

  @Argument(help: ArgumentHelp("The tracks.", valueName: "tracks.csv"))
  var csv: String

  @Option(
    name: .customLong("run"), help: ArgumentHelp("The run whose network scores them.", valueName: "name"))
  var runName = "paper"

  @Option(help: ArgumentHelp("The folder that holds runs/.", valueName: "folder"))
  var output = "output"

  @Option(help: "How many tracks to print. (default: 20, all with --csv)")
  var top: Int?

  @Option(help: "The character between fields: ',', ';', '|' or tab. (default: found out)")
  var delimiter: String?

  @Option(help: "What stands before the fraction of a number: '.' or ','. (default: found out)")
  var decimal: String?

  @Flag(name: .customLong("csv"), help: "Print CSV for programs instead of a table.")
  var isCSV = false

  @Flag(name: .shortAndLong, help: "Say nothing but warnings and errors.")
  var quiet = false

  func validate() throws {
    if let top, top < 1 {
      throw ValidationError("--top: expected 1 or more, received \(top).")
    }
  }

  func run() {
    Console.run {
      let console = Console(isQuiet: quiet)
      let (model, isSynthetic) = try SavedModel.ofRun(runName, in: Paths(output: output))
      if isSynthetic {
        console.warning(
          "run '\(runName)' was trained on the built-in synthetic sample: its ranking means nothing")
      }
      let curation = try Curation(
        csv: csv, as: TableFormat(delimiter: delimiter, decimal: decimal), by: model,
        top: top ?? (isCSV ? nil : 20))
      if let note = TableFormat.note(curation.table.notes, of: csv) { console.note(note) }
      if let skipped = curation.skippedWarning { console.warning(skipped) }
      console.note(
        "\(curation.tracks.count) of \(curation.table.rowCount) tracks, by the probability of "
          + "'\(model.classes[1])' that run '\(runName)' gives them")
      if isCSV { try curation.writeCSV(console.result) } else { try console.result(curation.text) }
      return .fine
    }
  }
}
