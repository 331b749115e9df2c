import Templates

extension ReportTables {
  /// From which seed each run was trained, and how it ended.
  static func fits(of runs: [EvaluatedRun]) -> Table {
    let rows: [[Table.Cell]] = runs.map { run in
      let (result, seeds) = (run.record.result, run.folder.seeds)
      return [
        .text(run.run.title), .text(run.run.continues ?? ""), .integer(Int(run.run.training.seed)),
        .text(seeds.flatMap { SeedList($0.results.map(\.seed))?.description } ?? ""),
        .integer(result.epochsRun), .text(result.stop.rawValue),
        result.bestEpoch.map { .integer($0) } ?? .empty,
      ]
    }
    return Table(
      caption: "How each network was trained: its seed, and the epoch whose weights it keeps.",
      label: "tab:provenance-runs",
      columns: [
        .init("run"), .init("goes on from"), .init("seed", .right), .init("other seeds"),
        .init("epochs", .right),
        .init("stopped by"), .init("weights of epoch", .right),
      ], rows: rows, provenance: runs.first?.record.provenance)
  }

  /// Every setting, those that were left to their defaults too.
  static func settings(of runs: [EvaluatedRun]) throws(Failure) -> Table {
    let experiment = runs.first?.record.experiment
    let settings = try experiment.map { experiment throws(Failure) in try experiment.allSettings() } ?? []
    return Table(
      caption: "Every setting, in the words of the experiment file; what is not named is null.",
      label: "tab:provenance-settings", columns: [.init("setting"), .init("value")],
      rows: settings.map { [.text($0.key), .text($0.value)] }, provenance: runs.first?.record.provenance)
  }
}
