/// Whoever can fit baselines; `Paper` itself knows no library of them.
public protocol BaselineFitter: Sendable {
  /// The versions of the libraries at work, by name: another version fits anew.
  var versions: [String: String] { get }

  /// Fits one.
  ///
  /// - Throws: `badData` where the training rows cannot be fitted, `failed` where a library refuses.
  func fit(_ baseline: Baseline, to task: BaselineTask) throws(Failure) -> FittedBaseline
}

/// The rows that baselines are fitted to and asked about: the network's, scaled as for the network.
public struct BaselineTask: Sendable {
  /// `(rows, featureNames.count)`, row after row; all finite.
  public let features: [Float]
  public let featureNames: [String]
  /// The class of each row, 0 or 1.
  public let target: [Int]
  /// The rows to fit to: all that are not held out, those that validate for the network too.
  public let trainingRows: [Int]
}

/// What a baseline says of every row, and what of it is worth telling.
public struct FittedBaseline: Sendable {
  /// The probability of class 1, for each row of the task.
  public var probabilities: [Float]
  /// What the fit was told, by the names of the library that does it.
  public var settings: [String: String]
  /// The rule that a stump found.
  public var rule: BaselineRecord.Rule?

  public init(
    probabilities: [Float], settings: [String: String] = [:], rule: BaselineRecord.Rule? = nil
  ) {
    (self.probabilities, self.settings, self.rule) = (probabilities, settings, rule)
  }
}
