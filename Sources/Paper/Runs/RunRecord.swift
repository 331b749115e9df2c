import NeuralNetwork
import TrackData

/// `run.json`: all that there is to know of one run but its numbers per epoch and per track.
///
/// It holds no clock, no path and no host name: the same data, settings and seed give the same bytes.
public struct RunRecord: Codable, Equatable, Sendable {
  /// The run's name, which is that of its folder too.
  public var name: String
  /// The experiment as it was run; files are named without their folders.
  public var experiment: Experiment
  public var data: Data
  public var split: Split
  public var model: Model
  public var result: Result
  /// What the audit found in the data; `nil` where nobody looked.
  public var findings: [Finding]?
  /// What made the run.
  public var versions: [String: String]

  public struct Data: Codable, Equatable, Sendable {
    /// The file's name.
    public var file: String
    public var sha256: Fingerprint
    public var rows: Int
    public var columns: [String]
    /// The columns that the network sees, in its order.
    public var features: [String]
    /// Whether the rows are the built-in sample's, invented and nobody's.
    public var isSynthetic: Bool
    /// How many rows of the file are left out because a feature or the class is missing; `nil` for none.
    public var incompleteRows: Int?
  }

  /// How many rows each part has.
  public struct Split: Codable, Equatable, Sendable {
    public var train: Int
    public var validation: Int
    public var test: Int
    /// Of which rows are held out: runs of one experiment share it, however many rows of theirs validate.
    public var testSha256: Fingerprint
    /// How far the parts share groups; `nil` where the data have no column to tell them by.
    public var groups: Groups?
  }

  /// How the groups of one column, such as the artists, are spread over the parts of the split.
  public struct Groups: Codable, Equatable, Sendable {
    /// The column whose equal cells make a group: that of the split, else the artist's.
    public var column: String
    /// How many groups have rows in each part.
    public var train: Int
    public var validation: Int
    public var test: Int
    /// The test rows of which a row of the same group trains or validates.
    public var sharedTestRows: Int
    /// The validation rows of which a row of the same group trains.
    public var sharedValidationRows: Int
  }

  public struct Model: Codable, Equatable, Sendable {
    public var layers: [Layer]
    public var parameters: Int
    /// What the features were scaled by; `nil` where they were left as they are.
    public var scaling: StandardScaling?
  }

  /// A line of the model's summary.
  public struct Layer: Codable, Equatable, Sendable {
    /// Keras's name.
    public var name: String
    public var type: String
    /// `nil` for a layer that has none.
    public var activation: String?
    /// How many numbers leave the layer per row.
    public var units: Int
    public var parameters: Int
  }

  public struct Result: Codable, Equatable, Sendable {
    public var stop: StopReason
    /// The epochs of this fit.
    public var epochsRun: Int
    /// The epochs of this fit and of all that it goes on from.
    public var epochsOfAllFits: Int
    /// The epoch, from 1, in which what is monitored was best; whether its weights came back is the rule's to say.
    public var bestEpoch: Int?
    /// The monitored value in that epoch.
    public var bestValue: Double?
  }
}

/// The version of the package.
public let version = "0.1.0"
