import Figures
import Testing

@Suite struct FiguresFaultTests {
  /// What went wrong when the figure was made; `nil` if nothing did.
  private func fault(_ make: () throws(FigureError) -> some Figure) -> FigureError? {
    do {
      _ = try make()
      return nil
    } catch { return error }
  }

  @Test func aHistoryWithoutEpochsIsRefused() {
    #expect(
      fault { () throws(FigureError) in try LearningCurve(look: .original, trainingLoss: []) }
        == .empty(series: "Training loss"))
  }

  @Test func historiesOfUnequalLengthAreRefused() {
    let error = fault { () throws(FigureError) in
      try LearningCurve(
        look: .original, trainingLoss: [1, 2, 3], validationLoss: [1, 2, 3], validationAccuracy: [1, 2])
    }
    #expect(error == .count(series: "Validation Accuracy", expected: 3, received: 2))
  }

  @Test func lossesThatAreNotNumbersAreRefusedWithTheirPlace() throws {
    let infinite = fault { () throws(FigureError) in
      try LearningCurve(look: .original, trainingLoss: [1, 2], validationLoss: [.nan, .infinity])
    }
    #expect(infinite == .value(series: "Validation loss", index: 1, value: .infinity))
    let huge = fault { () throws(FigureError) in
      try LearningCurve(look: .original, trainingLoss: [1, -1e300])
    }
    #expect(huge == .value(series: "Training loss", index: 1, value: -1e300))
    let missing = try #require(
      fault { () throws(FigureError) in try LearningCurve(look: .original, trainingLoss: [.nan]) })
    #expect(
      missing.description
        == "Training loss: expected a finite number no larger than 1e100, received nan at position 1")
  }

  @Test func matricesThatAreNotSquareOrNamedAreRefused() {
    #expect(
      fault { () throws(FigureError) in try ConfusionHeatmap(look: .original, counts: [], classNames: []) }
        == .empty(series: "confusion matrix"))
    #expect(
      fault { () throws(FigureError) in
        try ConfusionHeatmap(look: .original, counts: [[1, 2], [3]], classNames: ["a", "b"])
      } == .count(series: "confusion matrix, row 2", expected: 2, received: 1))
    #expect(
      fault { () throws(FigureError) in
        try ConfusionHeatmap(look: .original, counts: [[1, 2], [3, 4]], classNames: ["a"])
      } == .count(series: "class names", expected: 2, received: 1))
  }

  @Test func sharesThatAreNotNumbersAreRefused() throws {
    let error = try #require(
      fault { () throws(FigureError) in
        try ConfusionHeatmap(look: .original, shares: [[0, .infinity], [0, 1]], classNames: ["a", "b"])
      })
    #expect(error == .value(series: "confusion matrix, row 1", index: 1, value: .infinity))
  }

  @Test func everyErrorSaysWhatWasExpectedAndWhatCame() {
    #expect(
      FigureError.empty(series: "loss").description
        == "loss: expected at least one value to draw, received none")
    #expect(
      FigureError.count(series: "loss", expected: 3, received: 2).description
        == "loss: expected 3 to go with the rest of the figure, received 2")
  }

  /// Figures that are odd, but right: drawing them neither fails nor draws what is not a number.
  @Test func extremeButFiniteDataAreDrawn() throws {
    let odd: [[Double]] = [
      [0], [1e100, -1e100], [.leastNonzeroMagnitude, .leastNormalMagnitude], [1, 1 + 1e-16], [1e100, 1e100],
      [-0.0, 0],
      [1e9, 1e9 + 1e-6], [123_456.000_01, 123_456.000_02], [1e-100, 1e100],
    ]
    for look in Look.allCases {
      for values in odd {
        let figure = try LearningCurve(
          look: look, trainingLoss: values, validationLoss: values, trainingAccuracy: values,
          ending: .init(bestEpoch: values.count, stoppedEarly: true),
          bands: .init(label: "seeds", validationLoss: Band(low: values, high: values)))
        #expect(draws(figure), "\(look) \(values)")
        let matrix = values.map { value in values.map { _ in value } }
        let heatmap = try ConfusionHeatmap(
          look: look, shares: matrix, classNames: values.map { "\($0)" })
        #expect(draws(heatmap), "\(look) \(values)")
        let importance = try ImportancePlot(
          look: look, features: values.map { .init(name: "\($0)", value: $0) }, name: "value")
        #expect(draws(importance), "\(look) \(values)")
        let seeds = try SeedPlot(
          look: look, seedAccuracies: values, mean: values[0], interval: values[0]...values[0],
          intervalName: "interval")
        #expect(draws(seeds), "\(look) \(values)")
      }
    }
  }

  /// Whether no command holds what is no number.
  private func draws(_ figure: some Figure) -> Bool {
    var canvas = RecordingCanvas(size: figure.size)
    figure.draw(on: &canvas)
    return !canvas.commands.contains { $0.contains("nan") || $0.contains("inf") }
  }

  @Test(arguments: Look.allCases)
  func emptyCountsAreDrawn(_ look: Look) throws {
    #expect(
      draws(
        try ConfusionHeatmap(
          look: look, counts: [[0, 0], [0, 0]], normalizedOver: .prediction, classNames: ["a", "b"])))
    #expect(draws(try ConfusionHeatmap(look: look, counts: [[0]], classNames: [""])))
    #expect(draws(try CalibrationPlot(look: look, bins: [.init(predicted: 0, observed: 0, count: 0)])))
    #expect(draws(try ScorePlot(look: look, classes: [.init(name: "", counts: [0])], edges: [0, 1])))
    let point = try ScoreCurve(label: "a", x: [0], y: [1], area: 0)
    #expect(draws(try ROCPlot(look: look, curves: [point])))
    #expect(draws(try PrecisionRecallPlot(look: look, curves: [point], positiveShare: 0)))
  }
}
