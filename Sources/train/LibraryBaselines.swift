import Baselines
import Paper

/// The experiment's baselines, fitted by the room of that name.
struct LibraryBaselines: BaselineFitter {
  var versions: [String: String] { ["xgboost": XGBoost.version] }

  func fit(_ baseline: Baseline, to task: BaselineTask) throws(Failure) -> FittedBaseline {
    let all = FeatureRows(task.features, columns: task.featureNames.count)
    let rows = all[task.trainingRows]
    let classes = task.trainingRows.map { task.target[$0] }
    do throws(BaselineError) {
      switch baseline {
      case .majority:
        return FittedBaseline(MajorityClass(fitting: classes).probabilities(of: all))
      case .stump:
        let stump = DecisionStump(fitting: rows, classes: classes)
        var fitted = FittedBaseline(stump.probabilities(of: all), settings: ["criterion": "gini"])
        fitted.rule = .init(
          column: task.featureNames[stump.column],
          threshold: stump.threshold.isFinite ? stump.threshold : nil)
        return fitted
      case .logistic:
        let regression = try LogisticRegression(fitting: rows, classes: classes)
        return FittedBaseline(
          regression.probabilities(of: all),
          settings: ["C": "\(LogisticRegression.defaultC)", "penalty": "l2"])
      case .forest:
        let forest = RandomForest()
        return FittedBaseline(
          forest.probabilities(fitting: rows, classes: classes, of: all),
          settings: [
            "n_estimators": "\(forest.trees)", "max_features": "sqrt", "criterion": "gini",
            "bootstrap": "true",
            "seed": "\(forest.seed)",
          ])
      case .boosted:
        return try fit(.boosted, to: rows, classes, of: all)
      }
    } catch {
      throw Failure(
        error.isOfRows ? .badData : .failed,
        error.isOfRows ? "\(error)" : "baselines: \(baseline.rawValue): \(error)")
    }
  }

  private func fit(
    _ trees: TreeEnsemble, to rows: FeatureRows, _ classes: [Int], of all: FeatureRows
  ) throws(BaselineError) -> FittedBaseline {
    var settings = ["rounds": "\(trees.rounds)"]
    for setting in trees.settings { settings[setting.name] = setting.value }
    return FittedBaseline(
      try trees.probabilities(fitting: rows, classes: classes, of: all), settings: settings)
  }
}

extension FittedBaseline {
  fileprivate init(_ probabilities: [Double], settings: [String: String] = [:]) {
    self.init(probabilities: probabilities.map { Float($0) }, settings: settings)
  }
}

extension BaselineError {
  /// Whether other rows would mend it.
  fileprivate var isOfRows: Bool {
    switch self {
    case .oneClass, .notConverged: true
    case .xgboost: false
    }
  }
}
