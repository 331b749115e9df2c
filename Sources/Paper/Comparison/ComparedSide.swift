/// One side of a comparison: all runs of an output folder, or a single run.
struct ComparedSide {
  /// As the user named it, without `.` and `..`.
  let folder: String
  /// In the experiment's order.
  let runs: [EvaluatedRun]
  /// Whether the folder is a single run's.
  let isRun: Bool

  /// - Parameter folder: an output folder such as `output`, or a run's such as `output/runs/paper`, wherever it was
  ///   copied to.
  /// - Throws: `noInput` where there is no such folder or no run in it, `badData` where a run is damaged.
  init(readingFrom folder: String) throws(Failure) {
    let paths = Paths(output: folder)
    self.folder = paths.output
    guard Files.isFolder(folder) else {
      throw Failure(
        .noInput,
        Files.exists(folder)
          ? "\(folder): expected an output folder or a run's folder, found a file"
          : "\(folder): no such folder")
    }
    let run = RunPaths(folder: paths.output)
    isRun = Files.exists(run.record)
    guard isRun || Files.exists(paths.runIndex) else {
      throw Failure(
        .noInput,
        "\(folder): neither runs/index.json, as in an output folder, nor run.json, as in a run's; "
          + "name such a folder, or make one with: swift run train --output '\(paths.output)'")
    }
    let folders =
      isRun ? [try RunFolder(readingFrom: run, isInPlace: false)] : try RunFolder.readAll(in: paths)
    // A comparison is told in English, whatever the language of the reports.
    let words = Words(try WordCatalogue(.english, folders: []), row: nil)
    var runs: [EvaluatedRun] = []
    for folder in folders { runs.append(try EvaluatedRun(folder, words: words)) }
    self.runs = runs
  }
}

extension ComparedSide {
  /// The runs to set beside each other, in the order of the second side: those of one name, or those that were
  /// named; where no name is on both sides, the first run of each.
  ///
  /// - Throws: `noInput` where one run stands against an output folder that has none of its name.
  static func pairs(
    _ a: ComparedSide, _ b: ComparedSide
  ) throws(Failure) -> [(a: EvaluatedRun, b: EvaluatedRun)] {
    if a.isRun && b.isRun { return Array(zip(a.runs, b.runs)) }
    let pairs = b.runs.compactMap { run in
      a.runs.first { $0.record.name == run.record.name }.map { (a: $0, b: run) }
    }
    if !pairs.isEmpty { return pairs }
    guard !a.isRun && !b.isRun else {
      let (run, output) = a.isRun ? (a, b) : (b, a)
      let name = run.runs.first?.record.name ?? ""
      let known = output.runs.map { "\(output.folder)/runs/\($0.record.name)" }.joined(separator: ", ")
      throw Failure(
        .noInput, "\(output.folder): no run '\(name)' to set beside \(run.folder); there is \(known)")
    }
    return Array(zip(a.runs.prefix(1), b.runs.prefix(1)))
  }
}
