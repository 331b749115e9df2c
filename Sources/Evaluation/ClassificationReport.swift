/// Precision, recall and F1 of each class and their averages: scikit-learn's `classification_report`.
///
///     let report = try ClassificationReport(
///       truth: [0, 0, 1, 1], predictions: [0, 1, 1, 1], classNames: ["Disliked", "Liked"])
///     print(report.text())
///
/// With tp samples of a class rightly predicted, precision = tp / predicted, recall = tp / true and
/// F1 = 2·tp / (true + predicted). The macro average is the plain mean over the classes, the weighted one
/// goes by support, the micro average counts all classes as one.
public struct ClassificationReport: Sendable, Equatable {
  /// Three numbers between 0 and 1; not a number only with `ZeroDivision.nan`.
  public struct Scores: Sendable, Equatable {
    /// The share of the samples predicted as the class that truly are of it.
    public let precision: Double
    /// The share of the samples truly of the class that were predicted as it.
    public let recall: Double
    /// The harmonic mean of the two, 2·tp / (true + predicted).
    public let f1: Double
  }

  /// The scores of one class.
  public struct ClassScores: Sendable, Equatable {
    /// The class as the samples name it.
    public let label: ClassLabel
    /// The class as the report names it.
    public let name: String
    /// Its precision, recall and F1.
    public let scores: Scores
    /// How many samples truly are of the class, or their weight.
    public let support: Double
  }

  /// One line of the report.
  public struct Row: Sendable, Equatable {
    /// What a line says.
    public enum Content: Sendable, Equatable {
      case scores(Scores)
      /// The accuracy line has one number only; printed, it stands in the column of F1.
      case accuracy(Double)
    }

    /// The class, `accuracy`, or the kind of average.
    public let name: String
    /// The numbers.
    public let content: Content
    /// How many samples they are taken from, or their weight.
    public let support: Double
  }

  /// The classes, in the order of their labels.
  public let classes: [ClassScores]
  /// All classes counted as one.
  public let microAverage: Scores
  /// The plain mean over the classes.
  public let macroAverage: Scores
  /// The mean over the classes by support.
  public let weightedAverage: Scores
  /// The sum of the supports.
  public let support: Double
  /// Whether the supports are sums of weights instead of counts.
  public let isWeighted: Bool
  /// What was 0/0, with `ZeroDivision.warn`; empty where nothing was.
  public let warnings: [UndefinedScore]

  let coversAllLabels: Bool
  let isAnyCorrect: Bool

  /// The share of rightly predicted samples; `nil` where `labels` left out some that occur, so that the
  /// micro average is no accuracy.
  public var accuracy: Double? { coversAllLabels ? microAverage.precision : nil }

  /// The lines of the report in order, as the entries of `output_dict=True`: the classes, then "accuracy"
  /// ("micro avg" where there is none), "macro avg" and "weighted avg".
  public var rows: [Row] {
    let overall: Row =
      if let accuracy {
        Row(name: "accuracy", content: .accuracy(accuracy), support: support)
      } else {
        Row(name: "micro avg", content: .scores(microAverage), support: support)
      }
    return classes.map { Row(name: $0.name, content: .scores($0.scores), support: $0.support) } + [
      overall,
      Row(name: "macro avg", content: .scores(macroAverage), support: support),
      Row(name: "weighted avg", content: .scores(weightedAverage), support: support),
    ]
  }
}

