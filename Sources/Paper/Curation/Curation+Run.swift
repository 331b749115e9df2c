import Spelling
import TrackData

extension SavedModel {
  /// The model of a run, and whether it was trained on the built-in sample.
  ///
  /// - Throws: `noInput`, with the command that makes it, where there is no such run; `badData` where its folder
  ///   is damaged.
  public static func ofRun(
    _ name: String, in paths: Paths
  ) throws(Failure) -> (model: SavedModel, isSynthetic: Bool) {
    let run = paths.run(name)
    // The record comes last into a folder: one without it is no run.
    guard Files.exists(run.record) else {
      let command = paths == Paths() ? "swift run train" : "swift run train --output \(paths.output)"
      let others = try Files.names(in: paths.runs).filter { Files.exists(paths.run($0).record) }
      let hint =
        if let nearest = nearestName(to: name, in: others) {
          "did you mean --run \(nearest)?"
        } else if others.isEmpty {
          "make it with: \(command)"
        } else {
          "there are \(others.joined(separator: ", ")); choose one with --run, or make it with: \(command)"
        }
      throw Failure(.noInput, "\(run.folder): no such run; \(hint)")
    }
    let record = try RunRecord(readingFrom: run)
    return (try SavedModel(readingFrom: run.model), record.data.isSynthetic)
  }
}

extension Curation {
  /// Ranks the tracks of a file.
  ///
  /// - Throws: `noInput` without a file; `badData`, with line and column, for one that is no table or lacks a
  ///   feature.
  public init(
    csv: String, as format: TableFormat = TableFormat(), by model: SavedModel, top: Int? = nil
  ) throws(Failure) {
    let table: DataTable
    do throws(DataError) {
      table = try DataTable(contentsOf: csv, as: format)
    } catch {
      throw Failure(error)
    }
    try self.init(of: table, by: model, top: top)
  }
}
