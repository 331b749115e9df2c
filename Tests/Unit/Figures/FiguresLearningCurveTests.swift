import Testing

@testable import Figures

@Suite struct FiguresLearningCurveTests {
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

  @Test func itHasThePapersWords() throws {
    let figure = try LearningCurve(
      look: .original, trainingLoss: [0.7, 0.65], validationLoss: [0.71, 0.69],
      validationAccuracy: [0.5, 0.6])
    let texts = texts(figure)
    for word in [
      "Training and validation loss", "Epochs", "Loss", "Training loss", "Validation loss",
      "Validation Accuracy",
    ] {
      #expect(texts.contains(word))
    }
  }

  @Test func theWordsCanBeOthers() throws {
    var labels = LearningCurve.Labels()
    labels.title = ""
    labels.values = "Binary cross-entropy"
    labels.trainingLoss = "train"
    let figure = try LearningCurve(
      look: .original, trainingLoss: [1, 2], labels: labels, note: "synthetic sample")
    let texts = texts(figure)
    #expect(texts.contains("Binary cross-entropy") && texts.contains("train"))
    #expect(texts.contains("synthetic sample") && !texts.contains("Training and validation loss"))
    #expect(figure.title == "Learning curve")
  }

  @Test func epochsCountFromOneInWholeNumbers() throws {
    #expect(texts(try LearningCurve(look: .original, trainingLoss: [0.5])).filter { Int($0) != nil } == ["1"])
    #expect(
      texts(try LearningCurve(look: .original, trainingLoss: [0.5, 0.25, 0.125])).filter { Int($0) != nil }
        == ["1", "2", "3"])
  }

  @Test func validationThatIsNotThereIsNotInTheLegend() throws {
    let none = try LearningCurve(look: .original, trainingLoss: [1, 2, 3])
    let gaps = try LearningCurve(
      look: .original, trainingLoss: [1, 2, 3], validationLoss: [.nan, .nan, .nan],
      validationAccuracy: [.nan, .nan, .nan])
    #expect(commands(none) == commands(gaps))
    #expect(texts(none).contains("Training loss") && !texts(none).contains("Validation loss"))
  }

  @Test func aGapInterruptsTheLineAndALonePointShows() throws {
    let figure = try LearningCurve(
      look: .original, trainingLoss: [1, 2, 3, 4, 5], validationLoss: [1, .nan, 3, 4, 5])
    let strokes = commands(figure).filter { $0.hasPrefix("stroke #ffa500") && !$0.contains("width 3 ") }
    // The line through three points, and its sample in the legend.
    #expect(strokes.map { $0.count { $0 == "L" } } == [2, 1])
    #expect(commands(figure).contains { $0.hasPrefix("stroke #ffa500 width 3 round") })
  }

  @Test func thousandsOfPointsMakeFewPaths() throws {
    let figure = try LearningCurve(look: .original, trainingLoss: (1...5000).map { 1 / Double($0) })
    let dots = commands(figure).filter { $0.hasPrefix("stroke #0000ff") }
    #expect(dots.count < 100)
    // Every epoch's dot, and the sample in the legend.
    #expect(dots.reduce(0) { $0 + $1.count { $0 == "M" } } == 5001)
  }

  @Test func linesCutIntoPiecesHaveNoGaps() throws {
    let values = (0..<200).map { Double($0 % 7) }
    let figure = try LearningCurve(look: .original, trainingLoss: values, validationLoss: values)
    let pieces = commands(figure).filter { $0.hasPrefix("stroke #ffa500") }.dropLast()
      .map { $0.split(separator: "along M ")[1].split(separator: " L ") }
    #expect(pieces.reduce(0) { $0 + $1.count - 1 } == 199)
    for (piece, next) in zip(pieces, pieces.dropFirst()) { #expect(piece.last == next.first) }
  }

  @Test func aNoteKeepsClearOfTheAxisLabel() throws {
    func height(of text: String, in figure: LearningCurve) throws -> Double {
      let command = try #require(commands(figure).first { $0.hasSuffix(": \(text)") })
      let place = command.split(separator: ": ")[0].split(separator: " ")
      return try #require(place.last.flatMap { Double($0) })
    }
    let figure = try LearningCurve(look: .original, trainingLoss: [1, 2], note: "note")
    // The label reaches 2.4 points below its baseline, the note 0.76 of 7 points above its own.
    #expect(try height(of: "Epochs", in: figure) + 2.4 < height(of: "note", in: figure) - 5.32)
  }

  @Test func theTitleMakesWayForAnOffset() throws {
    var labels = LearningCurve.Labels()
    func titleHeight(_ labels: LearningCurve.Labels, scale: Double) throws -> Substring? {
      let figure = try LearningCurve(look: .original, trainingLoss: [1 * scale, 3 * scale], labels: labels)
      return commands(figure).first { $0.contains("sans regular 12") }?.split(separator: ":")[0]
        .split(separator: " ").last
    }
    let usual = try titleHeight(labels, scale: 1)
    #expect(try titleHeight(labels, scale: 1e-9) == usual)
    labels.title = "A title over all of the axes, and beyond them"
    #expect(try titleHeight(labels, scale: 1) == usual)
    #expect(try titleHeight(labels, scale: 1e-9) != usual)
  }

  @Test func theSummarySaysWhichWeightsWereKept() throws {
    let ending = LearningCurve.Ending(bestEpoch: 1, keepsBest: false)
    let figure = try LearningCurve(trainingLoss: [1, 2, 3], ending: ending)
    #expect(figure.summary.contains("Epoch 1 was the best; the weights of the last epoch were kept."))
    let kept = try LearningCurve(trainingLoss: [1, 2, 3], ending: LearningCurve.Ending(bestEpoch: 1))
    #expect(kept.summary.contains("The weights of epoch 1 were kept."))
  }

  /// Seeds that have stopped are no part of the band: words and data say how many still train.
  @Test func theBandsSayHowManySeedsTheyCover() throws {
    let bands = LearningCurve.Bands(
      label: "5–95 % of the seeds still training", counts: [9, 4],
      trainingLoss: Band(low: [0.5, 0.4], high: [1.5, 1.4]))
    let figure = try LearningCurve(trainingLoss: [1, 2, 3], bands: bands)
    #expect(
      figure.summary.contains(
        "Bands: 5–95 % of the seeds still training; 9 in epoch 1 and 0 in epoch 3."), "\(figure.summary)")
    #expect(
      figure.data.csv == """
        epoch,loss,loss_05,loss_95,n
        1,1.0,0.5,1.5,9
        2,2.0,0.4,1.4,4
        3,3.0,,,0

        """)
  }

  @Test func theSummarySaysWhatTheCurvesDo() throws {
    let figure = try LearningCurve(
      look: .original, trainingLoss: [0.7, 0.6512], validationLoss: [.nan, 0.5], note: "synthetic sample")
    #expect(
      figure.summary
        == "Line plot over 2 epochs. Training loss: 0.7 at first, 0.651 at last."
        + " Validation loss: 0.5 at first, 0.5 at last. Note: synthetic sample.")
  }
}
