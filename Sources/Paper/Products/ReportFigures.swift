import Evaluation
import Figures

/// The figures of the report, by their names.
struct ReportFigures {
  struct Named {
    let name: String
    let figure: any Figure

    /// Of all that the figure shows, so that the same figure is not drawn again.
    var shown: Fingerprint { Fingerprint(of: String(reflecting: figure)) }
  }

  let named: [Named]

  /// Per run the learning curve and the confusion heatmaps in the paper's order, then, on the test data, the
  /// figures of the scores.
  init(
    of runs: [EvaluatedRun], published: [PublishedScore] = [], style: Experiment.Style, width: FigureWidth?
  ) throws(Failure) {
    var named: [Named] = []
    for run in runs {
      func add(_ name: String, _ figure: any Figure) {
        named.append(Named(name: name, figure: figure))
      }
      do throws(FigureError) {
        add(run.lossStem, try LearningCurve(run, style.look, width))
        for split in run.splits {
          add(run.stem(of: split), try ConfusionHeatmap(split, of: run, style.look, width))
        }
      } catch {
        throw Failure(.badData, "run '\(run.record.name)': \(error)")
      }
      if let seeds = run.folder.seeds {
        add("seeds" + run.suffix, try SeedPlot(seeds, of: run, style.look, width))
      }
      if let figure = try ImportancePlot(of: run, style.look, width) {
        add("importance" + run.suffix, figure)
      }
      for (stem, figure) in try ScoreFigures(of: run, look: style.look, width: width).named {
        add(stem + run.suffix, figure)
      }
    }
    if let figure = try PublishedPlot(published, style.look, width) {
      named.append(Named(name: "published", figure: figure))
    }
    self.named = named
  }
}

extension Experiment.Style {
  /// How figures are dressed in it.
  var look: Look {
    switch self {
    case .journal: .journal
    case .original: .original
    }
  }
}

extension EvaluatedRun {
  /// The name of the learning curve.
  var lossStem: String { "loss" + suffix }

  /// The name of a split's figure and table.
  func stem(of split: EvaluatedSplit) -> String { split.rows.stem + suffix }
}

extension LearningCurve {
  fileprivate init(_ run: EvaluatedRun, _ look: Look, _ width: FigureWidth?) throws(FigureError) {
    let (history, result) = (run.folder.history, run.record.result)
    try self.init(
      look: look, width: width, trainingLoss: history.loss, validationLoss: history.validation?.loss ?? [],
      trainingAccuracy: history.binaryAccuracy, validationAccuracy: history.validation?.binaryAccuracy ?? [],
      ending: Ending(
        bestEpoch: result.bestEpoch, keepsBest: run.keepsBest, stoppedEarly: result.stop == .patience),
      bands: run.folder.seedCurves.map { Bands($0, label: run.words(.bands)) },
      note: run.provenance ?? "", words: run.words.figures)
  }
}

extension LearningCurve.Bands {
  fileprivate init(_ curves: SeedCurves, label: String) {
    func band(_ band: SeedCurves.Band) -> Band { Band(low: band.low, high: band.high) }
    self.init(
      label: label, counts: curves.counts, trainingLoss: band(curves.loss),
      validationLoss: curves.valLoss.map(band),
      trainingAccuracy: band(curves.binaryAccuracy), validationAccuracy: curves.valBinaryAccuracy.map(band))
  }
}

extension SeedPlot {
  /// The test accuracies, with mean and standard deviation and, of real rows, the published number.
  fileprivate init(
    _ seeds: SeedTable, of run: EvaluatedRun, _ look: Look, _ width: FigureWidth?
  ) throws(Failure) {
    let accuracies = seeds.accuracies(on: .test)
    let spread = Spread(of: accuracies)
    let (low, high) = (spread.mean - spread.deviation, spread.mean + spread.deviation)
    // No accuracy lies beyond 0 and 1.
    let isCut = low < 0 || high > 1
    do throws(FigureError) {
      try self.init(
        look: look, width: width, seedAccuracies: accuracies, mean: spread.mean,
        interval: max(0, low)...min(1, high),
        intervalName: run.words(isCut ? .meanAndDeviationCut : .meanAndDeviation),
        reference: run.record.publishedAccuracy(on: .test).map {
          Reference(name: run.words(.published), value: $0)
        },
        note: run.provenance ?? "", words: run.words.figures)
    } catch {
      throw Failure(.badData, "run '\(run.record.name)': \(error)")
    }
  }
}

extension ConfusionHeatmap {
  /// As in the paper, each cell is a share of all rows (`normalize='all'`).
  fileprivate init(_ split: EvaluatedSplit, of run: EvaluatedRun, _ look: Look, _ width: FigureWidth?)
    throws(FigureError)
  {
    let classes = run.record.experiment.data.classes.indices
    var labels = Labels(look, words: run.words.figures)
    labels.samples = run.words.row.many
    try self.init(
      look: look, width: width,
      counts: classes.map { truth in
        classes.map { Int(split.confusion[truth: truth, prediction: $0]) }
      },
      normalizedOver: .all, classNames: run.record.experiment.data.classes, labels: labels,
      note: run.provenance ?? "", words: run.words.figures)
  }
}
