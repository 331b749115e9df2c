import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// `render diff` as users run it, on sixty invented tracks.
@Suite struct DiffCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Sample.csv(rows: 60), to: "experiments/tracks.csv")
    try train("output", SmallExperiment.yaml())
  }

  private func train(_ output: String, _ yaml: String, _ arguments: String...) throws {
    try folder.write(yaml, to: "experiments/small.yaml")
    let outcome = try Command.run(
      "train", ["--experiment", "small", "--output", output, "--quiet"] + arguments, in: folder.url)
    try #require(outcome.status == 0, "\(outcome)")
  }

  private func diff(_ arguments: String...) throws -> Command.Outcome {
    try Command.run("render", ["diff"] + arguments, in: folder.url)
  }

  @Test func aFolderBesideItselfDiffersInNothing() throws {
    let outcome = try diff("output", "./output/")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.output.hasPrefix("Nothing differs between output and output: runs,"))
    #expect(try diff("output", "output", "--exit-code").status == 0)
  }

  @Test func aChangeIsToldInTheWordsOfTheExperimentFile() throws {
    try train(
      "faster",
      SmallExperiment.yaml().replacing(
        "batch_size: 10", with: "batch_size: 10\n  optimizer: {adam: {learning_rate: 0.01}}"))
    let outcome = try diff("output", "faster")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.output.hasPrefix("A is output, B is faster.\n\n## small\n\n"))
    #expect(outcome.output.contains("\n## longer\n"))
    #expect(
      outcome.output.hasSuffix(
        """
        ## What was changed

        Settings:

        - `training.optimizer.adam.learning_rate`: `0.001` -> `0.01`

        Data: the same.

        Versions: the same.

        """), "\(outcome)")
    #expect(try diff("output", "faster", "--exit-code").status == 1)
  }

  @Test func seedsAreComparedOverSeedsAndOnlyThere() throws {
    try train("a", SmallExperiment.yaml(), "--seeds", "0-3")
    try train("b", SmallExperiment.yaml(epochs: 2), "--seeds", "0-4")
    let outcome = try diff("a", "b")
    #expect(outcome.output.contains("\n4 seeds of A and 5 of B, on the same 15 test rows: A is right for "))
    #expect(outcome.output.contains("| over seeds "))
    #expect(
      try diff("output", "b").output.contains("\nOne seed of A, though 5 of B, on the same 15 test rows: "))
  }

  @Test func otherTracksAreToldAndNothingIsMadeOfThem() throws {
    try train("b", SmallExperiment.yaml().replacing("seed: 0}", with: "seed: 1}"))
    let outcome = try diff("output/runs/small", "b/runs/small").output
    #expect(outcome.contains("\nOne seed each, on other test rows: "))
    #expect(outcome.contains("Which is better cannot be told.\n"))
    #expect(outcome.contains("- `split.seed`: `0` -> `1`\n"))
    #expect(outcome.contains("- `SHA-256 of the tested rows' numbers`: `"))
  }

  @Test func otherDataAreToldByNameHashRowsAndColumns() throws {
    var lines = String(decoding: Sample.csv(rows: 61), as: UTF8.self).split(separator: "\n").map { $0 + ",1" }
    lines[0] = lines[0].dropLast(2) + ",extra"
    try folder.write(lines.joined(separator: "\n") + "\n", to: "experiments/more`d.csv")
    try train("b", SmallExperiment.yaml(csv: "more`d.csv"))
    let outcome = try diff("output", "b").output
    for line in [
      "- `file`: `tracks.csv` -> ``more`d.csv``", "- `rows`: `60` -> `61`",
      "- `columns`: `17` -> `18 with extra`",
      "- `features`: `9` -> `10 with extra`", "- `rows tested`: `15` -> `16`",
    ] { #expect(outcome.contains(line + "\n"), "\(outcome)") }
  }

  @Test func aCopyOfARunMayHaveAnyName() throws {
    try FileManager.default.copyItem(
      atPath: folder.path + "/output/runs/small", toPath: folder.path + "/before")
    #expect(try diff("before", "output").output.hasPrefix("Nothing differs between before and output: runs,"))
  }

  @Test func programsGetSortedKeysAndFullPrecision() throws {
    try train("b", SmallExperiment.yaml().replacing("units: 4", with: "units: 8"), "--seeds", "0-3")
    try train("a", SmallExperiment.yaml(), "--seeds", "0-3")
    let outcome = try diff("a", "b", "--json")
    #expect(outcome.status == 0)
    struct Answer: Decodable {
      let a, b: String
      let isSame: Bool
      let runs: [Run]
      let changes: [String: [Change]]
      struct Change: Decodable, Equatable { let what: String, a: String?, b: String? }
      struct Run: Decodable { let a, b: String, verdict: Verdict, overSeeds: [Spread] }
      struct Verdict: Decodable {
        let ground, outcome, words: String, difference: Double?, interval: [Double]?
      }
      struct Spread: Decodable { let name: String, a, b: Side, difference: Double? }
      struct Side: Decodable { let seeds: Int, mean, sd: Double, interval: [Double]? }
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let answer = try decoder.decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(answer.a == "a" && answer.b == "b" && !answer.isSame)
    #expect(
      answer.changes["settings"] == [
        .init(
          what: "model[0]", a: "{dense: {activation: relu, units: 4}}",
          b: "{dense: {activation: relu, units: 8}}")
      ])
    #expect(answer.runs.map(\.a) == ["small", "longer"])
    let run = try #require(answer.runs.first)
    #expect(run.verdict.ground == "seeds")
    let seeds = try Files.readText(folder.path + "/b/runs/small/seeds.csv").split(separator: "\n").dropFirst()
    let accuracies = seeds.compactMap {
      Double($0.split(separator: ",", omittingEmptySubsequences: false)[5])
    }
    let spread = try #require(run.overSeeds.first { $0.name == "test.accuracy" })
    #expect(spread.b.seeds == 4)
    // Both add up four numbers, maybe in another order.
    #expect(abs(spread.b.mean - accuracies.reduce(0, +) / 4) < 1e-15)
    #expect(try diff("a", "b", "--json").output == outcome.output)
  }

  @Test func whatIsNotThereIsSaidWithItsStatus() throws {
    let missing = try diff("output", "none")
    #expect(missing.status == 66)
    #expect(missing.errors == "error: none: no such folder\n")
    try folder.write("{", to: "output/runs/small/run.json")
    #expect(try diff("output", "output").status == 65)
    #expect(try diff("output").status == 64)
    #expect(try diff("output", "").status == 64)
  }
}
