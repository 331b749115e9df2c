/// The intervals of everything that a classification report prints, and of the agreement of its labels.
///
///     let matrix = try ConfusionMatrix(truth: truth, predictions: predictions, classCount: 2)
///     ScoreIntervals(matrix).accuracy  // Wilson's
///     ScoreIntervals(matrix).f1[1]     // the bootstrap's
///
/// Accuracy, precision and recall are proportions, and have Wilson's interval of what they are a proportion
/// of: precision of the samples that were predicted as the class, as if their number had been fixed. Everything
/// else comes from the bootstrap.
public struct ScoreIntervals: Sendable, Equatable {
  /// The intervals of precision, recall and F1 of an average; `nil` where a resample has no such number.
  public struct Average: Sendable, Equatable {
    public let precision: Interval?
    public let recall: Interval?
    public let f1: Interval?
  }

  /// Of the share of rightly predicted samples.
  public let accuracy: Interval
  /// Of each class; 0 to 1 for one that was never predicted.
  public let precision: [Interval]
  /// Of each class; 0 to 1 for one that is never true.
  public let recall: [Interval]
  /// Of each class; `nil` where a resample has no such number.
  public let f1: [Interval?]
  public let macroAverage: Average
  public let weightedAverage: Average
  /// Of `ConfusionMatrix.balancedAccuracy()`.
  public let balancedAccuracy: Interval?
  /// Of `ConfusionMatrix.matthewsCorrelation`.
  public let matthewsCorrelation: Interval?
  /// Of `ConfusionMatrix.cohenKappa()`.
  public let cohenKappa: Interval?

  /// Computes all of them, at the bootstrap's level.
  ///
  /// - Parameters:
  ///   - matrix: of counts, not of weights.
  ///   - bootstrap: default: 2,000 resamples from seed 0 at 95 %.
  public init(_ matrix: ConfusionMatrix, bootstrap: Bootstrap = Bootstrap()) {
    let level = bootstrap.level
    let classes = matrix.labels.indices
    let (correct, truths, predicted) = (matrix.correctCounts, matrix.truthCounts, matrix.predictionCounts)
    accuracy = .wilson(Int(correct.reduce(0, +)), of: Int(matrix.total), level: level)
    precision = classes.map { .wilson(Int(correct[$0]), of: Int(predicted[$0]), level: level) }
    recall = classes.map { .wilson(Int(correct[$0]), of: Int(truths[$0]), level: level) }

    let intervals = bootstrap.intervals(of: matrix) { $0.averagedScores }
    let rest = Array(intervals[classes.count...])
    f1 = Array(intervals[..<classes.count])
    macroAverage = Average(precision: rest[0], recall: rest[1], f1: rest[2])
    weightedAverage = Average(precision: rest[3], recall: rest[4], f1: rest[5])
    balancedAccuracy = rest[6]
    matthewsCorrelation = rest[7]
    cohenKappa = rest[8]
  }
}

extension ConfusionMatrix {
  /// All that has no closed interval, 0/0 being 0 as in a printed report.
  ///
  /// F1 of each class, macro precision, recall and F1, their weighted twins, balanced accuracy, Matthews'
  /// correlation, Cohen's kappa: what the report and `Agreement` define, in one pass, because it is taken some
  /// thousand times.
  fileprivate var averagedScores: [Double] {
    func share(_ part: Double, of whole: Double) -> Double { whole == 0 ? 0 : part / whole }
    var scores: [Double] = []
    scores.reserveCapacity(classCount + 9)
    var (precision, recall, f1) = (0.0, 0.0, 0.0)
    var (weightedPrecision, weightedRecall, weightedF1) = (0.0, 0.0, 0.0)
    var (correct, samples, occurring, recallOfOccurring) = (0.0, 0.0, 0.0, 0.0)
    var (truthByPredicted, truthSquared, predictedSquared) = (0.0, 0.0, 0.0)
    for index in 0..<classCount {
      let right = cells[index * classCount + index]
      var (truth, predicted) = (0.0, 0.0)
      for other in 0..<classCount {
        truth += cells[index * classCount + other]
        predicted += cells[other * classCount + index]
      }
      let ofClass = (
        precision: share(right, of: predicted), recall: share(right, of: truth),
        f1: share(2 * right, of: truth + predicted)
      )
      scores.append(ofClass.f1)
      precision += ofClass.precision
      recall += ofClass.recall
      f1 += ofClass.f1
      weightedPrecision += ofClass.precision * truth
      weightedRecall += ofClass.recall * truth
      weightedF1 += ofClass.f1 * truth
      if truth > 0 { (occurring, recallOfOccurring) = (occurring + 1, recallOfOccurring + ofClass.recall) }
      correct += right
      samples += truth
      truthByPredicted += truth * predicted
      truthSquared += truth * truth
      predictedSquared += predicted * predicted
    }
    let covariance = correct * samples - truthByPredicted
    let whole = samples * samples
    let variances = (whole - predictedSquared) * (whole - truthSquared)
    let classes = Double(classCount)
    scores.append(precision / classes)
    scores.append(recall / classes)
    scores.append(f1 / classes)
    scores.append(weightedPrecision / samples)
    scores.append(weightedRecall / samples)
    scores.append(weightedF1 / samples)
    scores.append(recallOfOccurring / occurring)
    scores.append(variances == 0 ? 0 : covariance / variances.squareRoot())
    scores.append(covariance / (whole - truthByPredicted))
    return scores
  }
}
