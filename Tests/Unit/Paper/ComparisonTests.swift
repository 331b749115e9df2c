import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// Two folders of small runs beside each other, trained in the test itself.
@Suite struct ComparisonTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Sample.csv(rows: 60), to: "tracks.csv")
  }

  /// Trains an experiment into a folder of this name.
  private func train(_ name: String, _ yaml: String = SmallExperiment.yaml(), seeds: String? = nil) throws
    -> String
  {
    let experiment = try Experiment(yaml: yaml, file: folder.path + "/small.yaml")
    let paths = Paths(output: folder.path + "/" + name)
    let source = try TrackSource(for: experiment, data: nil)
    let program = Fingerprint(of: "a test")
    var stage = TrainingStage(experiment, source: source, paths: paths, program: program)
    try stage.run()
    if let seeds, let list = SeedList(seeds) {
      var study = SeedStage(
        experiment, source: source, seeds: list, jobs: 1, paths: paths, program: program)
      try study.run()
    }
    return paths.output
  }

  /// Lets a run be right for the first of its test rows, with a probability of 0.9 for what it says.
  private func call(_ right: Int, in output: String, run: String = "small") throws {
    let path = "\(output)/runs/\(run)/predictions.csv"
    var left = right
    let lines = try Files.readText(path).split(separator: "\n").map { line -> String in
      let cells = line.split(separator: ",")
      guard cells[0] != "row" else { return String(line) }
      let isRight = cells[1] != "test" || left > 0
      if cells[1] == "test" { left -= 1 }
      let probability = (cells[2] == "1") == isRight ? "0.9" : "0.1"
      return cells[..<3].joined(separator: ",") + "," + probability
    }
    try Files.replace(path, with: lines.joined(separator: "\n") + "\n")
  }

  private func markdown(_ a: String, _ b: String) throws -> String {
    // The folders' names are those of the day, and which epoch is best the network decides.
    try Comparison(of: a, and: b).markdown.replacing(folder.path + "/", with: "")
      .replacing(#/\| best\\_epoch.*\n/#, with: "")
  }

  @Test func aFolderBesideItselfDiffersInNothing() throws {
    let (a, b) = (try train("a"), try train("b"))
    for (one, other) in [(a, a), (a, b), (a + "/runs/small", b + "/runs/small")] {
      let comparison = try Comparison(of: one, and: other)
      #expect(comparison.isSame)
      #expect(comparison.markdown.hasPrefix("Nothing differs between "))
    }
  }

  @Test func theSameSettingsWithOtherNumbersAreNotTheSame() throws {
    let (a, b) = (try train("a"), try train("b"))
    try call(15, in: b)
    let comparison = try Comparison(of: a, and: b)
    #expect(!comparison.isSame)
    #expect(comparison.markdown.contains(" of 60 probabilities differ, by "))
    #expect(comparison.markdown.contains("Settings: the same.\n\nData: the same.\n\nVersions: the same.\n"))
  }

  @Test func runsOfOneSideOnlyAreNamed() throws {
    let a = try train("a")
    let b = try train("b", SmallExperiment.yaml().replacing("name: longer", with: "name: other"))
    let text = try markdown(a, b)
    #expect(text.contains("Only A has a run longer.\n\nOnly B has a run other.\n"))
    // Where no name is on both sides, the first runs are compared.
    let c = try train(
      "c",
      SmallExperiment.yaml().replacing(#/name: small(?=,)/#, with: "name: x").replacing(
        "name: longer, ", with: "name: y, "
      ).replacing("continues: small", with: "continues: x"))
    #expect(try markdown(a, c).contains("\n## small and x\n"))
  }

  @Test func twoRunsAreToldAsAMergeRequestWantsThem() throws {
    let a = try train("a")
    let b = try train(
      "b", SmallExperiment.yaml(title: "With <b>bold</b> & `ticks`").replacing("units: 4", with: "units: 8"))
    for output in [a, b] { try call(output == a ? 6 : 14, in: output) }
    #expect(
      try markdown(a + "/runs/small", b + "/runs/small") == #"""
        A is a/runs/small, B is b/runs/small.

        ## small

        One seed each, on the same 15 test rows: A is right for 40.0 % and B for 93.3 %, only A for 0 of them and only B for 8. B less A is 53.3 points (95 %: 18.3 to 75.8; exact McNemar, p = 0.008): B is better. This is of two networks: what the settings do takes several seeds of each.

        | seed 0                  |                      A |                      B | B less A |
        |:------------------------|-----------------------:|-----------------------:|---------:|
        | test.accuracy           | 0.400 \[0.198, 0.643\] | 0.933 \[0.702, 0.988\] |    0.533 |
        | train.accuracy          | 1.000 \[0.921, 1.000\] | 1.000 \[0.921, 1.000\] |    0.000 |
        | overall.accuracy        | 0.850 \[0.739, 0.919\] | 0.983 \[0.911, 0.997\] |    0.133 |
        | test.precision.disliked |                  0.000 |                  1.000 |    1.000 |
        | test.recall.disliked    |                  0.000 |                  0.875 |    0.875 |
        | test.f1.disliked        |                  0.000 |                  0.933 |    0.933 |
        | test.precision.liked    |                  0.429 |                  0.875 |    0.446 |
        | test.recall.liked       |                  0.857 |                  1.000 |    0.143 |
        | test.f1.liked           |                  0.571 |                  0.933 |    0.362 |
        | test.auc                |                  0.429 |                  0.938 |    0.509 |
        | epochs                  |                      6 |                      6 |        0 |
        | parameters              |                     45 |                     89 |       44 |
        | stopped by              |            epoch limit |            epoch limit |          |

        In brackets where a share of rows may lie on other rows (Wilson, 95 %).

        ## What was changed

        Settings:

        - `title`: `A small test` -> ``"With <b>bold</b> & `ticks`"``
        - `model[0]`: `{dense: {activation: relu, units: 4}}` -> `{dense: {activation: relu, units: 8}}`

        Data: the same.

        Versions: the same.

        """#)
  }

  @Test func seedsAreToldWithTheirSpread() throws {
    let (a, b) = (try train("a", seeds: "0-2"), try train("b", seeds: "0-3"))
    let text = try markdown(a + "/runs/small", b + "/runs/small")
    #expect(text.contains("| over seeds "))
    #expect(text.contains(" A, 3 seeds |"))
    #expect(text.contains(" B, 4 seeds |"))
    #expect(text.contains(#/\| test.accuracy +\| +0\.\d{3} ± 0\.\d{3} \\\[/#))
  }
}
