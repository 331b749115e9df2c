import Spelling
import TrackData

/// Which rows belong together: those whose cells of one column are equal.
struct Grouping: Sendable, Equatable {
  /// The column's name.
  let column: String
  /// The group of each row.
  let groups: [Int]
}

extension Grouping {
  /// The groups that a split keeps together; where it keeps none, those of one artist, so that it can be told
  /// how many are on both sides.
  ///
  /// `nil` where the split names no column and not every row has an artist.
  ///
  /// - Throws: `badData` where the split names a column that there is not, or that has an empty cell.
  init?(of experiment: Experiment, in source: TrackSource) throws(Failure) {
    let table = source.table
    if let column = experiment.split.group {
      guard table.hasColumn(column) else {
        let suggestion = nearestName(to: column, in: table.columns).map { "did you mean '\($0)'?" }
        throw experiment.failure(
          at: "split.group",
          "expected a column of \(source.file) to group rows by, received '\(column)'; "
            + (suggestion ?? "the columns are \(table.columns.joined(separator: ", "))"))
      }
      do throws(DataError) {
        self.init(column: column, groups: try table.groups(in: column))
      } catch {
        throw Failure(error)
      }
    } else if let artist = table.firstColumn(of: SongColumns.artist),
      // What is only told of artists, and asked for by nobody, is no error where one is missing.
      let groups = try? table.groups(in: table.columns[artist])
    {
      self.init(column: table.columns[artist], groups: groups)
    } else {
      return nil
    }
  }
}

extension Grouping {
  /// The groups of the rows that are left when some are removed.
  func removing(_ rows: Set<Int>) -> Grouping {
    Grouping(column: column, groups: groups.indices.filter { !rows.contains($0) }.map { groups[$0] })
  }
}
