import Foundation
import TestSupport
import Testing

/// `scripts/conformance` on notes as the tests write them: the page's table holds what was tested, or it fails.
@Suite struct ConformanceScriptTests {
  private static let page = """
    # Before

    <!-- written by the tests: RECORD_CONFORMANCE=1 make test -->
    <!-- end of what the tests wrote -->
    After.

    """

  private static let notes = [
    ["metrics", "areas", "", "1e-12", "1e-12", "b", "0.5"],
    ["metrics", "areas", "", "1e-12", "1e-12", "a", "0.25"],
    // The same case again, as when one test compares two curves of it.
    ["metrics", "areas", "", "1e-12", "1e-12", "a", "0.0"],
    ["data", "rows", "beside the CSV", "exact", "0", "all", "0.0"],
    ["data", "shares", "", "5 standard errors", "", "all", "0.125"],
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.page, to: "page.md")
    try write(Self.notes)
  }

  @Test func theTableHasALineForEachThingWithItsWorstCase() throws {
    #expect(try script(recording: true).status == 0)
    let page = try text()
    #expect(page.hasPrefix("# Before\n\n<!-- written"))
    #expect(page.hasSuffix("<!-- end of what the tests wrote -->\nAfter.\n"))
    let lines = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(
      lines == [
        "| `data` | rows | beside the CSV | 1 | exact | none | holds |",
        "| `data` | shares |  | 1 | 5 standard errors | 12 % of it | holds |",
        "| `metrics` | areas |  | 2 | 1e-12 | 5.0e-13 | holds |",
      ])
    #expect(try script().status == 0)
    // Recorded once more, the page is the same but for the day.
    #expect(try script(recording: true).status == 0)
    #expect(try text().split(separator: "\n").filter { $0.hasPrefix("| `") } == lines)
  }

  @Test func deviationsMayDifferFromMachineToMachineButCasesMayNot() throws {
    _ = try script(recording: true)
    try write(Self.notes.map { note in note.dropLast() + [note[6] == "0.5" ? "0.75" : note[6]] })
    #expect(try script().status == 0)
    try write(Array(Self.notes.dropFirst()))
    let outcome = try script()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("RECORD_CONFORMANCE=1 make test writes it anew"))
  }

  @Test func withoutTheCSVTheLinesThatNeedItAreLeftAlone() throws {
    _ = try script(recording: true)
    try write(Self.notes.filter { $0[2].isEmpty })
    #expect(try script(csv: "").status == 0)
    #expect(try script().status == 1)
    #expect(try script(recording: true, csv: "").status == 64)
  }

  @Test func aCaseThatDoesNotHoldIsSaid() throws {
    try write(Self.notes + [["data", "shares", "", "5 standard errors", "", "other", "1.5"]])
    _ = try script(recording: true)
    #expect(
      try text().contains("| `data` | shares |  | 2 | 5 standard errors | 1.5e+02 % of it | **fails** |"))
  }

  @Test func twoTolerancesForOneThingAreAFault() throws {
    try write(Self.notes + [["metrics", "areas", "", "1e-09", "1e-09", "c", "0.0"]])
    let outcome = try script(recording: true)
    #expect(outcome.status != 0 && outcome.errors.contains("two tolerances"))
    // The page stays as it was.
    #expect(try text() == Self.page)
  }

  private func write(_ notes: [[String]]) throws {
    let lines = notes.map { $0.joined(separator: "\t") + "\n" }
    try folder.write(lines.joined(), to: "notes/all.tsv")
  }

  private func script(recording: Bool = false, csv: String = "tracks.csv") throws -> Command.Outcome {
    try Command.run(
      tool: Checkout.root.appending(path: "scripts/conformance").path,
      [folder.path + "/notes", folder.path + "/page.md"], in: folder.url,
      environment: ["RECORD_CONFORMANCE": recording ? "1" : "", "SPOTIFY_CSV": csv])
  }

  private func text() throws -> String {
    try String(contentsOf: folder.url.appending(path: "page.md"), encoding: .utf8)
  }
}
