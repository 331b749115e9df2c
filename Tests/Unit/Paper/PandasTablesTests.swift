import TestSupport
import Testing

@testable import Paper

@Suite struct PandasTablesTests {
  @Test func eachTableOfTheReportHasOneInPandasLook() throws {
    let folder = try TemporaryFolder()
    let paths = Paths(output: folder.path)
    let experiment = try Experiment(yaml: SmallExperiment.yaml(csv: nil), file: "small.yaml")
    var stage = TrainingStage(
      experiment, source: try TrackSource(for: experiment, data: nil), paths: paths,
      program: Fingerprint(of: "a test"))
    try stage.run()

    let report = try Report(readingFrom: paths)
    let tables = PandasTables(of: report.runs).named
    // What the paper of 2021 did not have, such as intervals, has no such look.
    let theirs = Set(tables.map(\.name))
    #expect(tables.map(\.name) == report.tables.named.map(\.name).filter(theirs.contains))
    #expect(tables.map(\.name).prefix(2) == ["summary", "overall_data"])
    for (name, table) in tables where name != "summary" {
      let split = try #require(
        report.runs.lazy.flatMap { run in run.splits.map { (run.stem(of: $0), $0) } }.first { $0.0 == name }
      ).1
      #expect(table.latex().contains("\nDisliked & "))
      #expect(table.latex().contains(" & \(Int(split.report.support)).000000 \\\\\n"))
    }
    // The sample says what it is in this look too.
    let house = try #require(report.tables.named.first).table
    #expect(tables[0].table.coats(like: house).allSatisfy { $0.text.contains("synthetic sample") })
  }
}
