import Evaluation

/// What the report shows of the studies: results beside the contrasts that make something of them.
struct StudyReport: Sendable {
  let results: StudyResults
  /// The variants beside the experiment as it is, over its seeds and over splits.
  let variants: [StudyContrast]
  let splits: [StudyContrast]
  let audit: [StudyContrast]
  /// The plain models beside the network, on the same splits.
  private let models: [StudyContrast]

  /// - Throws: `badData` where an arm has no fits.
  init(_ results: StudyResults) throws(Failure) {
    self.results = results
    func contrasts(
      _ study: StudyArm.Study, _ series: Trial.Series?
    ) throws(Failure) -> [StudyContrast] {
      do throws(EvaluationError) {
        return try StudyContrast.all(of: results.arms(of: study), with: results.reference, over: series)
      } catch {
        throw Failure(.badData, "studies: \(error)")
      }
    }
    variants = try contrasts(.variants, .seeds) + contrasts(.variants, .splits)
    splits = try contrasts(.splits, .splits)
    // Each finding is a question of its own.
    audit = try contrasts(.audit, nil)
    var models: [StudyContrast] = []
    for network in [results.reference] + results.arms(of: .splits) {
      do throws(EvaluationError) {
        models += try StudyContrast.all(
          of: results.models(beside: network), with: network, over: .splits, sharesSplits: true)
      } catch {
        throw Failure(.badData, "studies: \(error)")
      }
    }
    self.models = models
  }

  /// The contrast of an arm, if it has one.
  func contrast(of arm: StudyResults.Arm, over series: Trial.Series) -> StudyContrast? {
    (variants + splits + audit).first { $0.arm.facts.name == arm.facts.name && $0.series == series }
  }

  /// How a plain model differs from the network on the same splits.
  func contrast(ofModel arm: StudyResults.Arm) -> StudyContrast? {
    models.first { $0.arm.facts.name == arm.facts.name }
  }

  /// The arms of the table of a study, the experiment as it is before them.
  func arms(of study: StudyArm.Study) -> [StudyResults.Arm] {
    [results.reference] + results.arms(of: study)
  }
}

/// A series of test accuracies in percent.
struct StudyAccuracy: Sendable {
  let count: Int
  let spread: Spread
  /// The mean with an interval that covers what varies in the series.
  let mean: Estimate

  /// - Returns: `nil` for fewer than two fits.
  init?(_ arm: StudyResults.Arm, over series: Trial.Series) {
    let results = arm.results(series)
    let percent = results.map { 100 * $0.test }
    let interval =
      switch series {
      case .seeds: try? Interval.ofMean(percent)
      case .splits:
        try? ResampledMean(percent, testRatio: results.testRatio(of: arm.facts.rows)).estimate().interval
      }
    guard let interval = interval?.cut(to: 0...100) else { return nil }
    count = results.count
    spread = Spread(of: percent)
    mean = Estimate(spread.mean, interval)
  }
}
