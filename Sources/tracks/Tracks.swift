import ArgumentParser
import Paper

@main
struct Tracks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tracks",
    abstract: "Split a listener's tracks, or invent some.",
    discussion: """
      Results go to stdout. Exit codes: 0 fine, 64 usage, 65 bad data, 66 no input, 74 the output cannot be written, 130 interrupted.
      """,
    version: Paper.version,
    subcommands: [SplitTracks.self, SampleTracks.self])
}
