import Evaluation
import Templates

extension ReportValues {
  /// What templates can say of the probabilities that a run gives: `scores.…`, its figures and what they sum up.
  ///
  /// - Parameter figure: the figure of a name with a caption and, in the original look, a share of the line.
  static func insertScores(
    of run: EvaluatedRun, into item: inout Values,
    figure: (String, String, String) throws(Failure) -> Values.Value
  ) throws(Failure) {
    let parts = [ReportedRows.test, .train].map { ScoredRows($0, of: run) }
    let test = parts[0]
    let title = run.run.title
    item.insert(.flag(!test.truth.isEmpty), at: "has_scores")
    item.insert(.flag(test.hasBothClasses), at: "has_curves")
    for part in parts {
      let key = "scores.\(part.rows.rawValue)"
      item.insert(.integer(part.truth.count), at: "\(key).rows")
      item.insert(.integer(part.positives), at: "\(key).positive")
      item.insert(.integer(part.truth.count - part.positives), at: "\(key).negative")
      item.insert(.flag(part.hasBothClasses), at: "\(key).has_curves")
      guard part.hasBothClasses else { continue }
      do throws(EvaluationError) {
        let area = try ROCCurve(truth: part.truth, scores: part.scores).area
        let precision = try PrecisionRecallCurve(truth: part.truth, scores: part.scores).averagePrecision
        item.insert(.number(area, digits: 3), at: "\(key).area")
        item.insert(.number(100 * area, digits: 1), at: "\(key).area_percent")
        item.insert(.number(precision, digits: 3), at: "\(key).average_precision")
      } catch {
        throw Failure(.badData, "run '\(run.record.name)': \(part.rows.words): \(error)")
      }
    }
    let captions: [(String, Word)] = [
      ("roc", .captionROC), ("precision_recall", .captionPrecisionRecall),
      ("calibration", .captionCalibration), ("scores", .captionScores),
    ]
    for (stem, caption) in captions {
      let name = stem + run.suffix
      item.insert(try figure(name, run.words(caption, ["run": title]), ".7"), at: "\(stem).figure")
      item.insert(fileName(label(name)), at: "\(stem).label")
    }
  }
}
