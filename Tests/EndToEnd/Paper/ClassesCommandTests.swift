import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// Classes that are called by numbers, that are few, and that are absent from a part of the split.
@Suite struct ClassesCommandTests {
  /// Sixty invented rows with these labels.
  private static func tracks(_ label: (Int) -> String) -> [UInt8] {
    var lines = String(decoding: Sample.csv(rows: 60), as: UTF8.self).split(separator: "\n").map(String.init)
    for line in lines.indices.dropFirst() {
      // The target stands before the texts, which alone may hold commas.
      var cells = lines[line].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[14] = label(line - 1)
      lines[line] = cells.joined(separator: ",")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func experiment(classes: String) -> String {
    SmallExperiment.yaml().replacing("[Disliked, Liked]", with: classes)
  }

  @Test func classesThatAreCalledByNumbersAreWhatTheyAreCalled() throws {
    let folder = try SmallRun.trained(
      on: Self.tracks { $0.isMultiple(of: 3) ? "1" : "2" }, yaml: Self.experiment(classes: "[1, 2]"))
    let predictions = try Files.readText(folder.path + "/output/runs/small/predictions.csv")
    let targets = predictions.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
    #expect(targets == (0..<60).map { $0.isMultiple(of: 3) ? "0" : "1" })
    let values = try Command.run("render", ["values", "support"], in: folder.url).output
    #expect(
      values.contains("small.overall.support.1 ") && values.contains("small.overall.support.2 "), "\(values)")
    // The other way round they are other classes, not only other words.
    try folder.write(Self.experiment(classes: "[2, 1]"), to: "experiments/small.yaml")
    let again = try Command.run("train", ["--experiment", "small"], in: folder.url)
    #expect(again.errors.contains("which rows are of which class changed"), "\(again)")
  }

  @Test func theKeyOfAClassIsPrintedWithTheValues() throws {
    let folder = try SmallRun.trained(
      on: Self.tracks { $0.isMultiple(of: 3) ? "gutartig" : "bösartig" },
      yaml: Self.experiment(classes: "[gutartig, bösartig]"))
    let values = try Command.run("render", ["values", "key"], in: folder.url).output
    #expect(
      values.firstMatch(of: /classes\.positive_key +bosartig +what class 1 is called in keys/) != nil,
      "\(values)")
    let recall = try Command.run("render", ["values", "test.recall"], in: folder.url).output
    #expect(recall.contains("small.test.recall.bosartig "))
  }

  @Test func labelsThatAreNotListedAreCounted() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.tracks { "\($0 % 3)" }, to: "experiments/tracks.csv")
    try folder.write(Self.experiment(classes: "[1, 2]"), to: "experiments/small.yaml")
    let outcome = try Command.run("train", ["--experiment", "small"], in: folder.url)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.contains("tracks.csv:2:")
        && outcome.errors.contains(
          ": expected '1' or '2' in column 'target', received 20 rows with '0'; correct the list of classes"),
      "\(outcome)")
  }

  @Test func theAuditTakesTheNamesToo() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.tracks { $0.isMultiple(of: 3) ? "1" : "2" }, to: "t.csv")
    let audit = try Command.run("tracks", ["audit", "t.csv", "--classes", "1,2"], in: folder.url)
    #expect(audit.status == 0)
    #expect(audit.output.firstMatch(of: /\n1 +20 +33\.3 %\n2 +40 +66\.7 %\n/) != nil, "\(audit)")
    // Two labels are two classes, whoever says so.
    let found = try Command.run("tracks", ["audit", "t.csv"], in: folder.url)
    #expect(found.output == audit.output)
    let same = try Command.run("tracks", ["audit", "t.csv", "--classes", "1,1.0"], in: folder.url)
    #expect(same.status == 64)
  }

  /// scikit-learn 1.9.1: `train_test_split(range(60), test_size=0.25, random_state=0)` fits row 43.
  @Test func aClassThatNoTestRowHasIsToldEverywhere() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.tracks { $0 == 43 ? "1" : "0" }, to: "experiments/tracks.csv")
    try folder.write(SmallExperiment.yaml(), to: "experiments/small.yaml")
    let training = try Command.run("train", ["--experiment", "small"], in: folder.url)
    #expect(training.status == 0)
    #expect(
      training.errors.contains(
        "warning: none of the 15 test rows is 'Liked' (1 of all 60 are): there is no recall of it, no ROC curve"
      ),
      "\(training)")
    #expect(training.errors.contains("warning: none of the 9 validation rows is 'Liked'"))
    let audit = try Command.run("tracks", ["audit", "experiments/tracks.csv"], in: folder.url).output
    #expect(audit.contains("serious  only 1 row is of the class 'Liked' (row 43)\n"), "\(audit)")
    let rendering = try Command.run(
      "render", ["--templates", Checkout.root.appending(path: "templates").path], in: folder.url)
    #expect(rendering.status == 0, "\(rendering)")
    for file in ["results.md", "results.tex", "report.html"] {
      let text = try Files.readText(folder.path + "/output/" + file)
      #expect(text.firstMatch(of: /\bnan\b/) == nil, "\(file)")
      #expect(text.contains("None of these tracks is Liked."), "\(file)")
      #expect(text.contains("they need test rows of both classes, and none is Liked."))
    }
    #expect(!Files.exists(folder.path + "/output/figures/roc.pdf"))
  }
}
