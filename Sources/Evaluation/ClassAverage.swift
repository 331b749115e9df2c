/// How the scores of each class against the rest become one.
public enum ClassAverage: Sendable, CaseIterable {
  /// The plain mean over the classes, each of which must occur.
  case macro
  /// The mean by how often each class is true; one that is never true has no say.
  case weighted
  /// One score, each sample and class a case of its own.
  case micro

  /// Averages a score of two classes over each class against the rest.
  ///
  /// - Parameters:
  ///   - truth: the index of the true class of each sample.
  ///   - rows: the scores, `(samples, classes)`.
  func overClasses(
    _ truth: [Int], _ rows: [[Double]],
    score: ([Bool], [Double]) throws(EvaluationError) -> Double
  ) throws(EvaluationError) -> Double {
    let classes = 0..<(rows.first?.count ?? 0)
    if self == .micro {
      return try score(truth.flatMap { index in classes.map { $0 == index } }, rows.flatMap { $0 })
    }
    var scores: [Double] = []
    var sizes: [Double] = []
    for index in classes {
      let isTrue = truth.map { $0 == index }
      let size = Double(isTrue.count { $0 })
      if size == 0, self == .macro { throw .classAbsent(index) }
      scores.append(size == 0 ? 0 : try score(isTrue, rows.map { $0[index] }))
      sizes.append(size)
    }
    return average(scores, weights: self == .weighted ? sizes : nil)
  }
}
