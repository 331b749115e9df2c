/// The mean of a score over repeated splits of the same rows, and how sure it is.
///
/// Such splits share rows, so that their scores vary less than those of fresh data would: with n₁ training and n₂
/// test rows the variance of the mean of J scores is taken for (1/J + n₂/n₁) s², where independent scores would
/// have s²/J. Nadeau and Bengio 2003, doi:10.1023/A:1024068626366; for repeated folds Bouckaert and Frank 2004,
/// doi:10.1007/978-3-540-24775-3_3.
public struct ResampledMean: Sendable, Equatable {
  public let value: Double
  /// √((1/J + n₂/n₁) s²).
  public let standardError: Double
  /// J − 1.
  public let degreesOfFreedom: Double

  /// - Parameters:
  ///   - scores: one of each split, at least two.
  ///   - testRatio: n₂/n₁, how many rows test for each that trains.
  /// - Throws: `EvaluationError` for fewer than two scores, or one that is not finite.
  public init(_ scores: [Double], testRatio: Double) throws(EvaluationError) {
    precondition(
      testRatio >= 0 && testRatio.isFinite, "expected a ratio of rows, 0 or more, received \(testRatio)")
    let sample = try SampleMoments(scores)
    value = sample.mean
    standardError = ((1 / sample.count + testRatio) * sample.variance).squareRoot()
    degreesOfFreedom = sample.count - 1
  }

  /// The mean with its interval by Student's t.
  public func estimate(level: Double = Interval.usualLevel) -> Estimate {
    Estimate(value, standardError, degreesOfFreedom, level)
  }
}

/// Whether two models have the same mean score over repeated splits of the same rows: Student's t test, corrected
/// as `ResampledMean` is.
///
///     let test = ResampledTest(try ResampledMean(differences, testRatio: 1 / 3.0))
///     Verdict(test.difference, p: test.p).words()
///
/// It answers for the training's chance and for that of the rows. It is careful rather than exact: no estimate of
/// the variance over splits of one set of rows is without bias (Bengio and Grandvalet 2004, jmlr.org/papers/v5).
public struct ResampledTest: Sendable, Equatable {
  /// The second less the first, and where the true difference may lie.
  public let difference: Estimate
  public let standardError: Double
  public let degreesOfFreedom: Double
  /// How likely means of one law would lie at least as far apart, on either side; 1 where they are equal.
  public let p: Double

  /// Of two models on the same splits.
  ///
  /// - Parameter differences: the mean of the second's score less the first's, split by split.
  public init(_ differences: ResampledMean, level: Double = Interval.usualLevel) {
    self.init(
      differences.value, differences.standardError, differences.degreesOfFreedom, level)
  }

  /// Of two models that were tested on splits of their own: the variances add up, and the degrees of freedom are
  /// Welch and Satterthwaite's.
  public init(first: ResampledMean, second: ResampledMean, level: Double = Interval.usualLevel) {
    let (a, b) = (
      first.standardError * first.standardError, second.standardError * second.standardError
    )
    let degrees = welchSatterthwaite(
      a, degrees: first.degreesOfFreedom, b, degrees: second.degreesOfFreedom)
    self.init(second.value - first.value, (a + b).squareRoot(), degrees, level)
  }

  private init(_ value: Double, _ standardError: Double, _ degreesOfFreedom: Double, _ level: Double) {
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    difference = Estimate(value, standardError, degreesOfFreedom, level)
    // Models that answer alike differ by 0, with no error to divide by.
    let t = value == 0 ? 0 : value / standardError
    p = StudentT(degreesOfFreedom: degreesOfFreedom).twoSidedTail(t)
  }
}

extension Estimate {
  fileprivate init(
    _ value: Double, _ standardError: Double, _ degreesOfFreedom: Double,
    _ level: Double
  ) {
    let half = StudentT(degreesOfFreedom: degreesOfFreedom).twoSidedQuantile(level: level) * standardError
    self.init(value, Interval(low: value - half, high: value + half, level: level))
  }
}
