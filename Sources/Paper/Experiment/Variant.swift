import NeuralNetwork

/// A change of an experiment that is tried beside it; what it leaves `nil` stays as it is.
public struct Variant: Codable, Equatable, Sendable {
  /// Part of file names and keys.
  public var name: String
  /// What tables call it.
  public var title: String
  /// The seeds it is trained from, where those of all studies would take too long.
  public var seeds: SeedList?
  /// The columns that are neither features nor the target, instead of the experiment's.
  public var drop: [String]?
  public var split: Experiment.Split?
  /// The folds of a cross-validation in place of one hold-out, drawn as the split is.
  public var folds: Folds?
  public var scaling: Experiment.Scaling?
  public var model: [LayerSpec]?
  public var training: Experiment.Training?

  /// How often rows are parted into how many folds.
  public struct Folds: Codable, Equatable, Sendable {
    public var count: Int
    public var repeats: Int
  }

  public init(
    name: String, title: String, seeds: SeedList? = nil, drop: [String]? = nil,
    split: Experiment.Split? = nil, folds: Folds? = nil, scaling: Experiment.Scaling? = nil,
    model: [LayerSpec]? = nil, training: Experiment.Training? = nil
  ) {
    (self.name, self.title, self.seeds) = (name, title, seeds)
    (self.drop, self.split, self.folds, self.scaling) = (drop, split, folds, scaling)
    (self.model, self.training) = (model, training)
  }

  /// The experiment with this change: its first run alone.
  public func applied(to experiment: Experiment) -> Experiment {
    var changed = experiment
    var run = experiment.firstRun
    run.training = training ?? run.training
    changed.runs = [run]
    (changed.studies, changed.baselines) = (nil, [])
    changed.data.drop = drop ?? experiment.data.drop
    changed.split = split ?? experiment.split
    changed.scaling = scaling ?? experiment.scaling
    changed.model = model ?? experiment.model
    return changed
  }
}

extension Experiment {
  /// What is tried beside an experiment: its first run under changed conditions, each over several seeds.
  public struct Studies: Codable, Equatable, Sendable {
    /// The seeds of everything that names none of its own.
    public var seeds: SeedList
    /// Those of them that plain models are fitted with, which take longer and have no chance of their own; `nil` for
    /// all.
    public var plainSeeds: SeedList?
    /// Other features, networks and ways to train.
    public var variants: [Variant]
    /// Other ways to hold out rows.
    public var splits: [Variant]
    /// Whether what the audit finds in the data is mended, to see what it did to the result.
    public var audit: Bool
  }
}
