import TrackData

/// One run as it lies on disk, all but its weights: what everything after training is made from.
public struct RunFolder: Sendable {
  public let record: RunRecord
  public let history: HistoryFile
  public let predictions: Predictions
  /// What many seeds came to; `nil` where the run was trained from its own seed alone.
  public let seeds: SeedTable?
  /// How the seeds' histories are spread; there with `seeds`.
  public let seedCurves: SeedCurves?
  /// What the experiment's baselines say of the same rows; `nil` where it has none, and in all runs but the first.
  public let baselines: BaselinePredictions?
  /// How the baselines were made; there with `baselines`.
  public let baselineRecord: BaselineRecord?
  /// What each feature is worth to the networks; `nil` where that was not measured.
  public let importance: ImportanceTable?
  /// Of the bytes of these files, by their path below the output folder.
  let files: [String: Fingerprint]

  /// - Parameter isInPlace: whether the folder must have the run's name, as below `runs/`; a copy may have any.
  /// - Throws: `noInput` where a file is missing, `badData` where it is not what training writes.
  public init(readingFrom paths: RunPaths, isInPlace: Bool = true) throws(Failure) {
    var reader = Reader()
    record = try JSON.decode(RunRecord.self, from: try reader.bytes(of: paths.record), file: paths.record)
    history = try HistoryFile(try reader.table(in: paths.history))
    predictions = try Predictions(try reader.table(in: paths.predictions))
    let table = Files.exists(paths.seeds) ? try SeedTable(try reader.table(in: paths.seeds)) : nil
    // One seed has no spread to tell of.
    seeds = table.flatMap { $0.results.count > 1 ? $0 : nil }
    seedCurves = seeds == nil ? nil : try SeedCurves(try reader.table(in: paths.seedCurves))
    if record.experiment.runs.first?.name == record.name, !record.experiment.baselines.isEmpty {
      let made = try JSON.decode(
        BaselineRecord.self, from: try reader.bytes(of: paths.baselineRecord), file: paths.baselineRecord)
      baselineRecord = made
      let names = record.experiment.baselines.filter { name in
        !(made.leftOut ?? []).contains { $0.name == name }
      }
      baselines = try BaselinePredictions(try reader.table(in: paths.baselines), names, of: predictions)
    } else {
      (baselines, baselineRecord) = (nil, nil)
    }
    importance =
      try Files.exists(paths.importance)
      ? ImportanceTable(try reader.table(in: paths.importance), features: record.data.features) : nil
    files = reader.files
    try check(paths, isInPlace: isInPlace)
  }

  /// Reads each file once, so that what is shown is what the fingerprints vouch for.
  private struct Reader {
    var files: [String: Fingerprint] = [:]

    mutating func bytes(of file: String) throws(Failure) -> [UInt8] {
      let bytes = try Files.read(file)
      files["runs/\(Paths.name(of: Paths.folder(of: file)))/\(Paths.name(of: file))"] = Fingerprint(of: bytes)
      return bytes
    }

    mutating func table(in file: String) throws(Failure) -> DataTable {
      let bytes = try bytes(of: file)
      return try Failure.ofDamage { () throws(DataError) in try DataTable(csv: bytes, file: file) }
    }
  }

