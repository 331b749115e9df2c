import Evaluation
import Figures

/// The figures that the paper shows, by their names.
struct ReportFigures {
  struct Named {
    let name: String
    let figure: any Figure
    /// Of the data that the figure shows.
    let source: Fingerprint
  }

  let named: [Named]

  /// Per run the learning curve, then the confusion heatmaps in the paper's order.
  init(of runs: [EvaluatedRun]) throws(Failure) {
    var named: [Named] = []
    for run in runs {
      do throws(FigureError) {
        named.append(
          Named(name: run.lossStem, figure: try LearningCurve(run), source: run.folder.fingerprint))
        for split in run.splits {
          named.append(
            Named(
              name: run.stem(of: split), figure: try ConfusionHeatmap(split, of: run),
              source: run.folder.fingerprint))
        }
      } catch {
        throw Failure(.badData, "run '\(run.record.name)': \(error)")
      }
    }
    self.named = named
  }
}

extension EvaluatedRun {
  /// The name of the learning curve.
  var lossStem: String { "loss" + suffix }

  /// The name of a split's figure and table.
  func stem(of split: EvaluatedSplit) -> String { split.rows.stem + suffix }
}

extension LearningCurve {
  fileprivate init(_ run: EvaluatedRun) throws(FigureError) {
    let history = run.folder.history
    try self.init(
      look: .original, trainingLoss: history.loss, validationLoss: history.validation?.loss ?? [],
      validationAccuracy: history.validation?.binaryAccuracy ?? [], note: run.record.provenance ?? "")
  }
}

extension ConfusionHeatmap {
  /// As in the paper, each cell is a share of all rows (`normalize='all'`).
  fileprivate init(_ split: EvaluatedSplit, of run: EvaluatedRun) throws(FigureError) {
    try self.init(
      look: .original, shares: split.confusion.normalized(over: .all),
      classNames: run.record.experiment.data.classes,
      note: run.record.provenance ?? "")
  }
}
