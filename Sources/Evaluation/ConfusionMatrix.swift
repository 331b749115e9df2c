/// How often each class was taken for each: **rows are truth, columns are predictions.**
///
///     let matrix = try ConfusionMatrix(truth: [0, 0, 1, 1], predictions: [0, 1, 1, 1])
///     matrix.rows                     // [[1, 1], [0, 2]]
///     matrix[truth: 0, prediction: 1] // 1: one sample of class 0 was taken for class 1
///
/// C[i][j] counts the samples of class i predicted as class j, or sums their weights. Unweighted counts are
/// whole numbers, exact. Indices are positions in `labels`.
public struct ConfusionMatrix: Sendable, Equatable {
  /// The classes, in the order of rows and columns.
  public let labels: [ClassLabel]
  /// Whether the cells are sums of weights instead of counts.
  public let isWeighted: Bool
  /// Row-major, `(classes, classes)`.
  let cells: [Double]

  /// Counts truth against predictions, as scikit-learn's
  /// `confusion_matrix(truth, predictions, labels=labels, sample_weight=weights)`.
  ///
  /// - Parameters:
  ///   - truth: the true label of each sample.
  ///   - predictions: the predicted label of each sample.
  ///   - labels: the classes to count, in the order wanted; a sample whose truth or prediction is not among
  ///     them is left out. Default: those that occur, sorted.
  ///   - weights: how much each sample counts; default: 1.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, a label is a fraction, numbers mix
  ///   with text, a weight is negative or not finite, or the labels are none, repeated, or never true.
  public init(
    truth: [ClassLabel], predictions: [ClassLabel], labels: [ClassLabel]? = nil, weights: [Double]? = nil
  ) throws(EvaluationError) {
    let samples = try LabelledSamples(truth: truth, predictions: predictions, weights: weights)
    let labels = try samples.requested(labels)
    let positions = samples.positions(in: labels)
    let rows = samples.truth.map { positions[$0] }
    guard rows.contains(where: { $0 != nil }) else { throw .labelsAbsent(labels) }
    self.init(
      rows: rows, columns: samples.predictions.map { positions[$0] }, labels: labels, weights: weights)
  }

  /// Counts class indices, as scikit-learn's
  /// `confusion_matrix(truth, predictions, labels=range(classCount), sample_weight=weights)`.
  ///
  /// - Parameters:
  ///   - truth: the index of the true class of each sample, in `0..<classCount`.
  ///   - predictions: the index of the predicted class of each sample.
  ///   - classCount: how many classes there are, whether they occur or not; at least 1.
  ///   - weights: how much each sample counts; default: 1.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, an index is out of range, or a
  ///   weight is negative or not finite.
  public init(
    truth: [Int], predictions: [Int], classCount: Int, weights: [Double]? = nil
  ) throws(EvaluationError) {
    precondition(classCount >= 1, "a confusion matrix needs at least one class, received \(classCount)")
    try Samples.check(predictions.count, of: .predictions, truth: truth.count)
    try Samples.check(weights: weights, truth: truth.count)
    try Samples.check(classes: truth, classCount: classCount, argument: .truth)
    try Samples.check(classes: predictions, classCount: classCount, argument: .predictions)
    self.init(
      rows: truth, columns: predictions, labels: (0..<classCount).map { .integer($0) }, weights: weights)
  }

  init(labels: [ClassLabel], isWeighted: Bool, cells: [Double]) {
    (self.labels, self.isWeighted, self.cells) = (labels, isWeighted, cells)
  }

  private init(rows: [Int?], columns: [Int?], labels: [ClassLabel], weights: [Double]?) {
    var cells = [Double](repeating: 0, count: labels.count * labels.count)
    for (sample, place) in zip(rows, columns).enumerated() {
      if let row = place.0, let column = place.1 {
        cells[row * labels.count + column] += weights?[sample] ?? 1
      }
    }
    self.labels = labels
    self.isWeighted = weights != nil
    self.cells = cells
  }
}

extension ConfusionMatrix {
  /// The number of classes.
  public var classCount: Int { labels.count }

  /// The count of samples of one class that were predicted as another, by class index.
  public subscript(truth row: Int, prediction column: Int) -> Double {
    precondition(
      labels.indices.contains(row) && labels.indices.contains(column),
      "expected classes from 0 to \(classCount - 1), received \(row) and \(column)")
    return cells[row * classCount + column]
  }

  /// The counts, `(classes, classes)`: a row for each true class.
  public var rows: [[Double]] {
    labels.indices.map { row in Array(cells[row * classCount..<(row + 1) * classCount]) }
  }

  /// The counts of rightly predicted samples, `(classes)`: the diagonal.
  public var correctCounts: [Double] { labels.indices.map { self[truth: $0, prediction: $0] } }

  /// How many samples are truly of each class, `(classes)`: the sums of the rows.
  public var truthCounts: [Double] { rows.map(pairwiseSum) }

  /// How many samples were predicted as each class, `(classes)`: the sums of the columns.
  public var predictionCounts: [Double] {
    labels.indices.map { column in labels.indices.reduce(0) { $0 + self[truth: $1, prediction: column] } }
  }

  /// How many samples were counted.
  public var total: Double { pairwiseSum(cells) }

  /// The share of rightly predicted samples, as `accuracy_score`; 0/0 (not a number) where `labels` left
  /// out every sample.
  public var accuracy: Double { pairwiseSum(correctCounts) / total }

  /// What the cells of a normalised matrix are shares of.
  public enum Denominator: Sendable, CaseIterable {
    /// Each row sums to 1: of the samples truly of a class; the diagonal is recall.
    case truth
    /// Each column sums to 1: of the samples predicted as a class; the diagonal is precision.
    case predictions
    /// The matrix sums to 1: of all samples.
    case all
  }

  /// The counts as shares, `(classes, classes)`, as `confusion_matrix(…, normalize="true" | "pred" | "all")`;
  /// 0/0, of a class without samples, is 0.
  public func normalized(over denominator: Denominator) -> [[Double]] {
    let truthCounts = truthCounts
    let predictionCounts = predictionCounts
    let total = total
    return labels.indices.map { row in
      labels.indices.map { column in
        let whole =
          switch denominator {
          case .truth: truthCounts[row]
          case .predictions: predictionCounts[column]
          case .all: total
          }
        return whole == 0 ? 0 : self[truth: row, prediction: column] / whole
      }
    }
  }
}
