import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// Each input of a report is changed in turn: what depends on it is redone and nothing else, and afterwards every
/// product is what a folder of its own would hold.
@Suite struct WhatIsRedoneTests {
  private static let formats = ["--format", "csv,pgf"]
  private static let columns =
    ["training", "seeds", "figures", "tables", "numbers.tex", "report.html", "results.md", "results.tex"]

  /// `docs/what-is-redone.md` is written anew with `RECORD_GOLDENS=1`; the test then fails, to say so.
  @Test func everyChangeRedoesWhatTheTableSays() throws {
    let made = try Self.made()
    let rows = try RedoneChange.all.map { change in try Self.row(of: change, from: made) }
    let table = Self.head + rows.joined()
    let file = Checkout.root.appending(path: "docs/what-is-redone.md")
    let recorded = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(table.utf8).write(to: file)
      Issue.record("docs/what-is-redone.md: recorded; run again")
    } else {
      let (ours, theirs) = (table.split(separator: "\n"), recorded.split(separator: "\n"))
      #expect(ours.count == theirs.count)
      for (row, expected) in zip(ours, theirs) { #expect(row == expected) }
    }
  }

  private static let head = """
    # What is redone when something changes

    Nothing is made twice. What each product was made from is kept by its content, never by its time, in
    `output/.cache/manifest.json`; `train --dry-run` and `render --dry-run` say what they would do and why, `render --explain` says it of
    each product while it is made. The table is made by a test, which makes each change to a small experiment (the run `small`, four seeds
    of it, and `longer`, which goes on from it), lets both commands run again, and compares every file with one that was made from nothing.
    "words" is a run whose `run.json` is rewritten without training; "what differs" are the products that the new numbers make different.

    | what changes | \(columns.joined(separator: " | ")) |
    |\(String(repeating: ":--|", count: columns.count + 1))

    """

  /// A folder in which everything is up to date.
  private static func made() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(RedoneChange.yaml, to: RedoneChange.experiment)
    try folder.write(RedoneChange.claimsYAML, to: RedoneChange.claims)
    try folder.write(Sample.csv(rows: 60), to: RedoneChange.tracks)
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "templates"), to: folder.url.appending(path: "templates"))
    try expectFine(try Command.run("train", ["--experiment", "small"], in: folder.url))
    try expectFine(try Command.run("render", formats, in: folder.url))
    return folder
  }

  private static func row(of change: RedoneChange, from made: TemporaryFolder) throws -> String {
    let folder = try TemporaryFolder()
    for part in ["experiments", "templates", "output"] {
      try FileManager.default.copyItem(
        at: made.url.appending(path: part), to: folder.url.appending(path: part))
    }
    try change.change(folder)
    let options = change.rendering.contains("--format") ? change.rendering : formats + change.rendering
    func run(_ name: String, _ arguments: [String]) throws -> Command.Outcome {
      let outcome = try Command.run(name, arguments, in: folder.url)
      try expectFine(outcome)
      return outcome
    }
    let training = ["--experiment", "small"] + change.training
    let planned = try run("train", training + ["--dry-run"]).output
    let trained = try run("train", training).errors
    // The plan is what comes to pass.
    #expect(
      planned.contains("train, because") == trained.contains("training, because"),
      "\(change.words): \(planned)")
    let plan = try run("render", options + ["--dry-run"])
    let rendered = try run("render", options + ["--explain"]).errors
    _ = try run("train", training + ["--output", "fresh"])
    _ = try run("render", options + ["--output", "fresh"])
    try expectSame(folder, change.words)
    let redone = plan.output.matches(of: /make ([^:]+):/).map { String($0.output.1) }
    #expect(redone == rendered.matches(of: /output\/([^:]+): made because/).map { String($0.output.1) })
    let isTrained = trained.contains("training, because")
    let cells =
      [trainingCell(trained), seedsCell(trained)]
      + ["figures", "tables"].map { kind in
        let cell = cell(of: kind, redone: redone, in: folder)
        // Which ones, chance decides: that they are all right is seen by their bytes.
        return isTrained && !cell.isEmpty ? "what differs" : cell
      }
      + columns.dropFirst(4).map { redone.contains($0) ? "yes" : "" }
    return "| \(change.words) | \(cells.joined(separator: " | ")) |\n"
  }

  private static func trainingCell(_ log: String) -> String {
    let runs = ["small", "longer"].compactMap { run -> String? in
      if log.contains("run '\(run)': training, because") { return run }
      return log.contains("run '\(run)': words changed") ? "words" : nil
    }
    return runs == ["words", "words"] ? "words" : runs.joined(separator: ", ")
  }

  private static func seedsCell(_ log: String) -> String {
    guard let line = log.firstMatch(of: /training (\d+) seeds(, (\d+) of which are known)?/) else {
      return ""
    }
    let known = line.output.3.flatMap { Int($0) } ?? 0
    return "\((Int(line.output.1) ?? 0) - known) of \(line.output.1)"
  }

  /// The stems that are redone; "all" where it is every one of the folder.
  private static func cell(of kind: String, redone: [String], in folder: TemporaryFolder) -> String {
    func stem(_ path: String) -> String {
      String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
    }
    let here = Set(redone.filter { $0.hasPrefix(kind + "/") }.map(stem))
    let all = Set(Files.names(in: folder.path + "/fresh/" + kind).map(stem))
    return here == all ? "all" : here.sorted().map { "`\($0)`" }.joined(separator: " ")
  }

  /// Every product is what one made from nothing is.
  private static func expectSame(_ folder: TemporaryFolder, _ words: String) throws {
    let fresh = folder.path + "/fresh/"
    for path in try FileManager.default.subpathsOfDirectory(atPath: fresh)
    where !path.hasPrefix(".cache") && !Files.isFolder(fresh + path) {
      let isSame = try Files.read(fresh + path) == (try? Files.read(folder.path + "/output/" + path))
      #expect(isSame, "\(words): \(path)")
    }
  }

  private static func expectFine(_ outcome: Command.Outcome) throws {
    try #require(outcome.status == 0, "\(outcome)")
  }
}
