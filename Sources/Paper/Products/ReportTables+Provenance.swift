import Templates

extension ReportTables {
  /// From which seed each run was trained, and how it ended.
  static func fits(of runs: [EvaluatedRun]) -> Table {
    let rows: [[Table.Cell]] = runs.map { run in
      let (result, seeds) = (run.record.result, run.folder.seeds)
      return [
        .text(run.run.title), .text(run.run.continues ?? ""), .integer(Int(run.run.training.seed)),
        .text(seeds.flatMap { SeedList($0.results.map(\.seed))?.description } ?? ""),
        .integer(result.epochsRun), .text(run.words.stop(result.stop)),
        .integer(run.keptEpoch),
      ]
    }
    let words = runs.first?.words ?? Words()
    return Table(
      caption: words(.fitsCaption), label: "tab:provenance-runs",
      columns: [
        .init(words(.columnRun)), .init(words(.fitsContinues)), .init(words(.columnSeed), .right),
        .init(words(.fitsSeeds)), .init(words(.columnEpochs), .right), .init(words(.fitsStopped)),
        .init(words(.fitsKept), .right),
      ], rows: rows, provenance: runs.first?.provenance
    ).written(words.numbers)
  }

  /// Every setting, those that were left to their defaults too.
  static func settings(of runs: [EvaluatedRun]) throws(Failure) -> Table {
    let experiment = runs.first?.record.experiment
    let settings = try experiment.map { experiment throws(Failure) in try experiment.allSettings() } ?? []
    let words = runs.first?.words ?? Words()
    return Table(
      caption: words(.settingsCaption), label: "tab:provenance-settings",
      columns: [.init(words(.settingsSetting)), .init(words(.columnValue))],
      rows: settings.map { [.text($0.key), .text($0.value)] }, provenance: runs.first?.provenance)
  }
}
