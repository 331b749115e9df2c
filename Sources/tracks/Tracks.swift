import ArgumentParser
import Paper

@main
struct Tracks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tracks",
    abstract: "Look a listener's tracks over, split them, or invent some.",
    discussion: """
      Results go to stdout.

      Exit codes: 0 fine, 1 a strict audit found something, 64 usage, 65 bad data, 66 no input, 74 the output \
      cannot be written, 130 interrupted.
      """,
    version: Paper.version,
    subcommands: [AuditTracks.self, SplitTracks.self, SampleTracks.self])
}
