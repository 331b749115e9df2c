import Figures
import Foundation

/// Figures of what no one wants to draw but someone will: too long, too many, too few, too large, too small.
enum HostileFigures {
  private static let longName = "would be skipped after a while, but not by everyone"

  static let pieces: [FigureGallery.Piece] = [
    FigureGallery.Piece(name: "one epoch") { look, width in
      try curve(look, width, epochs: 1) { _ in 0.5 }
    },
    FigureGallery.Piece(name: "a hundred thousand epochs") { look, width in
      try curve(look, width, epochs: 100_000) { 0.69 - 2e-6 * $0 + 0.02 * sin($0 * 1.7) }
    },
    FigureGallery.Piece(name: "constant") { look, width in
      try curve(look, width, epochs: 60) { _ in 0.6931 }
    },
    FigureGallery.Piece(name: "tiny") { look, width in
      try curve(look, width, epochs: 40) { 1e-9 * (1 + exp(-$0 / 9)) }
    },
    FigureGallery.Piece(name: "huge") { look, width in
      try curve(look, width, epochs: 40) { 1e9 * (1 + exp(-$0 / 9)) }
    },
    FigureGallery.Piece(name: "hardly changing") { look, width in
      try curve(look, width, epochs: 40) { 1e9 + 1e-3 * $0 }
    },
    FigureGallery.Piece(name: "all over") { look, width in
      try curve(look, width, epochs: 300) { 0.5 + 0.5 * sin($0 * 12.9898) }
    },
    FigureGallery.Piece(name: "long class names") { look, width in
      try ConfusionHeatmap(
        look: look, width: width, counts: [[1960, 5, 0], [9, 155, 7], [12, 3, 81]], normalizedOver: .all,
        classNames: [longName, "Liked", longName + " either"], labels: titled(look), note: longName + longName
      )
    },
    FigureGallery.Piece(name: "twenty long class names") { look, width in
      try ConfusionHeatmap(
        look: look, width: width,
        counts: (0..<20).map { row in (0..<20).map { row == $0 ? 1_000_000_000 : row * $0 } },
        normalizedOver: .truth, classNames: (1...20).map { "\($0) \(longName)" }, labels: titled(look))
    },
    FigureGallery.Piece(name: "one class") { look, width in
      try ConfusionHeatmap(look: look, width: width, counts: [[0]], classNames: ["a"])
    },
    FigureGallery.Piece(name: "counts of a thousand million") { look, width in
      try ConfusionHeatmap(
        look: look, width: width, counts: [[1_234_567_890, 1], [0, 2_000_000_000]],
        classNames: ["Disliked", "Liked"])
    },
    FigureGallery.Piece(name: "curves of many models") { look, width in
      try ROCPlot(
        look: look, width: width,
        curves: (1...6).map { place in
          let x = [0, 0.1 * Double(place), 1]
          return try ScoreCurve(label: "\(place) \(longName)", x: x, y: [0, 0.9, 1], area: 0.9)
        }, note: longName)
    },
    FigureGallery.Piece(name: "a single precision") { look, width in
      try PrecisionRecallPlot(
        look: look, width: width, curves: [ScoreCurve(label: longName, x: [1], y: [1], area: 1)],
        positiveShare: 1)
    },
    FigureGallery.Piece(name: "many bins") { look, width in
      try CalibrationPlot(
        look: look, width: width,
        bins: (0..<40).map { bin in
          CalibrationPlot.Bin(
            predicted: Double(bin) / 39, observed: bin.isMultiple(of: 2) ? 1 : 0,
            count: bin.isMultiple(of: 7) ? 1_000_000_000 : bin)
        }, samples: longName)
    },
    FigureGallery.Piece(name: "one seed") { look, width in
      try SeedPlot(
        look: look, width: width, seedAccuracies: [0.695], mean: 0.695, interval: 0.695...0.695,
        intervalName: longName, reference: SeedPlot.Reference(name: longName, value: 0.2))
    },
    FigureGallery.Piece(name: "equal seeds") { look, width in
      try SeedPlot(
        look: look, width: width, seedAccuracies: [Double](repeating: 1e-9, count: 1000), mean: 1e-9,
        interval: 1e-9...1e-9, intervalName: "mean ± sd")
    },
    FigureGallery.Piece(name: "scores of many classes") { look, width in
      try ScorePlot(
        look: look, width: width,
        classes: (1...5).map {
          ScorePlot.ClassScores(name: "\($0) \(longName)", counts: [1_000_000_000, 0])
        },
        edges: [0, 0.5, 1], name: "Probability of \(longName)", samples: longName, note: longName)
    },
    FigureGallery.Piece(name: "importances next to nothing") { look, width in
      try ImportancePlot(
        look: look, width: width,
        features: (1...30).map { place in
          ImportancePlot.Feature(
            name: "\(place) \(longName)", value: 1e-9 * Double(place - 9), range: -1e-8...1e-8 * Double(place)
          )
        }, name: longName)
    },
  ]

  private static func titled(_ look: Look) -> ConfusionHeatmap.Labels {
    var labels = ConfusionHeatmap.Labels(look)
    labels.title = longName
    labels.samples = longName
    return labels
  }

  private static func curve(
    _ look: Look, _ width: FigureWidth?, epochs: Int, value: (Double) -> Double
  ) throws -> LearningCurve {
    let values = (1...epochs).map { value(Double($0)) }
    return try LearningCurve(
      look: look, width: width, trainingLoss: values, validationLoss: values.reversed(),
      trainingAccuracy: values, validationAccuracy: values.map { $0 * 0.99 },
      ending: LearningCurve.Ending(bestEpoch: epochs, stoppedEarly: true), note: "synthetic sample")
  }
}
