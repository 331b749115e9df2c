import TrackData

/// The rows of an experiment, and where they came from.
public struct TrackSource: Sendable {
  public let table: DataTable
  /// The file's name without its folder.
  public let file: String
  public let fingerprint: Fingerprint
  /// Whether the rows are invented by us, from wherever they came and whatever their number and seed.
  public let isSynthetic: Bool

  /// Finds the rows: in `data` where it is given, else in the experiment's `csv`, else they are the built-in
  /// sample, made in memory.
  ///
  /// - Throws: `noInput` where `data` is given and is not there; `badData` for a file that is no table.
  public init(for experiment: Experiment, data: String?) throws(Failure) {
    if let path = data ?? experiment.data.csv, data != nil || Files.exists(path) {
      try self.init(csv: try Files.read(path), path: path)
    } else {
      try self.init(csv: Sample.csv(), path: Self.sampleName)
    }
  }

  private init(csv: [UInt8], path: String) throws(Failure) {
    do throws(DataError) {
      table = try DataTable(csv: csv, file: path)
    } catch {
      throw Failure(error)
    }
    file = Paths.name(of: path)
    fingerprint = Fingerprint(of: csv)
    // Known by the mark in its rows, so that it is called so too when it comes from a file.
    isSynthetic = Sample.isMarked(table)
  }

  /// What products call the sample.
  public static let sampleName = "synthetic sample"
}
