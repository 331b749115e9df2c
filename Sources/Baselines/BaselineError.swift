/// Why a baseline cannot be fitted.
public enum BaselineError: Error, Sendable, Equatable {
  /// Logistic regression has nothing to tell apart.
  case oneClass
  /// Logistic regression found no least value.
  case notConverged
  /// XGBoost refused a call, in its own words.
  case xgboost(call: String, message: String)
}

extension BaselineError: CustomStringConvertible {
  /// What was expected, what came, and what to do.
  public var description: String {
    switch self {
    case .oneClass:
      "logistic regression: expected training rows of both classes, received one; split the data otherwise"
    case .notConverged:
      "logistic regression: found no least value of its objective; look for extreme features, or scale them"
    case .xgboost(let call, let message):
      "XGBoost: \(call): \(message)"
    }
  }
}
