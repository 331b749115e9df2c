import Evaluation
import Figures

extension ImportancePlot {
  /// What each feature is worth in accuracy, with its interval over seeds where there are several; `nil` where
  /// that was not measured.
  init?(of run: EvaluatedRun, _ look: Look, _ width: FigureWidth?) throws(Failure) {
    let features = run.intervals.importance
    guard !features.isEmpty else { return nil }
    do throws(FigureError) {
      try self.init(
        look: look, width: width,
        features: features.map { feature in
          Feature(
            name: feature.feature, value: feature.accuracy.value,
            range: feature.accuracy.interval.map { $0.low...$0.high })
        }, name: run.words(.accuracyLost), note: run.provenance ?? "",
        words: run.words.figures)
    } catch {
      throw Failure(.badData, "run '\(run.record.name)': \(error)")
    }
  }
}
