import Evaluation

/// How an arm's test accuracy differs from that of the experiment as it is.
struct StudyContrast: Sendable {
  let arm: StudyResults.Arm
  /// What varies: what the interval covers.
  let series: Trial.Series
  /// The arm's less the experiment's.
  let difference: Estimate
  let p: Double
  /// Corrected by Holm for the contrasts it stands among; `nil` where each answers a question of its own.
  fileprivate(set) var correctedP: Double?

  /// A difference is one where the interval and the p-value both say so.
  var verdict: Verdict { Verdict(difference, p: correctedP ?? p) }
}

extension StudyContrast {
  /// The contrasts of some arms.
  ///
  /// - Over seeds: Welch's test of the accuracies. Both networks were tested on the experiment's own test rows, so
  ///   that the interval covers the chance of training and nothing else; arms that hold out other rows differ by
  ///   these too.
  /// - Over splits: where both held out the same rows trial by trial, their differences; else the two means.
  ///   Either way with the variance that repeated splits of the same rows have (`ResampledMean`), so that the
  ///   interval covers training, split and test rows.
  ///
  /// - Parameters:
  ///   - common: what varies in all of them, whose p-values are then corrected for being that many; `nil` for
  ///     splits where an arm has them, else seeds, without a correction.
  ///   - sharesSplits: whether all hold out the reference's rows, split by split; by default those that keep the
  ///     experiment's split do.
  /// - Returns: none for an arm, or an experiment, that was not trained so or only once.
  static func all(
    of arms: [StudyResults.Arm], with reference: StudyResults.Arm, over common: Trial.Series?,
    sharesSplits: Bool = false
  ) throws(EvaluationError) -> [StudyContrast] {
    var contrasts: [StudyContrast] = []
    for arm in arms {
      let series = common ?? arm.widestSeries
      let (own, others) = (reference.fits(series), arm.fits(series))
      guard own.count > 1, others.count > 1 else { continue }
      switch series {
      case .seeds: contrasts.append(try StudyContrast(arm, others.map(\.result), seeds: own.map(\.result)))
      case .splits:
        contrasts.append(
          try StudyContrast(
            arm, others, splits: own, rows: reference.facts.rows,
            isPaired: sharesSplits || arm.facts.keepsSplit))
      }
    }
    if common != nil {
      let corrected = holmCorrected(contrasts.map(\.p))
      for (index, p) in corrected.enumerated() { contrasts[index].correctedP = p }
    }
    return contrasts
  }

  private init(
    _ arm: StudyResults.Arm, _ results: [SeedResult], seeds reference: [SeedResult]
  ) throws(EvaluationError) {
    let test = try WelchTest(first: reference.map(\.test), second: results.map(\.test))
    // Where neither has a spread the test has no p-value: all numbers are the same, or the difference is certain.
    let p = test.p.isNaN ? (test.difference.value == 0 ? 1 : 0) : test.p
    self.init(arm: arm, series: .seeds, difference: test.difference.ofShares, p: p)
  }

  private init(
    _ arm: StudyResults.Arm, _ fits: [StudyFit], splits reference: [StudyFit], rows: Int, isPaired: Bool
  ) throws(EvaluationError) {
    let results = fits.map(\.result)
    let test: ResampledTest
    if isPaired {
      // An arm may have fewer trials than the other.
      let own = Dictionary(
        reference.map { ($0.trial.heldOut, $0.result.test) }, uniquingKeysWith: { first, _ in first })
      let differences = fits.compactMap { fit in own[fit.trial.heldOut].map { fit.result.test - $0 } }
      test = ResampledTest(
        try ResampledMean(differences, testRatio: results.testRatio(of: arm.facts.rows)))
    } else {
      test = ResampledTest(
        first: try ResampledMean(reference.map(\.result), of: rows),
        second: try ResampledMean(results, of: arm.facts.rows))
    }
    self.init(arm: arm, series: .splits, difference: test.difference.ofShares, p: test.p)
  }
}

extension Estimate {
  /// A difference of two shares, which lies from −1 to 1, and so does its interval.
  fileprivate var ofShares: Estimate { Estimate(value, interval.cut(to: -1...1)) }
}

extension ResampledMean {
  /// The mean test accuracy over splits of so many rows.
  init(_ results: [SeedResult], of rows: Int) throws(EvaluationError) {
    try self.init(results.map(\.test), testRatio: results.testRatio(of: rows))
  }
}

extension [SeedResult] {
  /// How many rows test for each that trains, on average over the splits.
  func testRatio(of rows: Int) -> Double {
    map { Double($0.testRows) / Double(Swift.max(1, rows - $0.testRows)) }.reduce(0, +)
      / Double(Swift.max(1, count))
  }
}
