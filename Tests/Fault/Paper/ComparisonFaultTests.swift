import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// What can be wrong with the two folders of a comparison.
@Suite struct ComparisonFaultTests {
  private let folder: TemporaryFolder
  private let output: String

  init() throws {
    folder = try TemporaryFolder()
    output = folder.path + "/output"
    try folder.write(Sample.csv(rows: 60), to: "tracks.csv")
    let experiment = try Experiment(yaml: SmallExperiment.yaml(), file: folder.path + "/small.yaml")
    var stage = TrainingStage(
      experiment, source: try TrackSource(for: experiment, data: nil), paths: Paths(output: output),
      program: Fingerprint(of: "a test"))
    try stage.run()
  }

  private func expect(_ a: String, _ b: String, _ status: Paper.ExitStatus, _ message: String) {
    let failure = #expect(throws: Failure.self) { _ = try Comparison(of: a, and: b) }
    #expect(failure?.status == status)
    #expect(failure?.message.contains(message) == true, "\(failure?.message ?? "")")
  }

  @Test func aFolderThatIsNotThere() throws {
    expect(output, folder.path + "/none", .noInput, "/none: no such folder")
    expect(folder.path + "/none", output, .noInput, "/none: no such folder")
    expect(
      output, folder.path + "/tracks.csv", .noInput,
      "/tracks.csv: expected an output folder or a run's folder, found a file")
  }

  @Test func aFolderWithoutRuns() throws {
    expect(
      folder.path, output, .noInput,
      "neither runs/index.json, as in an output folder, nor run.json, as in a run's; name such a folder, or make one "
        + "with: swift run train --output '\(folder.path)'")
  }

  @Test func anIndexThatNamesARunThatIsGone() throws {
    try FileManager.default.removeItem(atPath: output + "/runs/longer")
    expect(
      output, output + "/runs/small", .noInput, "/runs/longer: no such run; make it with: swift run train")
  }

  @Test func aRunThatTheOtherFolderDoesNotHave() throws {
    try FileManager.default.moveItem(atPath: output + "/runs/longer", toPath: folder.path + "/longer")
    try folder.write(#"{"runs": ["small"]}"#, to: "output/runs/index.json")
    expect(
      output, folder.path + "/longer", .noInput,
      "output: no run 'longer' to set beside \(folder.path)/longer; there is \(output)/runs/small")
  }

  @Test(arguments: [
    ("run.json", "{", "run.json: not the JSON that training writes; train again to rewrite it"),
    ("run.json", "{}", "run.json: expected the key "),
    (
      "predictions.csv", "row,split,target,probability\n0,test,1,0.5\n",
      "predictions.csv: expected 60 rows, found 1"
    ),
    ("history.csv", "epoch,loss\n1,x\n", "history.csv:2"),
  ])
  func aRunThatIsDamaged(file: String, text: String, message: String) throws {
    let copy = folder.path + "/copy"
    try FileManager.default.copyItem(atPath: output, toPath: copy)
    try folder.write(text, to: "copy/runs/small/\(file)")
    expect(output, copy, .badData, message)
    expect(copy + "/runs/small", output, .badData, message)
  }

  /// A run that goes on from itself cannot be trained, only written by hand.
  @Test func aCircleOfRunsEnds() throws {
    let path = output + "/runs/longer/run.json"
    let record = try Files.readText(path).replacing(
      #""continues" : "small""#, with: #""continues" : "longer""#)
    try Files.replace(path, with: record)
    let comparison = try Comparison(of: output + "/runs/small", and: output + "/runs/longer")
    #expect(comparison.markdown.contains("- `runs.longer.continues`: nothing -> `longer`\n"))
  }
}
