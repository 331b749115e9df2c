import Spelling
import TrackData

/// The rows of an experiment before they are split: features, classes and what belongs together.
struct ExperimentRows: Sendable {
  let dataset: Dataset
  /// For each row its number in the data file; `nil` where no row is left out.
  let fileRows: [Int]?
  /// The columns that the experiment drops and the data do not have.
  let absentDrops: [String]
  /// By what the split keeps rows together or, where it does not, by whose artist they are; `nil` for neither.
  let grouping: Grouping?

  /// - Parameter known: the same columns of the same data, where they have been read before.
  /// - Throws: `badData` for rows that are not what the experiment says.
  init(of experiment: Experiment, in source: TrackSource, known: ExperimentRows? = nil) throws(Failure) {
    fileRows = source.table.fileRows
    if let known {
      (dataset, absentDrops) = (known.dataset, known.absentDrops)
    } else {
      let data = experiment.data
      absentDrops = try Self.absentDrops(of: experiment, in: source.table)
      do throws(DataError) {
        dataset = try Dataset(
          table: source.table, target: data.target, classes: data.classes,
          dropping: data.drop.filter(source.table.hasColumn))
      } catch {
        throw Failure(error)
      }
    }
    grouping = try Grouping(of: experiment, in: source)
  }

  /// The columns to drop that the table does not have.
  ///
  /// One that is not there is as good as dropped; but where another has nearly the same name, a slip of the pen
  /// would leave in what was to be dropped.
  private static func absentDrops(
    of experiment: Experiment, in table: DataTable
  ) throws(Failure) -> [String] {
    let drop = experiment.data.drop
    let absent = drop.filter { !table.hasColumn($0) }
    for column in absent {
      if let near = nearestName(to: column, in: table.columns.filter { !drop.contains($0) }) {
        throw experiment.failure(
          at: "data.drop",
          "expected columns of \(Paths.name(of: table.file)) to drop, received '\(column)'; did you mean '\(near)'?"
        )
      }
    }
    return absent
  }
}

/// Rows that were read, for all arms of the studies that see the same columns.
struct RowShelf {
  private var known: [(data: Experiment.DataSource, group: String?, rows: ExperimentRows)] = []

  mutating func rows(of experiment: Experiment, in source: TrackSource) throws(Failure) -> ExperimentRows {
    let alike = known.filter { $0.data == experiment.data }
    if let same = alike.first(where: { $0.group == experiment.split.group }) { return same.rows }
    let rows = try ExperimentRows(of: experiment, in: source, known: alike.first?.rows)
    known.append((experiment.data, experiment.split.group, rows))
    return rows
  }
}

extension Experiment {
  /// What is wrong with a setting, or with the data that it asks for.
  func failure(at key: String, _ reason: String) -> Failure { failure(at: [key], reason) }

  /// - Parameter keys: where the setting may stand; the first that is in the experiment's file counts.
  func failure(at keys: [String], _ reason: String) -> Failure {
    Failure(.badData, at: places.prefix(keys), reason)
  }

  /// Where a setting of a run's training may stand, the nearest first.
  func keys(_ key: String, of run: Run) -> [String] {
    let own = runs.firstIndex { $0.name == run.name }.map { ["runs[\($0)].\(key)"] } ?? []
    return own + ["training.\(key)"]
  }
}
