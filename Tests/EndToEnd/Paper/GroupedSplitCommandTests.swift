import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// Splits that keep an artist's tracks together, from the experiment file to the report; and `tracks split`.
@Suite struct GroupedSplitCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Sample.csv(rows: 200), to: "experiments/tracks.csv")
    try write(split: "{test: 0.25, seed: 0, group: artist}")
  }

  private func write(split: String) throws {
    try folder.write(
      SmallExperiment.yaml().replacing("{test: 0.25, seed: 0}", with: split), to: "experiments/small.yaml")
  }

  private func train(_ arguments: String...) throws -> Command.Outcome {
    try Command.run("train", ["--experiment", "small"] + arguments, in: folder.url)
  }

  private func expect(
    _ command: String, _ arguments: [String], status: Int32, message: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Command.run(command, arguments, in: folder.url)
    #expect(outcome.status == status, "\(outcome)", sourceLocation: location)
    #expect(outcome.errors.contains(message), "\(outcome)", sourceLocation: location)
    #expect(outcome.output == "", sourceLocation: location)
  }

  private func groups() throws -> RunRecord.Groups? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let record = folder.url.appending(path: "output/runs/small/run.json")
    return try decoder.decode(RunRecord.self, from: Data(contentsOf: record)).split.groups
  }

  @Test func anArtistIsNeverInTwoPartsOfARun() throws {
    #expect(try train().status == 0)
    let artists = try DataTable(contentsOf: folder.path + "/experiments/tracks.csv").text(in: "artist")
    for run in ["small", "longer"] {
      let rows = try DataTable(contentsOf: folder.path + "/output/runs/\(run)/predictions.csv")
      let parts = try rows.text(in: "split")
      var partsOfArtist: [String: Set<String>] = [:]
      for (row, part) in parts.enumerated() { partsOfArtist[artists[row], default: []].insert(part) }
      #expect(partsOfArtist.values.allSatisfy { $0.count == 1 })
      #expect(Set(parts) == ["train", "validation", "test"])
    }
    let groups = try #require(try groups())
    #expect(groups.column == "artist")
    #expect(groups.train + groups.validation + groups.test == Set(artists).count)
    #expect(groups.sharedTestRows == 0 && groups.sharedValidationRows == 0)
  }

  @Test func trainingTwiceOrWithManySeedsKeepsTheSplit() throws {
    #expect(try train("--output", "a").status == 0)
    #expect(try train("--output", "b", "--seed", "5").status == 0)
    func parts(_ output: String) throws -> [String] {
      try DataTable(contentsOf: folder.path + "/\(output)/runs/small/predictions.csv").text(in: "split")
    }
    #expect(try parts("a") == parts("b"))
    let seeds = try train("--output", "a", "--seeds", "0-3")
    #expect(seeds.status == 0, "\(seeds)")
    #expect(try Files.readText(folder.path + "/a/runs/small/seeds.csv").split(separator: "\n").count == 5)
  }

  @Test func anotherGroupTrainsAnew() throws {
    #expect(try train().status == 0)
    try write(split: "{test: 0.25, seed: 0}")
    let outcome = try train()
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("training, because split changed"), "\(outcome)")
    // Without a group it is told how many test tracks share an artist all the same.
    let groups = try #require(try groups())
    #expect(groups.column == "artist" && groups.sharedTestRows > 0)
  }

  @Test func theReportSaysWhetherArtistsAreOnBothSides() throws {
    let templates = Checkout.root.appending(path: "templates")
    try FileManager.default.copyItem(at: templates, to: folder.url.appending(path: "templates"))
    func results() throws -> String {
      #expect(try train().status == 0)
      let outcome = try Command.run("render", [], in: folder.url)
      #expect(outcome.status == 0, "\(outcome)")
      return try ["md", "tex"].map { try Files.readText(folder.path + "/output/results.\($0)") }.joined()
        + Files.readText(folder.path + "/output/report.html")
    }
    let grouped = try results()
    #expect(grouped.components(separatedBy: "with the same artist are never on both sides").count == 4)
    let drawn = "drawn from the training tracks as the test tracks are from all"
    #expect(grouped.components(separatedBy: drawn).count == 4)
    try write(split: "{test: 0.25, seed: 0}")
    let plain = try results()
    let shared = try #require(try groups()).sharedTestRows
    #expect(plain.components(separatedBy: "Of the test tracks \(shared) (").count == 4)
    #expect(plain.components(separatedBy: "30 validate (the last of the training tracks)").count == 4)
  }

  @Test func aRunFolderOfBeforeThereWereGroupsIsStillRead() throws {
    try folder.write("{{small.test.rows}}\n", to: "templates/results.md")
    try write(split: "{test: 0.25, seed: 0}")
    #expect(try train().status == 0)
    for run in ["small", "longer"] {
      let path = "output/runs/\(run)/run.json"
      var text = try Files.readText(folder.path + "/" + path)
      text.replace(#/,?\s*"groups" : \{[^}]*\},?/#, with: "")
      text.replace(#/,\s*"validation" : "tail"/#, with: "")
      #expect(!text.contains("groups") && !text.contains("tail"))
      try folder.write(text, to: path)
    }
    let outcome = try Command.run("render", ["--tables-only"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func aGroupThatIsNoColumn() throws {
    try write(split: "{group: artits}")
    try expect(
      "train", ["--experiment", "small"], status: 65,
      message: "split.group: expected a column of tracks.csv to group rows by, received 'artits'; "
        + "did you mean 'artist'?")
  }

  @Test func anArtistThatIsNotGiven() throws {
    var lines = String(decoding: Sample.csv(rows: 60), as: UTF8.self).split(separator: "\n")
    let last = try #require(lines[4].lastIndex(of: ","))
    lines[4] = lines[4][...last]
    try folder.write(lines.joined(separator: "\n") + "\n", to: "experiments/tracks.csv")
    try expect(
      "train", ["--experiment", "small"], status: 65,
      message: "expected a group in column 'artist', received an empty cell")
    // Where nothing is grouped, nobody has to have an artist.
    try write(split: "{test: 0.25, seed: 0}")
    #expect(try train().status == 0)
    #expect(try groups() == nil)
  }

  @Test func aGroupThatTakesAClassAlong() throws {
    // By a column that is the class in other words.
    let table = try DataTable(contentsOf: folder.path + "/experiments/tracks.csv")
    let lines = String(decoding: Sample.csv(rows: 200), as: UTF8.self).split(separator: "\n")
    let verdicts = try table.text(in: "target").map { $0 == "1" ? ",yes" : ",no" }
    let text = zip(lines, [",verdict"] + verdicts).map { "\($0)\($1)\n" }.joined()
    try folder.write(text, to: "experiments/tracks.csv")
    try folder.write(
      SmallExperiment.yaml().replacing("{test: 0.25, seed: 0}", with: "{test: 0.5, group: verdict}")
        .replacing("drop: [key", with: "drop: [verdict, key"), to: "experiments/small.yaml")
    try expect(
      "train", ["--experiment", "small"], status: 65,
      message:
        "error: experiments/small.yaml:9:8: split: expected training rows of every class, received none of class"
    )
    try folder.write(
      SmallExperiment.yaml().replacing("{test: 0.25, seed: 0}", with: "{test: 3, group: verdict}")
        .replacing("drop: [key", with: "drop: [verdict, key"), to: "experiments/small.yaml")
    try expect(
      "train", ["--experiment", "small"], status: 65,
      message:
        "error: experiments/small.yaml:9:8: split: expected a test size between 0 and 1, or of 1 to 1 groups, received 3 groups; "
        + "change the split")
  }
}
