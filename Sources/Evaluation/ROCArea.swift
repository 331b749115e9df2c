/// The area under the ROC curve, as scikit-learn's `roc_auc_score(truth, scores, sample_weight=weights)`.
///
/// - Parameters:
///   - truth: whether each sample is positive.
///   - scores: how positive each sample is thought to be, finite.
///   - weights: how much each sample counts; default: 1.
/// - Throws: `EvaluationError`, as `ROCCurve` does.
public func rocAUC(
  truth: [Bool], scores: [Double], weights: [Double]? = nil
) throws(EvaluationError) -> Double {
  try ROCCurve(truth: truth, scores: scores, weights: weights).area
}

/// How an area between two classes becomes one for many.
public enum ClassComparison: Sendable, Equatable {
  /// Each class against all others.
  case oneVersusRest(ClassAverage)
  /// Each pair of classes that occur, alone, both ways round (Hand and Till 2001,
  /// doi:10.1023/A:1010920819831): plain mean over the pairs, or weighted by how many samples a pair has.
  case oneVersusOne(weighted: Bool)
}

/// The area under the ROC curve for any number of classes, as scikit-learn's
/// `roc_auc_score(truth, probabilities, multi_class="ovr" | "ovo", average=…, labels=range(classes))`.
///
/// - Parameters:
///   - truth: the index of the true class of each sample.
///   - probabilities: `(samples, classes)`, each row summing to 1.
///   - comparison: default: each class against the rest, plain mean.
/// - Throws: `EvaluationError` where there is no sample, lengths or row lengths differ, an index is out of
///   range, a row is not of probabilities that sum to 1, or a class does not occur (one against the rest:
///   needed by the plain mean only; one against one: two classes are enough).
public func rocAUC(
  truth: [Int], probabilities: [[Double]], comparison: ClassComparison = .oneVersusRest(.macro)
) throws(EvaluationError) -> Double {
  let classCount = try Samples.classCount(of: probabilities, argument: .probabilities, truth: truth)
  try Samples.check(normalized: probabilities)
  switch comparison {
  case .oneVersusRest(let average):
    return try average.overClasses(truth, probabilities) { truth, scores throws(EvaluationError) in
      try rocAUC(truth: truth, scores: scores)
    }
  case .oneVersusOne(let weighted):
    let occurring = (0..<classCount).filter(Set(truth).contains)
    guard occurring.count >= 2 else {
      throw .classAbsent(occurring == [0] ? 1 : 0)
    }
    var areas: [Double] = []
    var sizes: [Double] = []
    for (place, first) in occurring.enumerated() {
      for second in occurring[(place + 1)...] {
        let pair = truth.indices.filter { truth[$0] == first || truth[$0] == second }
        let areaOfFirst = try rocAUC(
          truth: pair.map { truth[$0] == first }, scores: pair.map { probabilities[$0][first] })
        let areaOfSecond = try rocAUC(
          truth: pair.map { truth[$0] == second }, scores: pair.map { probabilities[$0][second] })
        areas.append((areaOfFirst + areaOfSecond) / 2)
        sizes.append(Double(pair.count) / Double(truth.count))
      }
    }
    return average(areas, weights: weighted ? sizes : nil)
  }
}
