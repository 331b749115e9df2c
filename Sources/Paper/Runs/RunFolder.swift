/// One run as it lies on disk, all but its weights: what everything after training is made from.
public struct RunFolder: Sendable {
  public let record: RunRecord
  public let history: HistoryFile
  public let predictions: Predictions
  /// Of the three files' bytes.
  public let fingerprint: Fingerprint

  public init(readingFrom paths: RunPaths) throws(Failure) {
    record = try JSON.decode(RunRecord.self, from: paths.record)
    history = try HistoryFile(readingFrom: paths.history)
    predictions = try Predictions(readingFrom: paths.predictions)
    guard predictions.parts.count == record.data.rows else {
      throw Failure.damaged(
        paths.predictions, "\(record.data.rows) rows as in \(paths.record), found \(predictions.parts.count)")
    }
    var digests = ""
    for file in [paths.record, paths.history, paths.predictions] {
      digests += Fingerprint(of: try Files.read(file)).description
    }
    fingerprint = Fingerprint(of: digests)
  }

  /// All runs of an output folder, in the experiment's order.
  ///
  /// - Throws: `noInput`, with the command that makes them, where there are none or one is missing.
  public static func readAll(in paths: Paths) throws(Failure) -> [RunFolder] {
    let command = paths == Paths() ? "swift run train" : "swift run train --output \(paths.output)"
    var folders: [RunFolder] = []
    for name in Files.names(in: paths.runs) where Files.exists(paths.run(name).record) {
      folders.append(try RunFolder(readingFrom: paths.run(name)))
    }
    folders.sort { $0.record.index < $1.record.index }
    guard let first = folders.first else {
      throw Failure(.noInput, "\(paths.runs): no run to draw from; make one with: \(command)")
    }
    let found = folders.map(\.record.name)
    for run in first.record.experiment.runs where !found.contains(run.name) {
      throw Failure(.noInput, "\(paths.run(run.name).folder): no such run; make it with: \(command)")
    }
    for folder in folders where !first.record.isOfSameMaking(as: folder.record) {
      throw Failure(
        .noInput,
        "\(paths.run(folder.record.name).folder): from another experiment or other data than "
          + "\(paths.run(first.record.name).folder); make all anew with: \(command)")
    }
    return folders
  }
}

extension RunRecord {
  /// Whether two runs come from the same experiment and data, so that they can stand in one report.
  func isOfSameMaking(as other: RunRecord) -> Bool {
    experiment == other.experiment && data == other.data && split == other.split
  }
}
