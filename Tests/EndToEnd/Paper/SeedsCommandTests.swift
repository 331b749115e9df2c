import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// Many seeds by the command, on sixty invented tracks.
@Suite struct SeedsCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(SmallExperiment.yaml(), to: "experiments/small.yaml")
    try folder.write(Sample.csv(rows: 60), to: "experiments/tracks.csv")
  }

  private func train(_ arguments: String...) throws -> Command.Outcome {
    try Command.run("train", ["--experiment", "small"] + arguments, in: folder.url)
  }

  private static let files = ["seeds.csv", "seed_curves.csv", "seed_weights.safetensors"]

  private func seedFiles(_ output: String) throws -> [[UInt8]] {
    try Self.files.map { try Files.read(folder.path + "/\(output)/runs/small/\($0)") }
  }

  @Test func theNumberOfJobsChangesNoByte() throws {
    #expect(try train("--output", "a", "--seeds", "0-7", "--jobs", "1").status == 0)
    #expect(try train("--output", "b", "--seeds", "0-7", "--jobs", "2").status == 0)
    #expect(try seedFiles("a") == seedFiles("b"))
    let lines = try Files.readText(folder.path + "/a/runs/small/seeds.csv").split(separator: "\n")
    #expect(
      lines[0] == "seed,epochs_run,stop,best_epoch,best_val,test,train,overall,tn,fp,fn,tp,auc,collapsed,"
        + "train_tn,train_fp,train_fn,train_tp")
    #expect(lines.dropFirst().map { $0.prefix { $0 != "," } } == (0...7).map { "\($0)" })
  }

  @Test func theNamedSeedIsOneOfThem() throws {
    #expect(try train("--output", "a", "--seeds", "3", "--seed", "3").status == 0)
    let table = try Files.readText(folder.path + "/a/runs/small/seeds.csv")
    let cells = table.split(separator: "\n")[1].split(separator: ",")
    let run = try RunFolder(readingFrom: Paths(output: folder.path + "/a").run("small"))
    #expect(run.record.result.epochsRun == Int(cells[1]))
    let test = try EvaluatedRun(run).splits.first { $0.rows == .test }
    #expect(test?.confusion.accuracy == Double(cells[5]))
  }

  @Test func moreSeedsTrainOnlyTheNewOnes() throws {
    #expect(try train("--output", "a", "--seeds", "0-3").status == 0)
    let more = try train("--output", "a", "--seeds", "0-5")
    #expect(
      more.errors.contains("run 'small': training 6 seeds, 4 of which are known, because the seeds changed"),
      "\(more)")
    #expect(try train("--output", "a", "--seeds", "0-5").errors.contains("run 'small': 6 seeds up to date"))
    #expect(try train("--output", "b", "--seeds", "0-5").status == 0)
    #expect(try seedFiles("a") == seedFiles("b"))
  }

  @Test func anotherSeedForTheRunLeavesTheSeedsAlone() throws {
    #expect(try train("--output", "a", "--seeds", "0-3").status == 0)
    let other = try train("--output", "a", "--seeds", "0-3", "--seed", "1")
    #expect(other.errors.contains("run 'small': training, because"), "\(other)")
    #expect(other.errors.contains("run 'small': 4 seeds up to date"), "\(other)")
    // Another setting does not, and the message says which.
    try folder.write(SmallExperiment.yaml(epochs: 5), to: "experiments/small.yaml")
    let shorter = try train("--output", "a", "--seeds", "0-3")
    #expect(
      shorter.errors.contains("run 'small': training 4 seeds, because training.epochs changed\n"),
      "\(shorter)")
  }

  @Test func seedsTrainedApartAreTheSameAsTogether() throws {
    #expect(try train("--output", "a", "--seeds", "0-2").status == 0)
    #expect(try train("--output", "b", "--seeds", "2-6").status == 0)
    let merged = try Command.run("train", ["merge", "a", "b", "--into", "merged"], in: folder.url)
    #expect(
      merged.errors == "merged: run 'small' with 7 seeds, 0-6\nmerged: run 'longer' with 7 seeds, 0-6\n",
      "\(merged)")
    #expect(try train("--output", "whole", "--seeds", "0-6").status == 0)
    #expect(try seedFiles("merged") == seedFiles("whole"))
    // What was merged is up to date for the command that would have trained it.
    let again = try train("--output", "merged", "--seeds", "0-6")
    #expect(again.errors.contains("run 'small': up to date"), "\(again)")
    #expect(again.errors.contains("run 'small': 7 seeds up to date"), "\(again)")
  }

  @Test func whatFeaturesAreWorthIsMeasuredOnEverySeedAndJoinedWithThem() throws {
    #expect(try train("--output", "a", "--seeds", "0-2").errors.contains("is worth to 3 networks"))
    #expect(try train("--output", "b", "--seeds", "3-4").status == 0)
    #expect(try Command.run("train", ["merge", "a", "b", "--into", "merged"], in: folder.url).status == 0)
    let whole = try train("--output", "whole", "--seeds", "0-4")
    #expect(whole.errors.contains("run 'longer': measuring what each feature is worth to 5 networks"))
    let first = try train("--output", "first", "--seeds", "0-4", "--runs", "first")
    #expect(first.errors.contains("run 'longer': measuring what each feature is worth to its network\n"))
    func importance(_ output: String) throws -> [UInt8] {
      try Files.read(folder.path + "/\(output)/runs/small/importance.csv")
    }
    #expect(try importance("merged") == importance("whole"))
    let table = try RunFolder(readingFrom: Paths(output: folder.path + "/whole").run("small")).importance
    #expect(table?.entries.count == 5 * 9)
    // Nothing is measured twice, and nothing of other seeds is left.
    #expect(!(try train("--output", "merged", "--seeds", "0-4").errors.contains("measuring")))
    #expect(try train("--output", "whole", "--seeds", "0-1").errors.contains("is worth to 2 networks"))
    #expect(try importance("whole") != importance("merged"))
  }

  @Test func whatIsClaimedComesAlongWithTheSeeds() throws {
    try folder.write(RedoneChange.yaml, to: RedoneChange.experiment)
    try folder.write(RedoneChange.claimsYAML, to: RedoneChange.claims)
    #expect(try train("--output", "a", "--seeds", "0-2").status == 0)
    #expect(try train("--output", "b", "--seeds", "3-4").status == 0)
    #expect(
      try Command.run("train", ["merge", "a", "b", "--into", "merged"], in: folder.url).status == 0)
    #expect(try Files.readText(folder.path + "/merged/runs/claims.yaml") == RedoneChange.claimsYAML)
    let values = try Command.run("render", ["values", "claims", "--output", "merged"], in: folder.url)
    #expect(values.output.contains("claims.count"), "\(values)")
    #expect(try train("--output", "merged", "--seeds", "0-4", "--check").status == 0)
  }

  @Test func seedsOfAnotherExperimentAreNotJoined() throws {
    #expect(try train("--output", "a", "--seeds", "0-1").status == 0)
    try folder.write(SmallExperiment.yaml(epochs: 5), to: "experiments/small.yaml")
    #expect(try train("--output", "b", "--seeds", "2-3").status == 0)
    let merged = try Command.run("train", ["merge", "a", "b", "--into", "merged"], in: folder.url)
    #expect(merged.status == 65, "\(merged)")
    #expect(!Files.exists(folder.path + "/merged/runs"))
  }

  @Test func interruptedSeedsGoOnToTheSameBytes() throws {
    let yaml = SmallExperiment.yaml(epochs: 300).replacing("patience: 50", with: "patience: 300")
    try folder.write(yaml, to: "experiments/small.yaml")
    let arguments = ["--experiment", "small", "--output", "a", "--seeds", "0-299", "--quiet"]
    var interrupted = 0
    // A busy machine may not have begun after the first of these times.
    for seconds in [0.2, 0.4, 0.4, 0.8, 1.6, 3.2] where interrupted < 3 {
      let outcome = try Command.kill("train", arguments, after: seconds, in: folder.url)
      if outcome.status == 130 { interrupted += 1 }
    }
    #expect(interrupted > 0)
    #expect(try Command.run("train", arguments, in: folder.url).status == 0)
    #expect(try train("--output", "b", "--seeds", "0-299", "--quiet").status == 0)
    #expect(try seedFiles("a") == seedFiles("b"))
    #expect(
      try Files.names(in: folder.path + "/a/.cache").filter { $0 != "seeds" } == ["lock", "manifest.json"])
  }
}
