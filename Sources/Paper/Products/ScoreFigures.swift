import Evaluation
import Figures

/// The figures of the probabilities that a run gives: on the test data, beside the training data where they
/// show how much was learnt by heart.
struct ScoreFigures {
  /// By their names, without the run's suffix.
  private(set) var named: [(stem: String, figure: any Figure)] = []

  private static let bins = 20

  /// A part of the data in which a class does not occur has no curves, and no figure where it is the only one.
  init(of run: EvaluatedRun, look: Look, width: FigureWidth?) throws(Failure) {
    let parts = [ReportedRows.train, .test].map { ScoredRows($0, of: run) }
    let curved = parts.filter(\.hasBothClasses)
    let (name, note, words) = (run.record.name, run.provenance ?? "", run.words)
    do {
      if let test = parts.last, curved.contains(where: { $0.rows == .test }) {
        named = [
          (
            "roc",
            try ROCPlot(
              look: look, width: width, curves: curved.map { try Self.roc($0, words) }, note: note,
              words: words.figures)
          ),
          (
            "precision_recall",
            try PrecisionRecallPlot(
              look: look, width: width, curves: curved.map { try Self.precisionRecall($0, words) },
              positiveShare: Double(test.positives) / Double(test.truth.count), note: note,
              words: words.figures)
          ),
          ("calibration", try Self.calibration(test, words, look, width, note)),
        ]
      }
      if let test = parts.last, !test.truth.isEmpty {
        named.append(
          ("scores", try Self.scores(test, run.record.experiment.data.classes, words, look, width, note)))
      }
    } catch {
      throw Failure(.badData, "run '\(name)': \(error)")
    }
  }

  /// The figures that can't be made of a run, because its test rows lack a class.
  static func absent(of run: EvaluatedRun) -> [String] {
    ScoredRows(.test, of: run).hasBothClasses
      ? [] : ["roc", "precision_recall", "calibration"].map { $0 + run.suffix }
  }

  private static func roc(_ part: ScoredRows, _ words: Words) throws -> ScoreCurve {
    let curve = try ROCCurve(truth: part.truth, scores: part.scores)
    return try ScoreCurve(
      label: words.short(part.rows).atBeginning, x: curve.falsePositiveRates, y: curve.truePositiveRates,
      area: curve.area)
  }

  private static func precisionRecall(_ part: ScoredRows, _ words: Words) throws -> ScoreCurve {
    let curve = try PrecisionRecallCurve(truth: part.truth, scores: part.scores)
    return try ScoreCurve(
      label: words.short(part.rows).atBeginning, x: curve.recalls, y: curve.precisions,
      area: min(1, curve.averagePrecision))
  }

  private static func calibration(
    _ part: ScoredRows, _ words: Words, _ look: Look, _ width: FigureWidth?, _ note: String
  ) throws
    -> CalibrationPlot
  {
    let curve = try CalibrationCurve(truth: part.truth, probabilities: part.scores, binCount: 10)
    return try CalibrationPlot(
      look: look, width: width,
      bins: curve.bins.map { bin in
        CalibrationPlot.Bin(predicted: bin.predicted, observed: bin.observed, count: bin.count)
      }, samples: words.row.many, note: note, words: words.figures)
  }

  private static func scores(
    _ part: ScoredRows, _ classes: [String], _ words: Words, _ look: Look, _ width: FigureWidth?,
    _ note: String
  ) throws -> ScorePlot {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: bins), count: 2)
    for (isPositive, score) in zip(part.truth, part.scores) {
      // As the threshold: one half belongs to the range below it.
      let bin = Int((score * Double(bins)).rounded(.up)) - 1
      counts[isPositive ? 1 : 0][min(max(bin, 0), bins - 1)] += 1
    }
    return try ScorePlot(
      look: look, width: width,
      classes: zip(classes, counts).map { ScorePlot.ClassScores(name: $0, counts: $1) },
      edges: (0...bins).map { Double($0) / Double(bins) }, name: words(.probabilityOf, ["class": classes[1]]),
      samples: words.row.many, note: note, words: words.figures)
  }
}
