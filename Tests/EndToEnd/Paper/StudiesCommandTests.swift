import Evaluation
import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// Studies by the command, on sixty invented tracks.
@Suite struct StudiesCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(SmallExperiment.yaml() + SmallExperiment.studies, to: "experiments/small.yaml")
    try folder.write(Sample.csv(rows: 60), to: "experiments/tracks.csv")
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "templates"), to: folder.url.appending(path: "templates"))
  }

  private func train(_ arguments: String...) throws -> Command.Outcome {
    try Command.run("train", ["--experiment", "small"] + arguments, in: folder.url)
  }

  /// The files of the studies by name.
  private func files(_ output: String = "output") throws -> [String: String] {
    let path = folder.path + "/\(output)/runs/small/studies"
    var files: [String: String] = [:]
    for name in try Files.names(in: path) { files[name] = try Files.readText("\(path)/\(name)") }
    return files
  }

  @Test func everyArmHasAFileThatTellsItsFits() throws {
    let outcome = try train()
    #expect(outcome.status == 0, "\(outcome)")
    let files = try files()
    #expect(
      Set(files.keys).isSuperset(of: [
        "index.json", "small.csv", "wider.csv", "unscaled.csv", "stratified.csv",
        "audit-label-given-away-unnamed-0.csv", "audit-sorted-by-target.csv",
      ]), "\(files.keys)")
    let lines = try #require(files["unscaled.csv"]).split(separator: "\n")
    #expect(lines[0].hasPrefix("series,split_seed,repeat,fold,folds,seed,epochs_run,stop,"))
    #expect(
      lines.dropFirst().map { $0.split(separator: ",").prefix(3).joined(separator: ",") } == [
        "seeds,0,1", "seeds,0,2", "splits,1,1", "splits,2,2",
      ])
    let folds = try #require(files["folded.csv"]).split(separator: "\n")
    #expect(
      folds.dropFirst().map { $0.split(separator: ",").prefix(6).joined(separator: ",") } == [
        "splits,0,0,0,3,0", "splits,0,0,1,3,1", "splits,0,0,2,3,2", "splits,0,1,0,3,3", "splits,0,1,1,3,0",
        "splits,0,1,2,3,1",
      ])
    // What is never shuffled has one split, and only the seeds vary.
    let unshuffled = try #require(files["audit-sorted-by-target.csv"]).split(separator: "\n")
    #expect(unshuffled.dropFirst().allSatisfy { $0.hasPrefix("seeds,0,") })
    #expect(unshuffled.count == 5)
  }

  @Test func theExperimentsOwnFitsAreThoseOfItsSeeds() throws {
    #expect(try train("--seeds", "0-3").status == 0)
    let seeds = try Files.readText(folder.path + "/output/runs/small/seeds.csv").split(separator: "\n")
    let own = try #require(try files()["small.csv"]).split(separator: "\n").filter { $0.hasPrefix("seeds,") }
    #expect(own.map { String($0.dropFirst("seeds,0,,,,".count)) } == seeds.dropFirst().map(String.init))
  }

  @Test func theNumberOfJobsChangesNoByte() throws {
    #expect(try train("--output", "a", "--jobs", "1").status == 0)
    #expect(try train("--output", "b", "--jobs", "3").status == 0)
    #expect(try files("a") == files("b"))
  }

  @Test func onlyWhatChangedIsTrainedAgain() throws {
    let first = try train()
    #expect(first.errors.contains("because it was never made"), "\(first)")
    let again = try train()
    #expect(again.errors.contains(/studies: \d+ fits up to date/), "\(again)")
    let before = try files()

    // A title: nothing is trained, but the report's words are new.
    let yaml = SmallExperiment.yaml() + SmallExperiment.studies
    try folder.write(yaml.replacing("Not scaled", with: "Raw"), to: "experiments/small.yaml")
    let retitled = try train()
    #expect(retitled.errors.contains(/studies: \d+ fits up to date/), "\(retitled)")
    #expect(try #require(try files()["index.json"]).contains("Raw"))

    // One variant: that one.
    try folder.write(yaml.replacing("units: 8", with: "units: 9"), to: "experiments/small.yaml")
    let changed = try train()
    #expect(
      changed.errors.contains(/studies: training 8 fits for 1 of \d+ networks, because model changed/),
      "\(changed)")
    let after = try files()
    #expect(after["wider.csv"] != before["wider.csv"])
    #expect(after["unscaled.csv"] == before["unscaled.csv"])

    // A variant that is gone: its file too.
    let less = yaml.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("unscaled") }.joined(separator: "\n")
    try folder.write(less, to: "experiments/small.yaml")
    #expect(try train().status == 0)
    #expect(try files()["unscaled.csv"] == nil)

    // No studies at all: none of the files.
    try folder.write(SmallExperiment.yaml(), to: "experiments/small.yaml")
    #expect(try train().status == 0)
    #expect(try files().isEmpty)
  }

  @Test func aFileThatWasLostIsTrainedAgainToTheSameBytes() throws {
    #expect(try train().status == 0)
    let before = try files()
    Files.remove(folder.path + "/output/runs/small/studies/wider.csv")
    let outcome = try train()
    #expect(outcome.errors.contains("studies/wider.csv is missing"), "\(outcome)")
    #expect(try files() == before)
  }

  @Test func otherRowsTrainEveryArmAnew() throws {
    #expect(try train().status == 0)
    let before = try files()
    try folder.write(Sample.csv(rows: 80), to: "experiments/tracks.csv")
    let outcome = try train()
    #expect(outcome.errors.contains("because the data changed"), "\(outcome)")
    let after = try files()
    for name in ["small.csv", "wider.csv", "stratified.csv"] {
      #expect(after[name] != before[name], "\(name)")
    }
  }

  @Test func anInterruptedStudyGoesOnToTheSameBytes() throws {
    let yaml = (SmallExperiment.yaml(epochs: 200) + SmallExperiment.studies)
      .replacing("patience: 50", with: "patience: 300").replacing("seeds: 0-3", with: "seeds: 0-99")
    try folder.write(yaml, to: "experiments/small.yaml")
    let arguments = ["--experiment", "small", "--output", "a", "--quiet"]
    var interrupted = 0
    // A busy machine may not have come to the studies after the first of these times, nor begun at all.
    for seconds in [0.3, 0.5, 0.8, 1.2, 2] where interrupted < 2 {
      if try Command.kill("train", arguments, after: seconds, in: folder.url).status == 130 {
        interrupted += 1
      }
    }
    #expect(interrupted > 0)
    #expect(try train("--output", "a").status == 0)
    #expect(try train("--output", "b").status == 0)
    #expect(try files("a") == files("b"))
  }

  @Test func studiesComeAlongWhereSeedsAreJoined() throws {
    #expect(try train("--output", "a", "--seeds", "0-1").status == 0)
    #expect(try train("--output", "b", "--seeds", "2-3", "--no-studies").status == 0)
    let merged = try Command.run("train", ["merge", "a", "b", "--into", "merged"], in: folder.url)
    #expect(merged.status == 0, "\(merged)")
    #expect(try files("merged") == files("a") && !files("a").isEmpty)
    let check = try train("--output", "merged", "--seeds", "0-3", "--check")
    #expect(check.status == 0, "\(check)")
  }

  @Test func theReportTellsTheStudiesAndLeavesOutWhatIsStale() throws {
    #expect(try train().status == 0)
    let rendered = try Command.run("render", [], in: folder.url)
    #expect(rendered.status == 0, "\(rendered)")
    let page = try Files.readText(folder.path + "/output/results.md")
    for words in [
      "## Other networks", "## What the audit found in the data", "| Eight units", "In proportion",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    for name in ["variants", "splits", "audit"] {
      #expect(Files.exists(folder.path + "/output/tables/\(name).float.tex"), "\(name)")
    }

    // Without the studies of the new rows, the old ones are not shown.
    try folder.write(Sample.csv(rows: 80), to: "experiments/tracks.csv")
    let outcome = try train("--no-studies")
    #expect(outcome.errors.contains("studies: not up to date; the report goes without them"), "\(outcome)")
    #expect(try Command.run("render", [], in: folder.url).status == 0)
    #expect(try !Files.readText(folder.path + "/output/results.md").contains("## Other networks"))
    #expect(!Files.exists(folder.path + "/output/tables/variants.tex"))
  }

  @Test func plainModelsAreFittedUnderEachWayToHoldOutTracks() throws {
    let yaml = SmallExperiment.yaml() + "\nbaselines: [majority, stump]\n" + SmallExperiment.studies
    try folder.write(yaml, to: "experiments/small.yaml")
    let outcome = try train()
    #expect(outcome.status == 0, "\(outcome)")
    let files = try files()
    for arm in ["small", "stratified", "folded"] {
      for model in ["majority", "stump"] {
        let lines = try #require(files["\(arm).\(model).csv"]).split(separator: "\n")
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("splits,") }, "\(arm) \(model)")
        #expect(lines.count == (arm == "folded" ? 7 : 5))
      }
    }
    let rendered = try Command.run("render", ["--tables-only"], in: folder.url)
    #expect(rendered.status == 0, "\(rendered)")
    let table = try Files.readText(folder.path + "/output/tables/splits.csv").split(separator: "\n")
    #expect(
      table.dropFirst().map { $0.split(separator: ",")[..<2].joined(separator: ",") } == [
        "At random,network", "At random,majority class", "At random,one-column stump",
        "In proportion,network", "In proportion,majority class", "In proportion,one-column stump",
        "Three folds twice,network", "Three folds twice,majority class", "Three folds twice,one-column stump",
      ])
    // Each plain model is held against the network of its own splits, by Nadeau and Bengio's test, corrected for two.
    func accuracies(_ name: String) throws -> [Double] {
      try DataTable(contentsOf: "\(folder.path)/output/runs/small/studies/\(name).csv").numbers(in: ["test"])[
        0]
    }
    let network = try accuracies("stratified")
    let p = try ["majority", "stump"].map { model in
      let differences = zip(try accuracies("stratified.\(model)"), network).map { $0 - $1 }
      return ResampledTest(try ResampledMean(differences, testRatio: 15.0 / 45)).p
    }
    let told = table.filter { $0.hasPrefix("In proportion,") }.map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[8]
    }
    #expect(told.map { Double($0) } == [nil] + holmCorrected(p).map { Optional($0) })

    // Where all seeds would take too long, they are fitted under the splits of some.
    try folder.write(
      yaml.replacing("  seeds: 0-3\n", with: "  seeds: 0-3\n  plain_seeds: 0-1\n"),
      to: "experiments/small.yaml")
    #expect(try train("--output", "fewer").status == 0)
    let fewer = try self.files("fewer")
    #expect(fewer["small.stump.csv"]?.split(separator: "\n").count == 3)
    #expect(fewer["folded.stump.csv"]?.split(separator: "\n").count == 5)
    #expect(fewer["small.csv"] == files["small.csv"])

    // The network's settings are nothing to them.
    try folder.write(yaml.replacing("epochs: 6", with: "epochs: 7"), to: "experiments/small.yaml")
    let again = try train()
    #expect(again.errors.contains("because training.epochs changed"), "\(again)")
    for (name, text) in try self.files() where name.contains(".majority.") || name.contains(".stump.") {
      #expect(text == files[name], "\(name)")
    }
  }

  @Test func aDryRunTellsWhatWouldBeTrained() throws {
    let outcome = try train("--dry-run")
    #expect(
      outcome.output.contains(/studies: train \d+ fits for \d+ of \d+ networks, because it was never made/),
      "\(outcome)")
    #expect(try files().isEmpty)
  }

  @Test func damagedResultsAreNamed() throws {
    #expect(try train().status == 0)
    let file = folder.path + "/output/runs/small/studies/wider.csv"
    let text = try Files.readText(file)
    try folder.write(
      text.replacing("seeds,0,,,,1", with: "seeds,0,,,,one"), to: "output/runs/small/studies/wider.csv")
    let outcome = try Command.run("render", ["--tables-only"], in: folder.url)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors
        == "error: output/runs/small/studies/wider.csv:3: expected the result of one fit; train again to rewrite it\n",
      "\(outcome)")
  }

  @Test func strictTrainsNothingOnDataWithSeriousFindings() throws {
    let fine = try train("--strict")
    #expect(fine.status == 0, "\(fine)")
    // The index of the rows tells their label, but is dropped; here it is not.
    let yaml = SmallExperiment.yaml().replacing("\"Unnamed: 0\", ", with: "")
    try folder.write(yaml, to: "experiments/small.yaml")
    let outcome = try train("--strict", "--output", "other")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.contains(
        "error: experiments/tracks.csv: 1 serious finding, so --strict trains nothing; `tracks audit` shows the rows\n  "
          + "column 'Unnamed: 0' may give the label away: alone it separates the classes (ROC AUC "),
      "\(outcome)")
    #expect(!Files.exists(folder.path + "/other"))
  }
}
