import Foundation
import Paper
import TestSupport
import TrackData
import Testing

/// One wrong input of each kind: the exit code, and a message that says where, what was expected and what came.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(SmallExperiment.yaml(), to: "experiments/small.yaml")
    try folder.write(Sample.csv(rows: 60), to: "experiments/tracks.csv")
    try folder.write("{{small.test.accuracy}}\n", to: "templates/results.md")
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

  private func train() throws {
    #expect(try Command.run("train", ["--experiment", "small"], in: folder.url).status == 0)
  }

  @Test func dataThatAreMissing() throws {
    try expect(
      "train", ["--experiment", "small", "--data", "nowhere.csv"], status: 66,
      message: "error: nowhere.csv: no such file")
  }

  @Test func dataWithAWordForANumber() throws {
    let csv = String(decoding: Sample.csv(rows: 60), as: UTF8.self)
    var lines = csv.split(separator: "\n", omittingEmptySubsequences: false)
    lines[2].replace(#/^1,[^,]+,/#, with: "1,loud,")
    try folder.write(lines.joined(separator: "\n"), to: "bad.csv")
    try expect(
      "train", ["--experiment", "small", "--data", "bad.csv"], status: 65,
      message: "bad.csv:3:3: expected a number in column 'acousticness', received 'loud'")
  }

  @Test func aColumnToDropThatIsMisspelt() throws {
    let csv = String(decoding: Sample.csv(rows: 60), as: UTF8.self)
    try folder.write(csv.replacing(",tempo,", with: ",tmpo,", maxReplacements: 1), to: "bad.csv")
    try expect(
      "train", ["--experiment", "small", "--data", "bad.csv"], status: 65,
      message:
        "experiments/small.yaml:7:9: data.drop: expected columns of bad.csv to drop, received 'tempo'; did you "
        + "mean 'tmpo'?")
  }

  @Test func aFeatureTooLargeForTheNetwork() throws {
    let csv = String(decoding: Sample.csv(rows: 60), as: UTF8.self)
    var lines = csv.split(separator: "\n", omittingEmptySubsequences: false)
    lines[2].replace(#/^1,[^,]+,/#, with: "1,1e300,")
    try folder.write(lines.joined(separator: "\n"), to: "bad.csv")
    try folder.write(
      SmallExperiment.yaml().replacing("scaling: standard", with: "scaling: none"),
      to: "experiments/small.yaml")
    try expect(
      "train", ["--experiment", "small", "--data", "bad.csv"], status: 65,
      message: "bad.csv: row 1: 1e+300 in column 'acousticness' is too large for single precision")
  }

  @Test func aTemplateThatIsCalledLikeAProduct() throws {
    try train()
    try folder.write("x", to: "templates/runs/small/history.csv")
    try expect(
      "render", [], status: 65,
      message: "templates/runs/small/history.csv: the report has a product of that name")
  }

  @Test func dataWithoutAColumnThatTheExperimentNames() throws {
    let csv = String(decoding: Sample.csv(rows: 60), as: UTF8.self).replacing(
      ",target,", with: ",targt,", maxReplacements: 1)
    try folder.write(csv, to: "bad.csv")
    try expect("train", ["--experiment", "small", "--data", "bad.csv"], status: 65, message: "'targt'")
  }

  @Test func anExperimentWithAnUnknownKey() throws {
    try folder.write(
      SmallExperiment.yaml().replacing("batch_size", with: "batch_sise"), to: "experiments/small.yaml")
    try expect(
      "train", ["--experiment", "small"], status: 65,
      message: "experiments/small.yaml:16:3: training: unknown key 'batch_sise'; did you mean 'batch_size'?")
  }

  @Test func anExperimentThatIsNotThere() throws {
    try expect("train", ["--experiment", "smal"], status: 66, message: "did you mean 'small'?")
  }

  @Test func initialWeightsOfAnotherNetwork() throws {
    try train()
    let yaml = SmallExperiment.yaml().replacing("units: 4", with: "units: 5")
      .replacing("epochs: 6", with: "epochs: 6\n  initial_weights: ../output/runs/small/model.safetensors")
    try folder.write(yaml, to: "experiments/small.yaml")
    try expect(
      "train", ["--experiment", "small"], status: 65,
      message:
        "output/runs/small/model.safetensors: tensor dense/kernel: expected shape [9, 5], received [9, 4]")
  }

  @Test func initialWeightsThatAreDamaged() throws {
    try folder.write("not weights", to: "experiments/w.safetensors")
    let yaml = SmallExperiment.yaml().replacing(
      "epochs: 6", with: "epochs: 6\n  initial_weights: w.safetensors")
    try folder.write(yaml, to: "experiments/small.yaml")
    try expect("train", ["--experiment", "small"], status: 65, message: "experiments/w.safetensors: ")
  }

  @Test func aTemplateThatAsksForWhatIsNotThere() throws {
    try train()
    try folder.write("First line.\nAccuracy: {{small.test.acuracy}}\n", to: "templates/results.md")
    try expect("render", [], status: 65, message: "templates/results.md:2:11: ")
    #expect(!Files.exists(folder.path + "/output/results.md"))
  }

  @Test func aRunFolderThatIsDamaged() throws {
    try train()
    try folder.write("{}", to: "output/runs/small/run.json")
    try expect("render", [], status: 65, message: "output/runs/small/run.json: expected the key '")
    let record = try Files.readText(folder.path + "/output/runs/longer/run.json")
    try folder.write(record, to: "output/runs/small/run.json")
    try expect(
      "render", [], status: 65,
      message: "output/runs/small/run.json: expected the folder's name, found 'longer'")
  }

  @Test func predictionsThatAreCutShort() throws {
    try train()
    let path = folder.path + "/output/runs/small/predictions.csv"
    let lines = try Files.readText(path).split(separator: "\n")
    try Files.replace(path, with: lines.dropLast().joined(separator: "\n") + "\n59,te")
    try expect("render", [], status: 65, message: "output/runs/small/predictions.csv:61:")
  }

  @Test func anOutputFolderThatCannotBeMade() throws {
    try folder.write("a file", to: "taken")
    try expect("train", ["--experiment", "small", "--output", "taken"], status: 73, message: "taken")
  }

  @Test func wordsThatAreNoOption() throws {
    try expect("render", ["--formats", "pdf"], status: 64, message: "Unknown option '--formats'")
    try expect(
      "render", ["--format", "gif"], status: 64,
      message: "--format: expected some of pdf,png,svg,pgf,csv, received 'gif'.")
    try expect(
      "render", ["--style", "fancy"], status: 64,
      message:
        "The value 'fancy' is invalid for '--style <style>'. Please provide one of 'journal' and 'original'.")
    try expect(
      "render", ["--width", "80"], status: 64,
      message:
        "--width: expected column, text, or from 2 to 40 inches such as 86mm, 3.4in or 246pt, received '80'.")
    try expect(
      "tracks", ["split", "x.csv", "--test", "2.5"], status: 64,
      message: "--test: expected a share between 0 and 1")
  }

  @Test func aProductThatThereIsNot() throws {
    try train()
    try expect(
      "render", ["--only", "los"], status: 64, message: "--only los: no such product; did you mean 'loss'?")
  }

  @Test func aShareThatLeavesNoRowToFit() throws {
    try folder.write(
      SmallExperiment.yaml().replacing("validation_split: 0.2", with: "validation_split: 0.999"),
      to: "experiments/small.yaml")
    try expect(
      "train", ["--experiment", "small"], status: 65,
      message:
        "experiments/small.yaml:18:21: training.validation_split: 0.999 of 45 training rows leaves none to fit; "
        + "make it less")
    #expect(!Files.exists(folder.path + "/output/runs"))
  }

  @Test func columnsToDropThatThereAreNot() throws {
    try folder.write(
      SmallExperiment.yaml().replacing("drop: [key,", with: "drop: [loves, hates, key,"),
      to: "experiments/small.yaml")
    let outcome = try Command.run("train", ["--experiment", "small"], in: folder.url)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "warning: experiments/small.yaml:7:9: data.drop: tracks.csv has no columns 'loves' and 'hates' to drop\n"
      ),
      "\(outcome)")
  }

  @Test func claimsThatAreMissingBeforeAnythingIsTrained() throws {
    try folder.write(SmallExperiment.yaml() + "\nclaims: nowhere.yaml\n", to: "experiments/small.yaml")
    try expect(
      "train", ["--experiment", "small"], status: 66, message: "experiments/nowhere.yaml: no such file")
    #expect(!Files.exists(folder.path + "/output/runs"))
  }

  @Test func aLossThatIsNoNumber() throws {
    let yaml = SmallExperiment.yaml().replacing(
      "batch_size: 10", with: "optimizer: {adam: {learning_rate: 1.0e+38}}\n  batch_size: 10")
    try folder.write(yaml, to: "experiments/small.yaml")
    try expect(
      "train", ["--experiment", "small"], status: 65,
      message:
        "experiments/small.yaml:16:37: training.optimizer.adam.learning_rate: run 'small': the loss is no longer "
        + "a finite number in epoch 1, batch 2")
    #expect(!Files.exists(folder.path + "/output/runs"))
  }
}
