/// What every metric asks of its samples, checked once at the border.
enum Samples {
  /// Checks that there are samples, and as many of an argument as of the truth.
  static func check(
    _ received: Int, of argument: EvaluationError.Argument, truth: Int
  ) throws(EvaluationError) {
    guard truth > 0 else { throw .noSamples }
    guard received == truth else {
      throw .lengthsDiffer(truth: truth, argument: argument, received: received)
    }
  }

  /// Checks that weights, if any, are finite, at least 0, and not all 0.
  static func check(weights: [Double]?, truth: Int) throws(EvaluationError) {
    guard let weights else { return }
    try check(weights.count, of: .weights, truth: truth)
    for (sample, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw .weightInvalid(weight, sample: sample)
    }
    guard weights.contains(where: { $0 > 0 }) else { throw .weightsAllZero }
  }

  /// Checks that every class index is in `0..<classCount`.
  static func check(
    classes: [Int], classCount: Int, argument: EvaluationError.Argument
  ) throws(EvaluationError) {
    for (sample, index) in classes.enumerated() where !(0..<classCount).contains(index) {
      throw .classOutOfRange(index, classCount: classCount, argument: argument, sample: sample)
    }
  }

  /// Checks that the scores are finite.
  static func check(scores: [Double]) throws(EvaluationError) {
    for (sample, score) in scores.enumerated() where !score.isFinite {
      throw .scoreNotFinite(score, sample: sample)
    }
  }

  /// Checks that the probabilities are in 0 to 1.
  static func check(probabilities: [some BinaryFloatingPoint]) throws(EvaluationError) {
    for (sample, probability) in probabilities.enumerated() where !(0...1).contains(probability) {
      throw .probabilityOutOfRange(Double(probability), sample: sample)
    }
  }

  /// The number of classes that rows `(samples, classes)` have columns for, every row and class checked.
  static func classCount(
    of rows: [[Double]], argument: EvaluationError.Argument, truth: [Int]
  ) throws(EvaluationError) -> Int {
    try check(rows.count, of: argument, truth: truth.count)
    let classCount = rows.first?.count ?? 0
    guard classCount >= 2 else { throw .tooFewClasses(received: classCount, argument: argument) }
    for (sample, row) in rows.enumerated() where row.count != classCount {
      throw .columnsDiffer(expected: classCount, received: row.count, argument: argument, sample: sample)
    }
    try check(classes: truth, classCount: classCount, argument: .truth)
    return classCount
  }

  /// Checks that each row is of probabilities that sum to 1 within 1e-5, the tolerance of `numpy.allclose`,
  /// which rows computed in single precision keep too.
  static func check(normalized rows: [[Double]]) throws(EvaluationError) {
    for (sample, row) in rows.enumerated() {
      for probability in row where !(0...1).contains(probability) {
        throw .probabilityOutOfRange(probability, sample: sample)
      }
      let sum = pairwiseSum(row)
      guard abs(1 - sum) <= 1e-8 + 1e-5 * sum else {
        throw .probabilitiesNotNormalized(sum: sum, sample: sample)
      }
    }
  }
}
