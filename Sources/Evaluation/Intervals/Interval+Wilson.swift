extension Interval {
  /// The score interval of a proportion, as statsmodels' `proportion_confint(count, n, method="wilson")` and
  /// SciPy's `binomtest(count, n).proportion_ci(method="wilson")`.
  ///
  /// With p = successes / n and z the normal quantile, the ends are
  /// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n): all true proportions that a score test at that level
  /// would not refuse. Unlike p ± z·se it stays within 0 to 1 and is no point where p is 0 or 1.
  ///
  /// Wilson 1927, doi:10.1080/01621459.1927.10502953; advised by Brown, Cai and DasGupta 2001,
  /// doi:10.1214/ss/1009213286.
  ///
  /// - Parameters:
  ///   - successes: how many of the trials were.
  ///   - trials: how many there were, none included, of which nothing is known: 0 to 1.
  ///   - level: default: 95 %.
  public static func wilson(_ successes: Int, of trials: Int, level: Double = usualLevel) -> Interval {
    check(level)
    precondition(
      successes >= 0 && successes <= trials, "expected 0 to \(trials) successes, received \(successes)")
    guard trials > 0 else { return Interval(low: 0, high: 1, level: level) }
    let n = Double(trials)
    let share = Double(successes) / n
    let z = StandardNormal.twoSidedQuantile(level: level)
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    // At the ends of the scale the root is exact and only rounding could keep the interval from them.
    return Interval(
      low: successes == 0 ? 0 : max(0, middle - half), high: successes == trials ? 1 : min(1, middle + half),
      level: level)
  }
}
