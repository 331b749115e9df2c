import Figures
import Testing

/// The figures about scores and seeds: they show the values they are given, and refuse what is none.
@Suite struct FiguresScorePlotsTests {
  private func texts(_ figure: some Figure) -> [String] {
    var canvas = RecordingCanvas(size: figure.size)
    figure.draw(on: &canvas)
    return canvas.commands.filter { $0.hasPrefix("text") }.compactMap {
      $0.split(separator: ": ", maxSplits: 1).last.map(String.init)
    }
  }

  private let curve: ScoreCurve
  init() throws {
    curve = try ScoreCurve(label: "Test data", x: [0, 0.25, 1], y: [0, 0.75, 1], area: 0.75)
  }

  @Test func curvesAreNamedWithTheirAreas() throws {
    let roc = try ROCPlot(curves: [curve])
    #expect(texts(roc).contains("Test data (AUC 0.750)") && texts(roc).contains("Chance"))
    #expect(roc.summary.contains("Test data: 0.750"))
    #expect(
      roc.data.csv
        == "curve,false_positive_rate,true_positive_rate\nTest data,0.0,0.0\nTest data,0.25,0.75\nTest data,1.0,1.0\n"
    )
    let recall = try PrecisionRecallPlot(curves: [curve], positiveShare: 0.501)
    #expect(texts(recall).contains("Test data (AP 0.750)"))
    #expect(texts(recall).contains("Share of positives (0.501)"))
  }

  @Test func rocIsASquareAtEveryWidth() throws {
    for width in [FigureWidth.column, .text] {
      let figure = try ROCPlot(width: width, curves: [curve])
      var canvas = RecordingCanvas(size: figure.size)
      figure.draw(on: &canvas)
      // The frame is the only path of two lines, down the left and along the bottom.
      let frame = try #require(canvas.commands.first { $0.contains("width 0.5 square along") })
      let numbers = frame.split(separator: " ").compactMap { Double($0) }.suffix(6)
      let points = Array(numbers)
      #expect(abs((points[3] - points[1]) - (points[4] - points[2])) < 0.01)
    }
  }

  @Test func sharesOutsideOfZeroToOneAreRefused() {
    #expect(throws: FigureError.range(series: "a", index: 1, value: 1.5, allowed: 0...1)) {
      try ScoreCurve(label: "a", x: [0, 1.5], y: [0, 1], area: 0.5)
    }
    #expect(throws: FigureError.range(series: "area of a", index: 0, value: -1, allowed: 0...1)) {
      try ScoreCurve(label: "a", x: [0], y: [0], area: -1)
    }
    #expect(throws: FigureError.count(series: "a", expected: 1, received: 2)) {
      try ScoreCurve(label: "a", x: [0], y: [0, 1], area: 1)
    }
    #expect(throws: FigureError.self) { try ScoreCurve(label: "a", x: [.nan], y: [0], area: 1) }
    #expect(throws: FigureError.empty(series: "ROC curves")) { try ROCPlot(curves: []) }
    #expect(
      FigureError.range(series: "a", index: 1, value: 1.5, allowed: 0...1).description
        == "a: expected 0.0 to 1.0, received 1.5 at position 2")
  }

  @Test func calibrationSaysHowManySamplesEachBinHas() throws {
    let figure = try CalibrationPlot(
      bins: [
        .init(predicted: 0.2, observed: 0.25, count: 40), .init(predicted: 0.8, observed: 0.7, count: 61),
      ],
      samples: "tracks")
    #expect(texts(figure).contains("40") && texts(figure).contains("61") && texts(figure).contains("Tracks"))
    #expect(figure.summary.contains("of 40 given 20 % on average, 25 % are positive"))
    #expect(throws: FigureError.self) {
      try CalibrationPlot(bins: [.init(predicted: 0.2, observed: 1.25, count: 4)])
    }
  }

  @Test func seedsAreShownWithMeanIntervalAndReference() throws {
    let figure = try SeedPlot(
      seedAccuracies: [0.66, 0.68, 0.7], mean: 0.68, interval: 0.67...0.69, intervalName: "95 % interval",
      reference: SeedPlot.Reference(name: "Paper", value: 0.695))
    let texts = texts(figure)
    for word in ["Mean (0.680)", "95 % interval", "Paper (0.695)", "Test accuracy", "Seeds"] {
      #expect(texts.contains(word))
    }
    #expect(
      figure.summary
        == "Test accuracy of 3 seeds: mean 0.680, 95 % interval 0.670 to 0.690, all from 0.660 to 0.700. "
        + "Paper: 0.695.")
    #expect(figure.data.csv == "accuracy\n0.66\n0.68\n0.7\n")
  }

  /// The area of the bars is the number of seeds, wherever they lie.
  @Test(arguments: [[0.5], [0.5, 0.5, 0.5], [0, 1], [0.1, 0.2, 0.30000000000000004, 0.4, 1e-9]])
  func everySeedIsInOneBar(_ accuracies: [Double]) throws {
    let figure = try SeedPlot(
      seedAccuracies: accuracies, mean: 0.5, interval: 0.4...0.6, intervalName: "interval")
    var canvas = RecordingCanvas(size: figure.size)
    figure.draw(on: &canvas)
    let rug = try #require(canvas.commands.first { $0.hasPrefix("stroke #000000 width 0.4") })
    #expect(rug.count { $0 == "M" } == accuracies.count)
    #expect(!canvas.commands.contains { $0.contains("nan") || $0.contains("inf") })
  }

  @Test func scoresOfEveryClassStandInTheirOwnPanel() throws {
    let figure = try ScorePlot(
      classes: [.init(name: "no", counts: [5, 2, 1]), .init(name: "yes", counts: [0, 3, 4])],
      edges: [0, 0.25, 0.5, 1], samples: "tracks")
    #expect(texts(figure).count { $0 == "Tracks" } == 2 && texts(figure).contains("Truly no"))
    #expect(
      figure.summary.hasSuffix(
        " Of 8 truly no tracks 1 lie above 0.5. Of 7 truly yes tracks 4 lie above 0.5."))
    #expect(throws: FigureError.count(series: "no", expected: 2, received: 1)) {
      try ScorePlot(classes: [.init(name: "no", counts: [5])], edges: [0, 0.5, 1])
    }
    #expect(throws: FigureError.self) {
      try ScorePlot(classes: [.init(name: "no", counts: [5, 1])], edges: [0, 0.5, 0.5])
    }
  }

  @Test func importanceListsTheFeaturesFromTheTop() throws {
    let figure = try ImportancePlot(
      features: [
        .init(name: "energy", value: 0.05, range: 0.04...0.06), .init(name: "valence", value: -0.01),
      ],
      name: "Loss of accuracy")
    let names = texts(figure).filter { ["energy", "valence"].contains($0) }
    #expect(names == ["energy", "valence"] && texts(figure).contains("Loss of accuracy"))
    #expect(figure.summary == "Loss of accuracy: energy 0.05, valence -0.01.")
    #expect(figure.data.csv.hasSuffix("energy,0.05,0.04,0.06\nvalence,-0.01,,\n"))
  }
}
