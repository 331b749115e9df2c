import NeuralNetwork
import TrackData

/// What to run: the whole of an experiment file, with every default filled in and every run resolved.
///
/// One that was read from a file has been checked; the stages need no checks of their own.
public struct Experiment: Codable, Equatable, Sendable {
  public var name: String
  /// The report's title.
  public var title: String
  public var style: Style
  /// The language of the report; `nil` for English.
  public var language: Language?
  /// How figures are made; `nil` as their look has them, in all formats.
  public var figures: FigureSettings?
  /// What lies over the standard templates; `nil` for nothing.
  public var templates: TemplateChoice?
  public var data: DataSource
  public var split: Split
  public var scaling: Scaling
  /// The network's layers from the first to the last, whose one unit gives the probability of class 1.
  public var model: [LayerSpec]
  /// The fits, in order; a later one may go on from an earlier one.
  public var runs: [Run]
  /// The seeds over which the first run's numbers are told beside those of its own seed; `nil` for none.
  public var seeds: SeedList?
  /// What the first run is held against, in the order of the report; may be none.
  public var baselines: [Baseline]
  /// What a paper printed, to be held against ours; `nil` where there is nothing to compare with.
  public var published: Published?
  /// The file of what is claimed of the results, as seen from the current folder; `nil` for none.
  public var claims: String?
  /// What is tried beside the runs; `nil` for nothing.
  public var studies: Studies?
  /// Where its keys stand in its file.
  var places = Places()

  /// Which look figures and tables have.
  public enum Style: String, Codable, CaseIterable, Sendable {
    /// Figures that a journal prints as they are.
    case journal
    /// What matplotlib drew for the paper of 2021.
    case original
  }

  /// Where the rows come from, and which columns mean what.
  public struct DataSource: Codable, Equatable, Sendable {
    /// The CSV file, as seen from the current folder; `nil` asks for the built-in sample.
    public var csv: String?
    /// The column of the class.
    public var target: String
    /// The two classes' names, class 0 first.
    public var classes: [String]
    /// The columns that are neither features nor the target.
    public var drop: [String]
    /// What a row is called; `nil` for the language's word for an example.
    public var row: RowNoun?
    /// Of the file that `published` and `claims` are about; `nil` where they are about any.
    public var sha256: Fingerprint?
    /// The character between the fields of the file; `nil` to find it out.
    public var delimiter: Delimiter?
    /// What stands before the fraction of its numbers; `nil` to find it out.
    public var decimal: DecimalMark?
    /// What stands between its numbers' groups of three digits; `nil` for nothing, unless that is beyond doubt.
    public var thousands: ThousandsMark?
    /// What is done about rows with missing cells among the features and the target; `nil` is `error`.
    public var missing: MissingCells?
    /// What a missing cell says, besides the usual.
    public var missingValues: [String]?
  }

  /// What is done about rows that lack a cell.
  public enum MissingCells: String, Codable, CaseIterable, Sendable {
    /// Nothing is trained before they are mended.
    case error
    /// They are left out.
    case drop
  }

  /// Which rows are held out; `SplitPlan` says which of scikit-learn's splitters draws them.
  public struct Split: Codable, Equatable, Sendable {
    /// The share, or the number, that is held out: of the rows or, where there is a `group`, of the groups.
    public var test: TestSize
    /// scikit-learn's `random_state`, which has nothing to do with the seed of the training.
    public var seed: UInt32
    public var shuffle: Bool
    /// Whether both parts have the classes in the proportions of the whole.
    public var stratify: Bool
    /// The column whose equal cells make a group, which is never on both sides; `nil` keeps none together.
    public var group: String?
    /// Which of the training rows validate.
    public var validation: Validation
  }

  /// Which of the training rows validate; how many is `validation_split`'s to say.
  public enum Validation: String, Codable, CaseIterable, Sendable {
    /// Keras's way: the last ones, in the order in which they were drawn.
    case tail
    /// Drawn from the training rows as the test rows are from all: by the same splitter and seed.
    case drawn
  }

  /// How many rows are held out.
  public enum TestSize: Codable, Equatable, Sendable {
    case fraction(Double)
    case count(Int)
  }

  /// What is done to the features before the network sees them.
  public enum Scaling: String, Codable, CaseIterable, Sendable {
    case none
    /// Mean 0 and standard deviation 1 over the training rows.
    case standard
  }

  /// One fit.
  public struct Run: Codable, Equatable, Sendable {
    public var name: String
    /// What headings and captions call it.
    public var title: String
    /// The run whose restored weights and optimizer this one goes on with.
    public var continues: String?
    public var training: Training
  }

  /// The settings of one fit, in Keras's words.
  public struct Training: Codable, Equatable, Sendable {
    public var adam: Adam
    public var batchSize: Int
    /// The most epochs there may be.
    public var epochs: Int
    /// The share of the training rows, taken from their end, that validates.
    public var validationSplit: Double
    public var shuffle: Bool
    /// Decides the first weights, what drops out and the order of rows.
    public var seed: UInt64
    /// A safetensors file to take the first weights from, as seen from the current folder.
    public var initialWeights: String?
    public var earlyStopping: EarlyStopping?
  }

  /// The run that the others follow, whose products have no suffix in their names.
  public var firstRun: Run { runs[0] }
}

extension Experiment.Split {
  /// Reads run folders too that were written before there were groups.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      test: try container.decode(Experiment.TestSize.self, forKey: .test),
      seed: try container.decode(UInt32.self, forKey: .seed),
      shuffle: try container.decode(Bool.self, forKey: .shuffle),
      stratify: try container.decode(Bool.self, forKey: .stratify),
      group: try container.decodeIfPresent(String.self, forKey: .group),
      validation: try container.decodeIfPresent(Experiment.Validation.self, forKey: .validation) ?? .tail)
  }
}