extension ClassificationReport {
  /// Reports on labels, as `classification_report(truth, predictions, labels=labels,
  /// target_names=classNames, sample_weight=weights, zero_division=zeroDivision)`.
  ///
  /// - Parameters:
  ///   - truth: the true label of each sample.
  ///   - predictions: the predicted label of each sample.
  ///   - labels: the classes to report, in the order wanted. Default: those that occur, sorted.
  ///   - classNames: what to call them, one for each label. Default: the labels themselves.
  ///   - weights: how much each sample counts; default: 1.
  ///   - zeroDivision: what 0/0 is; default: 0, with a warning.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, a label is a fraction, numbers mix
  ///   with text, a weight is negative or not finite, labels are none or repeated, or names are too many or
  ///   too few (scikit-learn lets names run short where labels are given, and drops classes silently).
  public init(
    truth: [ClassLabel], predictions: [ClassLabel], labels: [ClassLabel]? = nil,
    classNames: [String]? = nil, weights: [Double]? = nil, zeroDivision: ZeroDivision = .warn
  ) throws(EvaluationError) {
    let samples = try LabelledSamples(truth: truth, predictions: predictions, weights: weights)
    let labels = try samples.requested(labels)
    if let classNames, classNames.count != labels.count {
      throw .classNamesDiffer(labels: labels, received: classNames.count)
    }
    self.init(
      samples, labels: labels, names: classNames ?? labels.map(\.description), zeroDivision: zeroDivision)
  }

  /// Reports on class indices, as `classification_report(truth, predictions,
  /// labels=range(len(classNames)), target_names=classNames, …)`: a class that does not occur has its row
  /// all the same.
  ///
  /// - Parameters:
  ///   - truth: the index of the true class of each sample.
  ///   - predictions: the index of the predicted class of each sample.
  ///   - classNames: the name of each class.
  ///   - weights: how much each sample counts; default: 1.
  ///   - zeroDivision: what 0/0 is; default: 0, with a warning.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, an index has no name, or a weight
  ///   is negative or not finite.
  public init(
    truth: [Int], predictions: [Int], classNames: [String], weights: [Double]? = nil,
    zeroDivision: ZeroDivision = .warn
  ) throws(EvaluationError) {
    guard !classNames.isEmpty else { throw .noLabels }
    try Samples.check(predictions.count, of: .predictions, truth: truth.count)
    try Samples.check(classes: truth, classCount: classNames.count, argument: .truth)
    try Samples.check(classes: predictions, classCount: classNames.count, argument: .predictions)
    try self.init(
      truth: truth.map { .integer($0) }, predictions: predictions.map { .integer($0) },
      labels: classNames.indices.map { .integer($0) }, classNames: classNames, weights: weights,
      zeroDivision: zeroDivision)
  }

  private init(
    _ samples: LabelledSamples, labels: [ClassLabel], names: [String], zeroDivision: ZeroDivision
  ) {
    let counts = ClassCounts(samples)
    let wanted = counts.selecting(samples.positions(in: labels), count: labels.count)
    let scores = wanted.scores(zeroDivision: zeroDivision)
    let micro = wanted.pooled

    classes = labels.indices.map {
      ClassScores(label: labels[$0], name: names[$0], scores: scores[$0], support: wanted.actual[$0])
    }
    microAverage = micro.scores(zeroDivision: zeroDivision)[0]
    macroAverage = Scores(averaging: scores)
    weightedAverage = Scores(averaging: scores, weights: wanted.actual)
    support = pairwiseSum(wanted.actual)
    isWeighted = samples.weights != nil
    coversAllLabels = Set(labels).isSuperset(of: samples.present)
    isAnyCorrect = counts.isAnyCorrect
    guard zeroDivision == .warn else {
      warnings = []
      return
    }
    let pooled = coversAllLabels ? nil : micro
    warnings = UndefinedScore.Score.allCases.compactMap { score in
      var rows = zip(names, wanted.denominators(of: score)).filter { $0.1 == 0 }.map(\.0)
      if let pooled, pooled.denominators(of: score) == [0] { rows.append("micro avg") }
      return rows.isEmpty ? nil : UndefinedScore(score: score, rows: rows)
    }
  }
}

extension ClassificationReport.Scores {
  fileprivate init(averaging scores: [Self], weights: [Double]? = nil) {
    precision = averageOfDefined(scores.map(\.precision), weights: weights)
    recall = averageOfDefined(scores.map(\.recall), weights: weights)
    f1 = averageOfDefined(scores.map(\.f1), weights: weights)
  }
}
