/// A plain model to hold the network against; the raw value is its name in files and keys.
public enum Baseline: String, Codable, CaseIterable, Sendable {
  /// Always the class that most training rows have.
  case majority
  /// One threshold on one column.
  case stump
  case logistic
  /// A random forest.
  case forest
  /// Gradient-boosted trees.
  case boosted

  /// What prose and tables call it.
  public var words: String {
    switch self {
    case .majority: "majority class"
    case .stump: "one-column stump"
    case .logistic: "logistic regression"
    case .forest: "random forest"
    case .boosted: "boosted trees"
    }
  }
}

extension Baseline {
  /// The baselines of an experiment file, in its order.
  ///
  /// - Throws: `badData` for a name that none has, or one that is there twice.
  static func list(_ value: YAMLValue) throws(Failure) -> [Baseline] {
    var baselines: [Baseline] = []
    for item in try value.list() {
      let baseline = try item.choice(Baseline.self)
      guard !baselines.contains(baseline) else {
        throw item.failure("expected each baseline once, received '\(baseline.rawValue)' twice")
      }
      baselines.append(baseline)
    }
    return baselines
  }
}
