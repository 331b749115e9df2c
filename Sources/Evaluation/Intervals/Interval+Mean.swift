extension Interval {
  /// The interval of the mean of a normal population by Student's t: mean ± t·s/√n.
  ///
  /// SciPy's `ttest_1samp(numbers, 0).confidence_interval(level)`.
  ///
  /// - Parameters:
  ///   - numbers: a sample, such as a score of each seed.
  ///   - level: default: 95 %.
  /// - Throws: `EvaluationError` for fewer than two numbers, which tell nothing of their spread, for one that is
  ///   not finite, and for a level that is not between 0 and 1.
  public static func ofMean(
    _ numbers: [Double], level: Double = usualLevel
  ) throws(EvaluationError) -> Interval {
    try validate(level)
    let sample = try SampleMoments(numbers)
    let half =
      StudentT(degreesOfFreedom: sample.count - 1).twoSidedQuantile(level: level)
      * (sample.variance / sample.count).squareRoot()
    return Interval(low: sample.mean - half, high: sample.mean + half, level: level)
  }
}

extension Interval {
  /// The interval of a mean over samples of several classes whose sizes are given, such as a Brier score:
  /// mean ± z √(Σ (n_c/n)² s_c²/n_c), by the central limit theorem, so for some ten samples of each class or more.
  ///
  /// It is what the bootstrap of `Bootstrap.intervals(drawingFrom:_:)` comes to for a mean, at no cost.
  ///
  /// - Parameters:
  ///   - numbers: one of each sample.
  ///   - classes: the class of each sample, equally many.
  ///   - level: default: 95 %.
  /// - Throws: `EvaluationError` where a class has fewer than two samples, a number is not finite, or the level is
  ///   not between 0 and 1.
  public static func ofMean(
    _ numbers: [Double], drawnFrom classes: [Int], level: Double = usualLevel
  ) throws(EvaluationError) -> Interval {
    try validate(level)
    try Samples.check(numbers.count, of: .scores, truth: classes.count)
    var variance = 0.0
    for one in Set(classes).sorted() {
      let sample = try SampleMoments(zip(numbers, classes).filter { $0.1 == one }.map(\.0))
      variance += sample.count * sample.variance
    }
    let half =
      StandardNormal.twoSidedQuantile(level: level) * variance.squareRoot() / Double(numbers.count)
    let mean = average(numbers)
    guard mean.isFinite, half.isFinite else { throw .numbersTooLarge }
    return Interval(low: mean - half, high: mean + half, level: level)
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
    if let sample = numbers.firstIndex(where: { !$0.isFinite }) {
      throw .numberNotFinite(numbers[sample], sample: sample)
    }
    let mean = average(numbers)
    count = Double(numbers.count)
    self.mean = mean
    variance = pairwiseSum(numbers.map { ($0 - mean) * ($0 - mean) }) / (count - 1)
    guard mean.isFinite, variance.isFinite else { throw .numbersTooLarge }
  }
}

/// Welch and Satterthwaite's degrees of freedom of a difference whose sides have the variances `a` and `b`.
///
/// Where neither side has a spread the difference is certain, whatever the degrees are; SciPy says 1.
func welchSatterthwaite(
  _ a: Double, degrees first: Double, _ b: Double, degrees second: Double
) -> Double {
  guard a + b > 0 else { return 1 }
  // As SciPy has it; of tiny and of huge variances the squares are no numbers, but the shares are.
  guard a + b > 1e-140, a + b < 1e140 else {
    let (one, other) = (a / (a + b), b / (a + b))
    return 1 / (one * one / first + other * other / second)
  }
  return (a + b) * (a + b) / (a * a / first + b * b / second)
}
