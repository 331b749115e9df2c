import Testing

@testable import Figures

/// What the figures of the journal look say, and where.
@Suite struct FiguresJournalTests {
  private func commands(_ figure: some Figure) -> [String] {
    var canvas = RecordingCanvas(size: figure.size)
    figure.draw(on: &canvas)
    return canvas.commands
  }

  private func texts(_ figure: some Figure) -> [String] {
    commands(figure).filter { $0.hasPrefix("text") }.compactMap {
      $0.split(separator: ": ", maxSplits: 1).last.map(String.init)
    }
  }

  private func curve(
    ending: LearningCurve.Ending = .init(), bands: LearningCurve.Bands? = nil
  ) throws -> LearningCurve {
    try LearningCurve(
      trainingLoss: [0.7, 0.68, 0.66, 0.65], validationLoss: [0.7, 0.69, 0.69, 0.7],
      trainingAccuracy: [0.5, 0.55, 0.6, 0.62], validationAccuracy: [0.5, 0.52, 0.57, 0.55], ending: ending,
      bands: bands)
  }

  @Test func theLearningCurveHasTwoPanelsOnOneAxisAndNoTitle() throws {
    let texts = try texts(curve())
    for word in ["Loss", "Accuracy", "Epochs", "Training", "Validation"] {
      #expect(texts.count { $0 == word } == 1)
    }
    #expect(!texts.contains("Training and validation loss"))
    // Epochs are labelled under the lower panel alone.
    #expect(texts.count { $0 == "3" } == 1)
  }

  @Test func theEndingIsMarkedInBothPanelsAndNamed() throws {
    let plain = try commands(curve())
    let figure = try curve(ending: .init(bestEpoch: 3, stoppedEarly: true))
    #expect(texts(figure).contains("Best epoch (3)") && texts(figure).contains("Stopped after epoch 4"))
    // Each as a line in both panels and a sample in the legend.
    #expect(commands(figure).count - plain.count == 2 * (2 + 2))
    #expect(
      figure.summary.hasSuffix("The weights of epoch 3 were kept. Training stopped early after epoch 4."))
    #expect(!texts(try curve()).contains { $0.hasPrefix("Best") || $0.hasPrefix("Stopped") })
  }

  @Test func bandsAreDrawnAsFarAsTheTrainingGoesAndWidenTheAxis() throws {
    let band = Band(low: [0.6, 0.6, .nan, 0.6, 0.6, 0.1], high: [0.8, 0.8, .nan, 0.8, 0.8, 0.9])
    let figure = try curve(bands: .init(label: "5–95 % of 100 seeds", trainingLoss: band))
    let fills = commands(figure).filter { $0.hasPrefix("fill #0072b22e") }
    // The gap cuts the band; of the rest only one epoch is left, which has no area.
    #expect(fills.count == 1 && fills[0].count { $0 == "L" } == 3)
    #expect(texts(figure).contains("5–95 % of 100 seeds") && texts(figure).contains("0.80"))
    #expect(!(try texts(curve()).contains("0.80")))
    // 0.1 lies beyond the last epoch.
    #expect(!texts(figure).contains("0.2"))
  }

  @Test func bandsOfUnequalEndsAreRefused() {
    let band = Band(low: [0.6, 0.6], high: [0.8])
    #expect(throws: FigureError.count(series: "seeds", expected: 2, received: 1)) {
      try curve(bands: .init(label: "seeds", validationAccuracy: band))
    }
    #expect(throws: FigureError.range(series: "best epoch", index: 0, value: 5, allowed: 1...4)) {
      try curve(ending: .init(bestEpoch: 5))
    }
  }

  @Test func aTrainingWithoutAccuraciesHasOnePanel() throws {
    let figure = try LearningCurve(trainingLoss: [3, 2, 1])
    #expect(texts(figure).contains("Loss") && !texts(figure).contains("Accuracy"))
    #expect(!texts(figure).contains("Validation"))
  }

  private func matrix(
    _ normalization: ConfusionHeatmap.Normalization?, bar: Bool = false
  ) throws -> ConfusionHeatmap {
    var labels = ConfusionHeatmap.Labels(.journal)
    labels.samples = "tracks"
    return try ConfusionHeatmap(
      counts: [[196, 56], [98, 155]], normalizedOver: normalization, classNames: ["Disliked", "Liked"],
      showsColorbar: bar, labels: labels)
  }

  @Test(arguments: [
    (ConfusionHeatmap.Normalization.all, "38.8 %", "Number and % of all tracks"),
    (.truth, "77.8 %", "Number and % of true class"),
    (.prediction, "66.7 %", "Number and % of predicted class"),
  ])
  func everyCellHasCountAndPercentUnderTheNameOfTheNormalization(
    _ normalization: ConfusionHeatmap.Normalization, _ percent: String, _ heading: String
  ) throws {
    let texts = try texts(matrix(normalization))
    for word in ["196", "56", "98", "155", percent, heading, "True", "Predicted"] {
      #expect(texts.contains(word), "\(word) is not in \(texts)")
    }
  }

  @Test func aShareHasTheSameColorInEveryFigure() throws {
    func colors(_ counts: [[Int]]) throws -> [Substring] {
      let figure = try ConfusionHeatmap(
        counts: counts, normalizedOver: .all, classNames: ["a", "b"], showsColorbar: false)
      let image = try #require(commands(figure).first { $0.hasPrefix("image") })
      return image.split(separator: " ").suffix(4).map { $0 }
    }
    // A quarter of all beside much and beside little.
    #expect(try colors([[1, 1], [1, 1]])[0] == colors([[25, 74], [1, 0]])[0])
    #expect(try colors([[1, 0], [0, 0]])[0][...] == Colormap.viridis.top.hex[...])
  }

  @Test func theColorBarIsOptionalAndRunsFromNoneToAll() throws {
    let bar = try texts(matrix(.all, bar: true))
    #expect(bar.contains("0") && bar.contains("100") && bar.contains("% of all tracks"))
    #expect(!(try texts(matrix(.all)).contains("100")))
  }

  @Test func theOriginalDrawsCountsAsItDrawsTheirShares() throws {
    let counts = try ConfusionHeatmap(
      look: .original, counts: [[196, 56], [98, 155]], normalizedOver: .all, classNames: ["a", "b"])
    let shares = try ConfusionHeatmap(
      look: .original, shares: [[196.0 / 505, 56.0 / 505], [98.0 / 505, 155.0 / 505]], classNames: ["a", "b"])
    #expect(commands(counts) == commands(shares))
  }

  @Test func aClassWithoutSamplesHasSharesOfZero() throws {
    let figure = try ConfusionHeatmap(
      counts: [[0, 0], [1, 3]], normalizedOver: .truth, classNames: ["a", "b"])
    #expect(figure.values == [[0, 0], [0.25, 0.75]])
  }

  @Test func theSummaryCountsInTheCallersWords() throws {
    #expect(
      try matrix(.all).summary
        == "Confusion matrix of 2 classes, 351 of 505 tracks called right. Of 252 Disliked tracks 196 were "
        + "called Disliked and 56 Liked. Of 253 Liked tracks 98 were called Disliked and 155 Liked.")
  }

  @Test func theDataAreTheNumbersInTheCells() throws {
    #expect(
      try matrix(.truth).data.csv
        == """
        true,predicted,count,share_of_true_class
        Disliked,Disliked,196,\(196.0 / 252)
        Disliked,Liked,56,\(56.0 / 252)
        Liked,Disliked,98,\(98.0 / 253)
        Liked,Liked,155,\(155.0 / 253)

        """)
  }
}
