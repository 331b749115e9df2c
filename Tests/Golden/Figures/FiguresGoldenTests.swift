import CairoBackend
import Figures
import Testing

@Suite struct FiguresGoldenTests {
  /// An invented training of twelve epochs.
  static func loss() throws -> LearningCurve {
    try LearningCurve(
      look: .original,
      trainingLoss: [0.702, 0.694, 0.689, 0.684, 0.677, 0.672, 0.668, 0.661, 0.657, 0.652, 0.649, 0.647],
      validationLoss: [0.697, 0.692, 0.69, 0.681, 0.68, 0.671, 0.672, 0.668, 0.665, 0.667, 0.66, 0.664],
      validationAccuracy: [0.51, 0.52, 0.55, 0.54, 0.58, 0.6, 0.59, 0.62, 0.63, 0.61, 0.64, 0.65])
  }

  static func confusion() throws -> ConfusionHeatmap {
    try ConfusionHeatmap(
      look: .original, shares: [[196.0 / 505, 56.0 / 505], [98.0 / 505, 155.0 / 505]],
      classNames: ["Disliked", "Liked"])
  }

  /// A gap, a point on its own, an offset on the axis and a note.
  static func odd() throws -> LearningCurve {
    try LearningCurve(
      look: .original, trainingLoss: [3e-9, 1e-9, 2e-9, 2.5e-9], validationLoss: [1e-9, .nan, 2e-9, 1.5e-9],
      note: "synthetic sample")
  }

  /// Names that need more room than there is, under a title and over a note.
  static func longNames() throws -> ConfusionHeatmap {
    var labels = ConfusionHeatmap.Labels()
    labels.title = "Test rows"
    return try ConfusionHeatmap(
      look: .original, counts: [[1960, 5, 0], [9, 155, 7], [12, 3, 81]],
      classNames: ["neither liked nor disliked", "would be skipped after a while", "Liked"],
      labels: labels, note: "synthetic sample")
  }

  /// The figures of a journal draw the recorded commands too.
  @Test(arguments: [
    "loss", "confusion", "confusion_rates", "roc", "calibration", "seeds", "scores", "published",
  ])
  func journalFiguresDrawTheRecordedCommands(_ name: String) throws {
    let piece = try #require(FigureGallery.pieces.first { $0.name == name })
    let figure = try piece.make(.journal, .column)
    try FigureGolden(name: "\(name).journal.commands.txt").expect(commands(figure))
  }

  private func commands(_ figure: some Figure) -> String {
    var canvas = RecordingCanvas(size: figure.size)
    figure.draw(on: &canvas)
    return canvas.commands.map { $0 + "\n" }.joined()
  }

  @Test func figuresDrawTheRecordedCommands() throws {
    try FigureGolden(name: "loss.commands.txt").expect(commands(Self.loss()))
    try FigureGolden(name: "loss_odd.commands.txt").expect(commands(Self.odd()))
    try FigureGolden(name: "confusion.commands.txt").expect(commands(Self.confusion()))
    try FigureGolden(name: "confusion_long_names.commands.txt").expect(commands(Self.longNames()))
  }

  @Test(.enabled(if: versionsAgree, Comment(rawValue: versionsReason)))
  func journalFiguresHaveTheRecordedSVG() throws {
    let renderer = CairoRenderer()
    for name in ["loss", "confusion"] {
      let piece = try #require(FigureGallery.pieces.first { $0.name == name })
      let figure = try piece.make(.journal, .column)
      try FigureGolden(name: "\(name).journal.svg")
        .expect(String(decoding: renderer.render(figure, as: .svg), as: UTF8.self))
    }
  }

  /// The libraries and the fonts that the SVG files were recorded with.
  static let versions = FigureGolden(name: "svg.versions.txt")

  private static func installed() throws -> String {
    try Look.allCases.map { try CairoRenderer.versions($0) + "\n" }.joined()
  }

  /// Whether ours are the same.
  static let versionsAgree =
    FigureGolden.isRecording || (try? installed()) == versions.text

  static let versionsReason =
    "SVG files were recorded with \(versions.text ?? "nothing") and are compared only with the same"

  @Test(.enabled(if: versionsAgree, Comment(rawValue: versionsReason)))
  func figuresHaveTheRecordedSVG() throws {
    if FigureGolden.isRecording { try Self.versions.expect(Self.installed()) }
    let renderer = CairoRenderer()
    try FigureGolden(name: "loss.svg")
      .expect(String(decoding: renderer.render(Self.loss(), as: .svg), as: UTF8.self))
    try FigureGolden(name: "confusion_long_names.svg")
      .expect(String(decoding: renderer.render(Self.longNames(), as: .svg), as: UTF8.self))
  }
}
