import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// `curate` with the model of a quick run.
@Suite struct CurateCommandTests {
  private static let tracks = String(decoding: Sample.csv(rows: 60), as: UTF8.self)

  private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run("curate", arguments, in: folder.url)
  }

  private func table(_ outcome: Command.Outcome) throws -> DataTable {
    try DataTable(csv: Array(outcome.output.utf8), file: "stdout")
  }

  @Test func tracksAreRankedByTheProbabilityThatTrainingWrote() throws {
    let folder = try SmallRun.trained(on: Array(Self.tracks.utf8))
    let outcome = try run(folder, "experiments/tracks.csv", "--run", "small", "--csv")
    #expect(outcome.status == 0, "\(outcome)")
    let curated = try table(outcome)
    let rows = try curated.numbers(in: "row").map { Int($0) }
    let probabilities = try curated.text(in: "probability")
    let predicted = try DataTable(contentsOf: folder.path + "/output/runs/small/predictions.csv")
      .text(in: "probability")
    #expect(rows.sorted() == Array(0..<60))
    // To the last digit: the saved model is the one that was trained.
    #expect(probabilities == rows.map { predicted[$0] })
    let numbers = try curated.numbers(in: "probability")
    #expect(
      zip(zip(numbers, rows), zip(numbers, rows).dropFirst()).allSatisfy { (-$0.0, $0.1) < (-$1.0, $1.1) })
    let titles = try DataTable(contentsOf: folder.path + "/experiments/tracks.csv").text(in: "song_title")
    #expect(try curated.text(in: "song_title") == rows.map { titles[$0] })
    #expect(!curated.hasColumn("acousticness"))
  }

  @Test func topTakesTheFirstOfAllInTheSameOrder() throws {
    let folder = try SmallRun.trained(on: Array(Self.tracks.utf8))
    // Every track twice, so that each has its equal.
    let lines = Self.tracks.split(separator: "\n")
    try folder.write((lines + lines.dropFirst()).joined(separator: "\n"), to: "twice.csv")
    let all = try run(folder, "twice.csv", "--run", "small", "--csv").output.split(separator: "\n")
    let top = try run(folder, "twice.csv", "--run", "small", "--csv", "--top", "7").output.split(
      separator: "\n")
    #expect(all.count == 121)
    #expect(top == Array(all.prefix(8)))
    let shown = try run(folder, "twice.csv", "--run", "small").output.split(separator: "\n")
    #expect(shown.count == 21)
    #expect(shown[0].hasPrefix("rank  probability  title"))
  }

  @Test func onlyTheFeaturesAreNeededInAnyOrder() throws {
    let folder = try SmallRun.trained(on: Array(Self.tracks.utf8))
    let table = try DataTable(csv: Array(Self.tracks.utf8), file: "t")
    let features = [
      "valence", "time_signature", "speechiness", "loudness", "liveness", "instrumentalness", "energy",
      "danceability", "acousticness",
    ]
    let columns = try features.map { try table.text(in: $0) }
    let rows = (0..<60).map { row in columns.map { $0[row] }.joined(separator: ",") + "\n" }
    try folder.write(features.joined(separator: ",") + "\n" + rows.joined(), to: "bare.csv")
    let bare = try run(folder, "bare.csv", "--run", "small", "--csv")
    let whole = try run(folder, "experiments/tracks.csv", "--run", "small", "--csv")
    #expect(bare.output.hasPrefix("rank,probability,row\n"), "\(bare)")
    #expect(try self.table(bare).text(in: "row") == self.table(whole).text(in: "row"))
    let text = try run(folder, "bare.csv", "--run", "small", "--quiet")
    #expect(text.output.hasPrefix("rank  probability  row\n"))
    // Invented titles say so of the tracks that trained.
    #expect(
      text.errors
        == "warning: run 'small' was trained on the built-in synthetic sample: its ranking means nothing\n")
    let own = try SmallRun.trained(on: Array(Self.tracks.replacing(Sample.mark, with: "").utf8))
    let quiet = try run(own, "experiments/tracks.csv", "--run", "small", "--quiet")
    #expect(quiet.status == 0 && quiet.errors == "", "\(quiet)")
  }

  @Test func badInput() throws {
    let folder = try SmallRun.trained(on: Array(Self.tracks.utf8))
    func expect(
      _ arguments: String..., status: Int32, message: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
      let outcome = try Command.run("curate", arguments, in: folder.url)
      #expect(outcome.status == status, "\(outcome)", sourceLocation: location)
      #expect(outcome.errors.contains(message), "\(outcome)", sourceLocation: location)
      #expect(outcome.output == "", sourceLocation: location)
    }
    try folder.write(Self.tracks.replacing(",valence,", with: ",valance,"), to: "missing.csv")
    try expect(
      "missing.csv", "--run", "small", status: 65,
      message: "missing.csv: expected a column 'valence', received none of that name; did you mean 'valance'?"
    )
    let lines = Self.tracks.split(separator: "\n")
    try folder.write(
      lines.prefix(2).joined(separator: "\n").replacing(#/\n0,[^,]+,/#, with: "\n0,1e300,"), to: "far.csv")
    try expect(
      "far.csv", "--run", "small", status: 65,
      message: "far.csv:2:3: expected a number like those that the network was trained on in column "
        + "'acousticness', received '1e300'")
    try folder.write(
      lines.prefix(2).joined(separator: "\n").replacing(#/\n0,[^,]+,/#, with: "\n0,,"), to: "empty.csv")
    try expect(
      "empty.csv", "--run", "small", status: 65,
      message: "empty.csv:2:3: expected a number in column 'acousticness', received an empty cell")
    try expect("nowhere.csv", "--run", "small", status: 66, message: "nowhere.csv: expected a CSV file")
    try expect("missing.csv", "--run", "smal", status: 66, message: "did you mean --run small?")
    try expect(
      "missing.csv", status: 66,
      message: "output/runs/paper: no such run; there are longer, small; choose one with --run")
    try expect(
      "missing.csv", "--output", "elsewhere", status: 66,
      message: "elsewhere/runs/paper: no such run; make it with: swift run train --output elsewhere")
    try expect("missing.csv", "--top", "0", status: 64, message: "--top: expected 1 or more, received 0.")
    let model = folder.path + "/output/runs/small/model.safetensors"
    try Files.replace(model, with: try Files.read(model).dropLast(4))
    try expect(
      "experiments/tracks.csv", "--run", "small", status: 65,
      message: "output/runs/small/model.safetensors: expected a whole safetensors file: expected ")
  }
}
