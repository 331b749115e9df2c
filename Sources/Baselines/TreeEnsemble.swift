/// Many decision trees grown by XGBoost, each to mend what those before got wrong.
///
/// The settings are the whole definition: none was chosen by looking at held-out rows.
public struct TreeEnsemble: Sendable, Equatable {
  /// One of XGBoost's parameters, by its name there.
  public struct Setting: Sendable, Equatable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  public let settings: [Setting]
  /// How often trees are grown, each time to mend what those before got wrong.
  public let rounds: Int

  public init(settings: [Setting], rounds: Int) {
    precondition(rounds > 0, "expected at least one round, received \(rounds)")
    (self.settings, self.rounds) = (settings, rounds)
  }

  /// One thread and one seed, so that the same rows give the same bytes, and a start that does not
  /// depend on the version.
  private static let common = [
    Setting("base_score", "0.5"), Setting("nthread", "1"), Setting("seed", "0"),
    Setting("tree_method", "hist"), Setting("validate_parameters", "1"),
  ]

  /// Boosted trees as XGBoost's `XGBClassifier` has them when nothing is said: 100 trees of depth 6, each
  /// scaled by 0.3.
  public static let boosted = TreeEnsemble(
    settings: common + [
      Setting("objective", "binary:logistic"), Setting("learning_rate", "0.3"), Setting("max_depth", "6"),
      Setting("min_child_weight", "1"), Setting("reg_lambda", "1"),
    ], rounds: 100)

  /// Fits the trees to some rows and asks them about others.
  ///
  /// - Parameters:
  ///   - rows: the training rows.
  ///   - classes: theirs, 0 or 1.
  ///   - others: rows with the same columns.
  /// - Returns: the probability of class 1 of each of the others.
  /// - Throws: `xgboost` with its message, such as for a setting that it does not have.
  public func probabilities(
    fitting rows: FeatureRows, classes: [Int], of others: FeatureRows
  ) throws(BaselineError) -> [Double] {
    rows.check(classes)
    precondition(rows.columns == others.columns, "expected the same columns in both")
    let training = try BoosterRows(rows)
    try training.setClasses(classes)
    let booster = try Booster(for: training)
    for setting in settings { try booster.set(setting.name, setting.value) }
    for round in 0..<rounds { try booster.grow(round: round, on: training) }
    let predictions = try booster.predictions(of: try BoosterRows(others))
    // A mean over trees, summed in single precision, may miss 0 or 1 by the last bit.
    return predictions.map { Double(min(max($0, 0), 1)) }
  }
}
