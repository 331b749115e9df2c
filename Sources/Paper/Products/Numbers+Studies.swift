import Evaluation
import Templates

extension StudyReport {
  /// The numbers of the studies by key: `studies.<arm>.<series>.<metric>`, accuracies in percent and changes in
  /// percentage points.
  ///
  /// - Parameter report: `nil` where there are no studies.
  static func facts(of report: StudyReport?, in words: Words) -> [Fact] {
    guard let report else { return [] }
    return report.results.arms.flatMap { arm -> [Fact] in
      let title = Fact("title", .text(words.title(of: arm.facts)), "what was studied")
      let ofSeries = Trial.Series.allCases.flatMap { series in
        report.facts(of: arm, over: series).map {
          $0.within(series.rawValue, of: series.rawValue, ", \(series.words)")
        }
      }
      // The title of a plain model is not that of the rows that it is fitted to.
      let rows = report.results.arms.first { $0.facts.name == arm.facts.plain?.arm }?.facts.title
      let meaning = [rows, arm.facts.title].compactMap(\.self).joined(separator: ", ")
      return ([title] + ofSeries).map {
        $0.within(arm.facts.name, of: "arms", " (\(meaning))").within("studies", of: "studies", "")
      }
    }
  }

  /// What is told of one arm; empty where it was not trained so.
  private func facts(of arm: StudyResults.Arm, over series: Trial.Series) -> [Fact] {
    guard let accuracy = StudyAccuracy(arm, over: series) else { return [] }
    var facts = [
      Fact("count", .integer(accuracy.count), "the fits"),
      Fact("mean_percent", .number(accuracy.spread.mean, digits: 1), "the mean test accuracy in percent"),
      Fact(
        "sd_percent", .number(accuracy.spread.deviation, digits: 1),
        "the standard deviation of the test accuracy in percent"),
      Fact(
        "low_percent", .number(accuracy.mean.interval.low, digits: 1),
        "the lower end of the 95 % interval of the mean in percent"),
      Fact(
        "high_percent", .number(accuracy.mean.interval.high, digits: 1),
        "the upper end of the 95 % interval of the mean in percent"),
    ]
    guard let contrast = contrast(of: arm, over: series) else { return facts }
    let interval = contrast.difference.interval
    facts += [
      Fact(
        "change.points", .number(100 * contrast.difference.value, digits: 1),
        "the mean test accuracy less that of the experiment as it is, in percentage points"),
      Fact(
        "change.low_points", .number(100 * interval.low, digits: 1),
        "the lower end of the change's 95 % interval in points"),
      Fact(
        "change.high_points", .number(100 * interval.high, digits: 1),
        "the upper end of the change's 95 % interval in points"),
      Fact("change.p", .number(contrast.correctedP ?? contrast.p, digits: 3), "the p-value of the change"),
    ]
    return facts
  }
}

extension Words {
  /// What an arm is called: titles of variants and splits are the experiment's, all others ours.
  fileprivate func title(of arm: StudyIndex.Arm) -> String {
    if let plain = arm.plain { return model(plain.baseline) }
    return arm.study == .audit ? audit(arm.title) : arm.title
  }
}

extension Trial.Series {
  /// What a number over it covers.
  var words: String {
    switch self {
    case .seeds: "over seeds on one split"
    case .splits: "over splits, each with a seed of its own"
    }
  }
}
