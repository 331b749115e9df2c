import Figures
import Foundation
import Paper
import Synchronization
import TestSupport
import Testing
import TrackData

/// Each input of a report is changed in turn: what depends on it is redone and nothing else, and afterwards every
/// product is what a folder of its own would hold.
@Suite struct WhatIsRedoneTests {
  private static let texts = ["numbers.tex", "report.html", "results.md", "results.tex"]

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
    each product while it is made. The table is made by a test, which makes each change to a small experiment (the run `small` and `longer`,
    which goes on from it, four seeds of each), trains and renders again, and compares every file with one that was made from nothing.
    "words" is a run whose `run.json` is rewritten without training; "what differs" are the products that the new numbers make different.

    | what changes | training | seeds | figures | tables | \(texts.joined(separator: " | ")) |
    |\(String(repeating: ":--|", count: texts.count + 5))

    """

  /// A folder in which everything is up to date.
  private static func made() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(RedoneChange.yaml, to: RedoneChange.experiment)
    try folder.write(RedoneChange.claimsYAML, to: RedoneChange.claims)
    try folder.write(RedoneChange.csv, to: RedoneChange.tracks)
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "templates"), to: folder.url.appending(path: "templates"))
    let report = try SmallReport(folder, "output", RedoneChange.all[0])
    _ = try report.train()
    _ = try report.render()
    return folder
  }

  private static func row(of change: RedoneChange, from made: TemporaryFolder) throws -> String {
    let folder = try TemporaryFolder()
    for part in ["experiments", "templates", "output"] {
      try FileManager.default.copyItem(
        at: made.url.appending(path: part), to: folder.url.appending(path: part))
    }
    try change.change(folder)
    let report = try SmallReport(folder, "output", change)
    let fresh = try SmallReport(folder, "fresh", change)

    let plan = try report.train(isDry: true)
    let training = try report.train()
    let again = try report.train(isDry: true)
    #expect(plan.planned.isEmpty == (training.done.isEmpty), "\(change.words): \(plan)")
    #expect(again.planned.isEmpty, "\(change.words): \(again)")

    let planned = try report.render(isDry: true)
    let rendered = try report.render()
    #expect(planned == rendered, "\(change.words)")
    #expect(try report.render(isDry: true).isEmpty, "\(change.words)")

    _ = try fresh.train()
    let all = try fresh.render()
    try expectSame(folder, change)

    let cells =
      [training.runs, training.seeds]
      + ["figures", "tables"].map { kind in
        let cell = cell(of: kind, rendered, among: all)
        // Which ones, chance decides: that they are all right is seen by their bytes.
        return training.isTrained && !cell.isEmpty ? "what differs" : cell
      } + texts.map { rendered.contains($0) ? "yes" : "" }
    return "| \(change.words) | \(cells.joined(separator: " | ")) |\n"
  }

  /// The stems that are redone; "all" where it is every one there is.
  private static func cell(of kind: String, _ redone: [String], among all: [String]) -> String {
    func stems(_ names: [String]) -> Set<Substring> {
      Set(
        names.filter { $0.hasPrefix(kind + "/") }.compactMap {
          $0.dropFirst(kind.count + 1).split(separator: ".").first
        })
    }
    let here = stems(redone)
    return here == stems(all) ? "all" : here.sorted().map { "`\($0)`" }.joined(separator: " ")
  }

  /// Every product is what one made from nothing is, and there is none besides.
  private static func expectSame(_ folder: TemporaryFolder, _ change: RedoneChange) throws {
    func files(_ output: String) throws -> Set<String> {
      let path = "\(folder.path)/\(output)"
      return Set(
        try FileManager.default.subpathsOfDirectory(atPath: path).filter {
          !$0.hasPrefix(".cache") && !$0.hasSuffix(".orig") && !Files.isFolder("\(path)/\($0)")
        })
    }
    let (ours, theirs) = (try files("output"), try files("fresh"))
    // Fewer formats leave the others as they were.
    let isWhole = change.selection.formats == nil
    #expect(isWhole ? ours == theirs : ours.isSuperset(of: theirs), "\(change.words)")
    for path in theirs.sorted() {
      let isSame =
        try Files.read("\(folder.path)/output/\(path)") == Files.read("\(folder.path)/fresh/\(path)")
      #expect(isSame, "\(change.words): \(path)")
    }
  }
}

/// The stages of `train` and `render` on one folder, as the commands run them.
private struct SmallReport {
  private let folder: TemporaryFolder
  private let paths: Paths
  private let experiment: Experiment
  private let selection: PresentationStage.Selection
  private let program = Fingerprint(of: "a test")

  init(_ folder: TemporaryFolder, _ output: String, _ change: RedoneChange) throws {
    self.folder = folder
    paths = Paths(output: "\(folder.path)/\(output)")
    var experiment = try Experiment(readingFrom: "\(folder.path)/\(RedoneChange.experiment)")
    if let seed = change.seed { experiment.setTrainingSeed(seed) }
    self.experiment = experiment
    selection = change.selection
  }

  /// What the two stages of the training told.
  struct Training {
    var planned: [String] = []
    /// What was done to which run: trained, or its words rewritten.
    var done: [String] = []
    var seeds = ""

    var isTrained: Bool { !Set(done).isSubset(of: ["words", "claims", "seeds"]) }
    var runs: String {
      let runs = done.filter { !["claims", "seeds"].contains($0) }
      return Set(runs) == ["words"] ? "words" : runs.joined(separator: ", ")
    }
  }

  func train(isDry: Bool = false) throws -> Training {
    let source = try TrackSource(for: experiment, data: nil)
    var told = Training()
    var stage = TrainingStage(experiment, source: source, paths: paths, program: program, isDry: isDry)
    try stage.run { event in
      switch event {
      case .begins(let run, _): told.done.append(run.name)
      case .rewrites: told.done.append("words")
      case .takesClaims: told.done.append("claims")
      case .plan(let line): told.planned.append(line)
      default: break
      }
    }
    guard let list = experiment.seeds else { return told }
    let events = EventList()
    var seeds = SeedStage(
      experiment, source: source, seeds: list, jobs: 1, paths: paths, program: program, isDry: isDry)
    try seeds.run { events.append($0) }
    for event in events.all {
      switch event {
      case .begins(_, let count, let known, _):
        told.seeds = "\(count - known) of \(count)"
        told.done.append("seeds")
      case .plan(let line): told.planned.append(line)
      default: break
      }
    }
    // What features are worth follows from the networks: the bytes of the whole folder show whether it was measured.
    var importance = ImportanceStage(
      experiment, source: source, paths: paths, program: program, isDry: isDry)
    try importance.run()
    return told
  }

  /// The names of the products that were made, or would be.
  func render(isDry: Bool = false) throws -> [String] {
    var stage = PresentationStage(
      paths: paths, standard: "\(folder.path)/templates", program: program, renderer: Described(),
      isDry: isDry)
    return try stage.run(selection).filter(\.isMade).map(\.name)
  }
}

/// Figures written down instead of drawn, so that the same bytes are the same figure.
private struct Described: FigureRenderer {
  func render(_ figure: any Figure, as format: FigureFormat) throws(Paper.Failure) -> [UInt8] {
    Array("<svg>\(format) \(String(reflecting: figure))</svg>".utf8)
  }
}

/// The seed stage tells from its own threads.
private final class EventList: Sendable {
  private let events = Mutex<[SeedStage.Event]>([])

  var all: [SeedStage.Event] { events.withLock { $0 } }

  func append(_ event: SeedStage.Event) { events.withLock { $0.append(event) } }
}
