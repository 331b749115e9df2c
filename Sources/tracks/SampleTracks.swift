import ArgumentParser
import Paper
import TrackData

struct SampleTracks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Print the built-in synthetic sample as CSV.",
    discussion: """
      The tracks are invented: per class they have the distributions and rank correlations of a real listener's, \
      and nobody's titles, each of \
      which ends with "(synthetic)": reports made from these rows say so, whatever their number and seed.
      """)

  @Option(parsing: .unconditional, help: "How many tracks.")
  var rows = Sample.rowCount

  @Option(parsing: .unconditional, help: "Another seed gives other tracks of the same kind.")
  var seed = Sample.seed

  func validate() throws {
    guard rows >= 2 else {
      throw ValidationError("--rows: expected 2 or more, one of each class; received \(rows).")
    }
  }

  func run() {
    Console.run {
      try Console().result(String(decoding: Sample.csv(rows: rows, seed: seed), as: UTF8.self))
      return .fine
    }
  }
}
