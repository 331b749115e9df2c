import Figures
import Foundation

/// Every kind of figure on invented numbers, to be drawn in both looks at several widths.
enum FigureGallery {
  struct Piece: Sendable {
    let name: String
    let make: @Sendable (Look, FigureWidth?) throws -> any Figure
  }

  static let widths: [(name: String, width: FigureWidth)] = [
    ("narrow", .millimetres(60)), ("column", .column), ("middle", .millimetres(120)), ("text", .text),
  ]

  static let pieces: [Piece] = [
    Piece(name: "loss") { look, width in
      try curve(look, width, epochs: 87)
    },
    Piece(name: "loss_long") { look, width in
      try curve(look, width, epochs: 1534, note: "synthetic sample")
    },
    Piece(name: "confusion") { look, width in
      try ConfusionHeatmap(
        look: look, width: width, counts: [[196, 56], [98, 155]], normalizedOver: .all,
        classNames: ["Disliked", "Liked"], labels: tracks(look), note: "synthetic sample")
    },
    Piece(name: "confusion_rates") { look, width in
      try ConfusionHeatmap(
        look: look, width: width, counts: [[196, 56], [98, 155]], normalizedOver: .truth,
        classNames: ["Disliked", "Liked"], showsColorbar: false, labels: tracks(look))
    },
    Piece(name: "confusion_20") { look, width in
      let counts = (0..<20).map { row in
        (0..<20).map { column in row == column ? 40 + row * 3 : (row * 7 + column * 3) % 9 }
      }
      return try ConfusionHeatmap(
        look: look, width: width, counts: counts, normalizedOver: .truth,
        classNames: (1...20).map { "genre \($0)" }, labels: tracks(look))
    },
    Piece(name: "roc") { look, width in
      try ROCPlot(
        look: look, width: width,
        curves: [
          curve("Training data", bend: 3.4, area: 0.771), curve("Test data", bend: 2.6, area: 0.724),
        ])
    },
    Piece(name: "precision_recall") { look, width in
      func precision(_ recall: Double) -> Double {
        min(1, 0.5 + (1 - recall) * (0.45 + 0.05 * sin(40 * recall)))
      }
      let recalls = stride(from: 1.0, through: 0, by: -0.02).map { $0 }
      return try PrecisionRecallPlot(
        look: look, width: width,
        curves: [
          ScoreCurve(
            label: "Test data", x: recalls,
            y: recalls.map(precision), area: 0.71)
        ], positiveShare: 0.501)
    },
    Piece(name: "calibration") { look, width in
      let counts = [12, 61, 104, 133, 88, 57, 31, 19]
      return try CalibrationPlot(
        look: look, width: width,
        bins: counts.enumerated().map { index, count in
          let predicted = (Double(index) + 0.5) / 8
          let observed = min(max(predicted + 0.08 * sin(9 * predicted), 0), 1)
          return CalibrationPlot.Bin(predicted: predicted, observed: observed, count: count)
        }, samples: "tracks")
    },
    Piece(name: "seeds") { look, width in
      let accuracies = (0..<100).map { seed -> Double in
        let angle = Double(seed)
        return 0.68 + 0.0135 * sin(angle * 12.9898) + 0.008 * sin(angle * 4.1)
      }
      return try SeedPlot(
        look: look, width: width, seedAccuracies: accuracies, mean: 0.680, interval: 0.6772...0.6828,
        intervalName: "95 % interval of the mean", reference: SeedPlot.Reference(name: "Paper", value: 0.695))
    },
    Piece(name: "published") { look, width in
      let panels = ["All data", "Training data", "Test data"].enumerated().map { place, rows in
        PublishedPlot.Panel(
          name: "Under 500 epochs, \(rows.lowercased())",
          seeds: (0..<100).map { seed -> Double in
            let angle = Double(seed + 31 * place)
            return 0.70 + 0.01 * Double(place) + 0.0135 * sin(angle * 12.9898) + 0.008 * sin(angle * 4.1)
          }, published: [0.718, 0.731, 0.681][place])
      }
      return try PublishedPlot(look: look, width: width, panels: panels)
    },
    Piece(name: "scores") { look, width in
      try ScorePlot(
        look: look, width: width,
        classes: [
          ScorePlot.ClassScores(name: "Disliked", counts: [4, 21, 48, 52, 40, 31, 24, 18, 11, 3]),
          ScorePlot.ClassScores(name: "Liked", counts: [1, 7, 19, 30, 36, 41, 45, 39, 26, 9]),
        ], edges: (0...10).map { Double($0) / 10 }, name: "Probability of Liked", samples: "tracks")
    },
    Piece(name: "importance") { look, width in
      try ImportancePlot(
        look: look, width: width,
        features: [
          ("instrumentalness", 0.062), ("danceability", 0.048), ("speechiness", 0.031), ("energy", 0.012),
          ("valence", 0.009), ("time_signature", -0.002),
        ].map { name, value in
          ImportancePlot.Feature(name: name, value: value, range: value - 0.008...value + 0.008)
        }, name: "Loss of accuracy when shuffled")
    },
  ]

  private static func tracks(_ look: Look) -> ConfusionHeatmap.Labels {
    var labels = ConfusionHeatmap.Labels(look)
    labels.samples = "tracks"
    return labels
  }

  private static func curve(_ label: String, bend: Double, area: Double) throws -> ScoreCurve {
    let x = (0...60).map { Double($0) / 60 }
    return try ScoreCurve(label: label, x: x, y: x.map { 1 - pow(1 - $0, bend) }, area: area)
  }

  private static func curve(
    _ look: Look, _ width: FigureWidth?, epochs: Int, note: String = ""
  ) throws -> LearningCurve {
    func values(_ from: Double, _ to: Double, _ noise: Double, _ phase: Double) -> [Double] {
      (0..<epochs).map { epoch in
        let share = Double(epoch) / Double(epochs)
        return to + (from - to) * exp(-3 * share) + noise * sin(Double(epoch) * 2.3 + phase)
      }
    }
    func band(_ values: [Double], _ room: Double) -> Band {
      Band(low: values.map { $0 - room }, high: values.map { $0 + room })
    }
    let loss = values(0.70, 0.62, 0.002, 0)
    let validationLoss = values(0.70, 0.645, 0.004, 1)
    let accuracy = values(0.51, 0.68, 0.006, 2)
    let validationAccuracy = values(0.5, 0.66, 0.012, 3)
    return try LearningCurve(
      look: look, width: width, trainingLoss: loss, validationLoss: validationLoss,
      trainingAccuracy: accuracy,
      validationAccuracy: validationAccuracy,
      ending: LearningCurve.Ending(bestEpoch: epochs - 50, stoppedEarly: true),
      bands: LearningCurve.Bands(
        label: "5–95 % of 100 seeds", trainingLoss: band(loss, 0.012),
        validationLoss: band(validationLoss, 0.015), trainingAccuracy: band(accuracy, 0.02),
        validationAccuracy: band(validationAccuracy, 0.03)), note: note)
  }
}
