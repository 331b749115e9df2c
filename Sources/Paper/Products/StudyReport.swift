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

extension StudyReport {
  /// What the data did not allow of a study.
  func leftOut(of study: StudyArm.Study) -> [StudyIndex.LeftOut] {
    results.leftOut.filter { $0.study == study }
  }

  /// Whether there is anything to tell of a study.
  func has(_ study: StudyArm.Study) -> Bool {
    !results.arms(of: study).isEmpty || !leftOut(of: study).isEmpty
  }

  /// The names of the arms of a study in the experiment's order, left out or not, the experiment as it is before them.
  func names(of study: StudyArm.Study, _ experiment: Experiment) -> [String] {
    let variants = study == .splits ? experiment.studies?.splits : experiment.studies?.variants
    return [results.reference.facts.name] + (variants ?? []).map(\.name)
  }
}

extension [StudyIndex.LeftOut] {
  /// A sentence for each reason.
  func notes(in words: Words) -> [String] {
    indices.filter { place in firstIndex { $0.reason == self[place].reason } == place }.map { place in
      let titles = filter { $0.reason == self[place].reason }.map(\.title)
      let known = titles.indices.filter { titles.firstIndex(of: titles[$0]) == $0 }
        .map { words(.quoted, ["text": titles[$0]]) }
      return words(
        .leftOutNote, ["names": words.list(known), "reason": words.inPrint(self[place].reason)])
    }
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
