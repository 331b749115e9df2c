/// `baselines.json`: how the baselines of `baselines.csv` were made.
public struct BaselineRecord: Codable, Equatable, Sendable {
  /// In the experiment's order.
  public var models: [Model]
  /// What they were fitted to: a run of other rows has no use for them.
  public var rows: Rows
  /// Of the libraries that fitted them.
  public var versions: [String: String]
  /// Those of the experiment that these rows cannot be fitted by; `nil` where there are none.
  public var leftOut: [LeftOut]?

  /// One that is not there, and why.
  public struct LeftOut: Codable, Equatable, Sendable {
    public var name: Baseline
    public var reason: String
  }

  public struct Model: Codable, Equatable, Sendable {
    public var name: Baseline
    /// By the names of the library that fitted it.
    public var settings: [String: String]
    /// A stump's.
    public var rule: Rule?
  }

  /// Rows, and how they were seen.
  public struct Rows: Codable, Equatable, Sendable {
    /// Of the data file.
    public var sha256: Fingerprint
    public var target: String
    public var features: [String]
    public var split: Experiment.Split
    public var scaling: Experiment.Scaling
  }

  /// One threshold on one column.
  public struct Rule: Codable, Equatable, Sendable {
    public var column: String
    /// In the column's units as the network sees it; `nil` where all rows are the same and there is none.
    public var threshold: Double?

    public init(column: String, threshold: Double?) {
      (self.column, self.threshold) = (column, threshold)
    }
  }
}

extension BaselineRecord.Rows {
  /// The rows of a run.
  init(of record: RunRecord) {
    let experiment = record.experiment
    self.init(
      sha256: record.data.sha256, target: experiment.data.target, features: record.data.features,
      split: experiment.split, scaling: experiment.scaling)
  }
}
