import Foundation
import TestSupport
import Testing
import TrackData

/// The commands on tables as people have them.
@Suite struct TableDialectCommandTests {
  /// The sample's first rows of either class, as a spreadsheet of decimal commas would write them.
  private static func semicolons(missing: Bool) throws -> (text: String, plain: String) {
    let table = try DataTable(csv: Sample.csv(rows: 80), file: "sample")
    func lines(_ delimiter: String, _ mark: String) -> String {
      var lines = [table.columns.joined(separator: delimiter)]
      for row in 0..<table.rowCount {
        lines.append(
          table.columns.indices.map { column in
            let text = table.text(row: row, column: column)
            if missing, column == 1, row % 20 == 3 { return "NA" }
            guard Double(text) == nil else { return text.replacing(".", with: mark) }
            return "\"" + text.replacing("\"", with: "\"\"") + "\""
          }.joined(separator: delimiter))
      }
      return lines.joined(separator: "\n") + "\n"
    }
    return (lines(";", ","), lines(",", "."))
  }

  @Test func `a file of semicolons and decimal commas gives the same report`() throws {
    let (text, plain) = try Self.semicolons(missing: false)
    let folder = try SmallRun.trained(on: Array(text.utf8))
    let other = try SmallRun.trained(on: Array(plain.utf8))
    let path = "/output/runs/small/predictions.csv"
    #expect(
      try String(contentsOfFile: folder.path + path, encoding: .utf8)
        == String(contentsOfFile: other.path + path, encoding: .utf8))
    let again = try Command.run("train", ["--experiment", "small", "--force"], in: folder.url)
    #expect(again.errors.contains("tracks.csv: format found: semicolon-separated, with decimal commas"))
    let render = try Command.run("render", ["--only", "summary"], in: folder.url)
    #expect(render.status == 0, "\(render)")
  }

  @Test func `rows with missing cells are left out, keep their numbers and are told`() throws {
    let (text, _) = try Self.semicolons(missing: true)
    let folder = try TemporaryFolder()
    let yaml = SmallExperiment.yaml()
    try folder.write(yaml, to: "experiments/small.yaml")
    try folder.write(text, to: "experiments/tracks.csv")
    let refused = try Command.run("train", ["--experiment", "small"], in: folder.url)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("missing cells: 4 in 'acousticness' (first 5:"))
    #expect(refused.errors.contains("missing: drop"))

    try folder.write(
      yaml.replacing("target: target", with: "target: target\n  missing: drop"), to: "experiments/small.yaml")
    let outcome = try Command.run("train", ["--experiment", "small"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors.contains("4 rows with missing cells are left out; 76 remain"))
    let predictions = try DataTable(contentsOf: folder.path + "/output/runs/small/predictions.csv")
    let rows = try predictions.numbers(in: "row").map { Int($0) }
    #expect(rows == (0..<80).filter { $0 % 20 != 3 })
    let templates = Checkout.root.appending(path: "templates").path
    let render = try Command.run(
      "render", ["--only", "results.md", "--templates", templates], in: folder.url)
    #expect(render.status == 0, "\(render)")
    let results = try String(contentsOfFile: folder.path + "/output/results.md", encoding: .utf8)
    #expect(results.contains("hold 76 tracks; 4 more rows have missing cells and are left out."))
  }

  @Test func `curate skips rows that it cannot score`() throws {
    let (text, plain) = try Self.semicolons(missing: true)
    let folder = try SmallRun.trained(on: Array(try Self.semicolons(missing: false).plain.utf8))
    for text in [text, plain] {
      try folder.write(text, to: "new.csv")
      let outcome = try Command.run("curate", ["new.csv", "--run", "small", "--csv"], in: folder.url)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(
        outcome.errors.contains("4 of 80 rows cannot be scored and are skipped; the first fault: new.csv:5:"))
      #expect(outcome.output.split(separator: "\n").count == 77)
    }
  }

  @Test func `the delimiter and the decimal mark can be said`() throws {
    let folder = try TemporaryFolder()
    try folder.write("y_true;y_score\n1;0,9\n0;0,2\n1;0,7\n0;0,4\n", to: "p.csv")
    let detected = try Command.run("evaluate", ["p.csv"], in: folder.url)
    #expect(detected.status == 0, "\(detected)")
    let said = try Command.run("evaluate", ["p.csv", "--delimiter", ";", "--decimal", ","], in: folder.url)
    #expect(said.output == detected.output)
    let wrong = try Command.run("evaluate", ["p.csv", "--delimiter", "x"], in: folder.url)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("--delimiter: expected ',', ';', '|' or 'tab', received 'x'"))
    try folder.write("x;target\n1;0\n2;1\n3;1\n", to: "t.csv")
    let split = try Command.run(
      "tracks", ["split", "t.csv", "--delimiter", ";", "--test", "1"], in: folder.url)
    #expect(split.status == 0, "\(split)")
    let audit = try Command.run("tracks", ["audit", "t.csv"], in: folder.url)
    #expect(audit.errors.contains("t.csv: format found: semicolon-separated"))
  }
}
