/// What can be said without looking at a track: the class that most training rows have.
///
///     probability = share of class 1 among the training rows, the same for every row
///
/// As scikit-learn's `DummyClassifier(strategy="prior")`.
public struct MajorityClass: Sendable, Equatable {
  /// The share of class 1 among the training rows.
  public let share: Double

  /// - Parameter classes: of the training rows, 0 or 1; at least one.
  public init(fitting classes: [Int]) {
    precondition(
      !classes.isEmpty && classes.allSatisfy { $0 == 0 || $0 == 1 },
      "expected classes 0 and 1, at least one")
    share = Double(classes.reduce(0, +)) / Double(classes.count)
  }

  /// The probability of class 1 of each row.
  public func probabilities(of rows: FeatureRows) -> [Double] {
    [Double](repeating: share, count: rows.count)
  }
}
