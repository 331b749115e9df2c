import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// Training that is interrupted at any moment goes on to the same bytes.
@Suite struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let yaml = SmallExperiment.yaml(epochs: 60_000).replacing("patience: 50", with: "patience: 60000")
      .replacing("epochs: 4}", with: "epochs: 40000}")
    try folder.write(yaml, to: "experiments/small.yaml")
    try folder.write(Sample.csv(rows: 60), to: "experiments/tracks.csv")
  }

  private func train(_ arguments: String...) throws -> Command.Outcome {
    try Command.run("train", ["--experiment", "small", "--quiet"] + arguments, in: folder.url)
  }

  private func files(_ output: String) throws -> [String: [UInt8]] {
    let runs = folder.path + "/\(output)/runs"
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: runs)
    where !Files.isFolder("\(runs)/\(path)") {
      files[path] = try Files.read("\(runs)/\(path)")
    }
    return files
  }

  @Test func aHundredKillsAtRandomMomentsChangeNoByte() throws {
    var generator = SeededGenerator(seed: 100)
    let arguments = ["--experiment", "small", "--quiet", "--output", "killed", "--resume"]
    var interrupted = 0
    for _ in 0..<100 {
      let signal = [SIGINT, SIGTERM, SIGKILL].randomElement(using: &generator) ?? SIGKILL
      let outcome = try Command.kill(
        "train", arguments, by: signal, after: .random(in: 0.01...0.25, using: &generator), in: folder.url)
      // A polite signal has an exit status of its own, a kill the signal itself.
      #expect([0, 128 + signal, signal].contains(outcome.status), "signal \(signal): \(outcome)")
      if outcome.status != 0 { interrupted += 1 }
    }
    #expect(interrupted > 0)
    let last = try train("--output", "killed", "--resume")
    #expect(last.status == 0, "\(last)")
    #expect(try train("--output", "whole").status == 0)
    let (killed, whole) = (try files("killed"), try files("whole"))
    #expect(killed.keys.sorted() == whole.keys.sorted())
    for (path, bytes) in whole { #expect(killed[path] == bytes, "\(path)") }
  }

  /// The checkpoint of a training that was interrupted; tried again where that was before, between or after
  /// its runs, as it may be on a busy machine.
  private func interrupted() throws -> String? {
    let arguments = ["--experiment", "small", "--quiet", "--output", "a", "--force"]
    let checkpoints = ["small", "longer"].map { "a/runs/\($0)/checkpoint" }
    for tenths in 1...30 {
      let outcome = try Command.kill(
        "train", arguments, by: SIGINT, after: Double(tenths) / 10, in: folder.url)
      guard let checkpoint = checkpoints.first(where: { Files.exists(folder.path + "/\($0)") }) else {
        continue
      }
      #expect(outcome.status == 130, "\(outcome)")
      return checkpoint
    }
    return nil
  }

  @Test func aCheckpointOfSomethingElseIsRefusedWithTheReason() throws {
    let checkpoint = try #require(try interrupted())

    try folder.write(Sample.csv(rows: 61), to: "experiments/other.csv")
    let other = try train("--output", "a", "--resume", "--data", "experiments/other.csv")
    #expect(other.status == 65)
    #expect(other.errors.contains("cannot be gone on from: the data changed since"), "\(other)")

    let bytes = try Files.read(folder.path + "/\(checkpoint)")
    // As a version of the program with another fingerprint has left it.
    let key = Array("\"the program\":\"".utf8)
    let start = try #require(bytes.firstRange(of: key)).upperBound
    var older = bytes
    older[start] = bytes[start] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    try Files.replace(folder.path + "/\(checkpoint)", with: older)
    let version = try train("--output", "a", "--resume")
    #expect(version.status == 65)
    #expect(
      version.errors.contains("\(checkpoint): cannot be gone on from: the program changed since"),
      "\(version)")

    try Files.replace(folder.path + "/\(checkpoint)", with: bytes)
    let file = folder.path + "/experiments/small.yaml"
    let yaml = try Files.readText(file)
    try folder.write(yaml.replacing("batch_size: 10", with: "batch_size: 11"), to: "experiments/small.yaml")
    let experiment = try train("--output", "a", "--resume")
    #expect(experiment.status == 65)
    // The second run goes on from the first, which is another now as well.
    let reason = checkpoint.contains("small") ? "training.batch_size changed since" : "changed since"
    #expect(experiment.errors.contains("\(checkpoint): cannot be gone on from: "), "\(experiment)")
    #expect(experiment.errors.contains(reason), "\(experiment)")
    try folder.write(yaml, to: "experiments/small.yaml")

    try Files.replace(folder.path + "/\(checkpoint)", with: Array(bytes.dropLast(5)))
    let damaged = try train("--output", "a", "--resume")
    #expect(damaged.status == 65)
    #expect(damaged.errors.contains("\(checkpoint): cannot be gone on from: it is damaged: "), "\(damaged)")
  }
}
