/// Many decision trees grown by XGBoost: a random forest, or trees that are boosted.
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

  /// What both share: one thread and one seed, so that the same rows give the same bytes, and a start that does
  /// not depend on the version.
  private static let common = [
    Setting("base_score", "0.5"), Setting("nthread", "1"), Setting("seed", "0"),
    Setting("tree_method", "hist"), Setting("validate_parameters", "1"),
  ]

  /// A random forest like scikit-learn's `RandomForestClassifier(n_estimators=500)`.
  ///
  /// Each tree sees 63 % of the rows (about as many different ones as a bootstrap draws), chooses at every node
  /// among the square root of the columns, and grows until its leaves are pure. For a squared error a leaf holds
  /// its share of class 1 and the best split is that of the least Gini impurity, so that the mean over trees is
  /// what scikit-learn's forest gives. With XGBoost's limits on depth and leaves it is a worse forest. Thresholds
  /// lie between 64 bins of each column: four times as many take thrice the time, for the same forest.
  ///
  /// - Parameter columns: how many features there are.
  public static func forest(columns: Int) -> TreeEnsemble {
    let tried = max(1, Int(Double(columns).squareRoot()))
    // XGBoost rounds the share of columns down to a count; half a column more keeps it from losing one.
    let share = tried < columns ? (Double(tried) + 0.5) / Double(columns) : 1
    return TreeEnsemble(
      settings: common + [
        Setting("objective", "reg:squarederror"), Setting("num_parallel_tree", "500"),
        Setting("learning_rate", "1"), Setting("subsample", "0.63"),
        Setting("colsample_bynode", "\(Float(share))"), Setting("max_depth", "0"),
        Setting("min_child_weight", "0"), Setting("reg_lambda", "1e-5"), Setting("max_bin", "64"),
      ], rounds: 1)
  }

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