  /// What the files say must fit together: everything after this relies on it.
  private func check(_ paths: RunPaths, isInPlace: Bool) throws(Failure) {
    func expect(_ isSo: Bool, _ file: String, _ expectation: String) throws(Failure) {
      if !isSo { throw Failure.damaged(file, expectation) }
    }
    let (experiment, rows) = (record.experiment, record.data.rows)
    try expect(
      !isInPlace || record.name == Paths.name(of: paths.folder), paths.record,
      "the folder's name, found '\(record.name)'")
    try expect(
      experiment.runs.contains { $0.name == record.name }, paths.record, "the run among the experiment's runs"
    )
    try expect(
      experiment.data.classes.count == 2 && experiment.data.classes[0] != experiment.data.classes[1],
      paths.record,
      "the names of two classes")
    try expect(
      predictions.parts.count == rows, paths.predictions, "\(rows) rows, found \(predictions.parts.count)")
    try expect(
      RunRecord.Split(of: predictions.parts).hasRows(of: record.split), paths.predictions,
      "the rows of each part that \(paths.record) tells")
    try expect(
      predictions.probability.allSatisfy { (0...1).contains($0) }, paths.predictions,
      "probabilities from 0 to 1")
    try expect(
      seeds?.results.allSatisfy { $0.testRows == record.split.test } ?? true, paths.seeds,
      "\(record.split.test) test rows for each seed")
    try expect(
      zip(seeds?.results ?? [], seeds?.results.dropFirst() ?? []).allSatisfy { $0.seed < $1.seed },
      paths.seeds,
      "seeds in ascending order, each once")
    try expect(
      baselineRecord.map { $0.models.map(\.name) == baselines?.columns.map(\.baseline) } ?? true,
      paths.baselineRecord,
      "the baselines \(experiment.baselines.map(\.rawValue).joined(separator: ", "))")
    try expect(
      baselineRecord.map { $0.rows == BaselineRecord.Rows(of: record) } ?? true, paths.baselineRecord,
      "the data, features, split and scaling that \(paths.record) tells")
    try expect(
      history.epochs == record.result.epochsRun && record.result.epochsOfAllFits >= history.epochs,
      paths.history,
      "\(record.result.epochsRun) epochs, found \(history.epochs)")
  }
}

extension RunFolder {
  /// Makes sure that there are runs, before anything is made in their folder.
  ///
  /// - Throws: `noInput`, with the command that makes them.
  public static func expectRuns(in paths: Paths) throws(Failure) {
    guard Files.exists(paths.runIndex) else {
      throw Failure(
        .noInput, "\(paths.runs): no run to draw from; make one with: \(paths.trainingCommand)")
    }
  }

  /// The runs that make the report of an output folder, in the experiment's order.
  ///
  /// - Throws: `noInput`, with the command that makes them, where there are none or one is missing; `badData`
  ///   where they do not belong together.
  public static func readAll(in paths: Paths) throws(Failure) -> [RunFolder] {
    try expectRuns(in: paths)
    let command = paths.trainingCommand
    let index = try JSON.decode(RunIndex.self, from: try Files.read(paths.runIndex), file: paths.runIndex)
    var folders: [RunFolder] = []
    for name in index.runs {
      guard Files.exists(paths.run(name).record) else {
        throw Failure(.noInput, "\(paths.run(name).folder): no such run; make it with: \(command)")
      }
      folders.append(try RunFolder(readingFrom: paths.run(name)))
    }
    guard let first = folders.first?.record else {
      throw Failure(.noInput, "\(paths.runIndex): names no run; make one with: \(command)")
    }
    for folder in folders where !first.isOfSameMaking(as: folder.record) {
      throw Failure(
        .badData,
        "\(paths.run(folder.record.name).folder): from another experiment or other data than "
          + "\(paths.run(first.name).folder); train both again")
    }
    return folders
  }
}

extension Paths {
  /// What a person types to train into this folder.
  fileprivate var trainingCommand: String {
    self == Paths() ? "swift run train" : "swift run train --output '\(output)'"
  }
}

/// `runs/index.json`: which runs make the report, so that no other folder that lies there is taken for one.
struct RunIndex: Codable, Equatable {
  var runs: [String]
}

extension RunRecord {
  /// Whether two runs come from the same experiment and data, so that they can stand in one report.
  func isOfSameMaking(as other: RunRecord) -> Bool {
    experiment == other.experiment && data == other.data && split.testSha256 == other.split.testSha256
  }
}

extension Failure {
  static func damaged(_ path: String, _ expectation: String) -> Failure {
    Failure(.badData, "\(path): expected \(expectation); train again to rewrite it")
  }

  /// Reads from a file that training wrote: whatever is wrong with it, training again mends it.
  static func ofDamage<Value>(_ read: () throws(DataError) -> Value) throws(Failure) -> Value {
    do {
      return try read()
    } catch {
      let failure = Failure(error)
      throw Failure(failure.status, "\(failure.message); or train again to rewrite it")
    }
  }
}
