extension Interval {
  /// The interval of the mean of a normal population by Student's t: mean ± t·s/√n.
  ///
  /// SciPy's `ttest_1samp(numbers, 0).confidence_interval(level)`.
  ///
  /// - Parameters:
  ///   - numbers: a sample, such as a score of each seed.
  ///   - level: default: 95 %.
  /// - Throws: `EvaluationError` for fewer than two numbers, which tell nothing of their spread.
  public static func ofMean(
    _ numbers: [Double], level: Double = usualLevel
  ) throws(EvaluationError) -> Interval {
    let sample = try SampleMoments(numbers)
    let half =
      StudentT(degreesOfFreedom: sample.count - 1).twoSidedQuantile(level: level)
      * (sample.variance / sample.count).squareRoot()
    return Interval(low: sample.mean - half, high: sample.mean + half, level: level)
  }
}

/// What tests of means ask of a sample.
struct SampleMoments {
  let count: Double
  let mean: Double
  /// With divisor n − 1.
  let variance: Double

  init(_ numbers: [Double]) throws(EvaluationError) {
    guard numbers.count >= 2 else { throw .tooFewNumbers(received: numbers.count, needed: 2) }
    let mean = average(numbers)
    count = Double(numbers.count)
    self.mean = mean
    variance = pairwiseSum(numbers.map { ($0 - mean) * ($0 - mean) }) / (count - 1)
  }
}
