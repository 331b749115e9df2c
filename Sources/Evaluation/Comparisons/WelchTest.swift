/// Whether two sets of numbers, such as the accuracies of two networks over seeds, have the same mean: Welch's
/// t test, as `scipy.stats.ttest_ind(second, first, equal_var=False)`.
///
///     let test = try WelchTest(first: shallow, second: deep)
///     Verdict(test).words()  // "better by 0.08 [0.04, 0.12]"
///
/// The sets may differ in size and spread. Of seeds it answers for the training's chance alone: all seeds see
/// the same rows, and say nothing of other rows.
///
/// Welch 1947, doi:10.1093/biomet/34.1-2.28.
public struct WelchTest: Sendable, Equatable {
  /// The second mean less the first, and where the true difference may lie.
  public let difference: Estimate
  /// The standard error of the difference, √(s₁²/n₁ + s₂²/n₂).
  public let standardError: Double
  /// Welch and Satterthwaite's, most often not whole.
  public let degreesOfFreedom: Double
  /// How likely means of one law would lie at least as far apart, on either side; not a number where all
  /// numbers are the same one.
  public let p: Double

  /// Compares two sets of at least two numbers each.
  ///
  /// - Parameter level: of the interval; default: 95 %.
  /// - Throws: `EvaluationError` for fewer, for a number that is not finite, and for a level that is not between
  ///   0 and 1.
  public init(
    first: [Double], second: [Double], level: Double = Interval.usualLevel
  ) throws(EvaluationError) {
    try Interval.validate(level)
    let (one, other) = (try SampleMoments(first), try SampleMoments(second))
    let (a, b) = (one.variance / one.count, other.variance / other.count)
    standardError = (a + b).squareRoot()
    degreesOfFreedom = welchSatterthwaite(a, degrees: one.count - 1, b, degrees: other.count - 1)
    let student = StudentT(degreesOfFreedom: degreesOfFreedom)
    let value = other.mean - one.mean
    guard value.isFinite, standardError.isFinite else { throw .numbersTooLarge }
    let half = student.twoSidedQuantile(level: level) * standardError
    difference = Estimate(value, Interval(low: value - half, high: value + half, level: level))
    p = student.twoSidedTail(value / standardError)
  }
}
