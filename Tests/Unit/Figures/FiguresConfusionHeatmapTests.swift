import Testing

@testable import Figures

@Suite struct FiguresConfusionHeatmapTests {
  private func layout(_ names: [String], note: String = "") throws -> ConfusionLayout {
    let counts = names.indices.map { row in names.indices.map { row * names.count + $0 } }
    let figure = try ConfusionHeatmap(look: .original, counts: counts, classNames: names, note: note)
    return ConfusionLayout(figure, on: RecordingCanvas(size: figure.size))
  }

  @Test func shortNamesLieLevelAndLeaveTheCellsTheirSize() throws {
    let layout = try layout(["Disliked", "Liked"])
    #expect(!layout.predicted.labelsUpwards)
    #expect(abs(layout.cells.width - 266.112) < 1e-9 && abs(layout.cells.height - 266.112) < 1e-9)
  }

  @Test(arguments: [
    ["a name that is rather long", "another name that is long"],
    ["x", "an exceedingly long name that goes on and on, past every edge there is"],
    (0..<8).map { "class \($0)" }, (0..<40).map { "class \($0)" }, ["only one"],
  ])
  func namesStayOnThePageAndApart(_ names: [String]) throws {
    let layout = try layout(names, note: "synthetic sample")
    let canvas = RecordingCanvas(size: Size.inches(6.4, 4.8))
    let widest = canvas.widest(of: layout.truth.ticks.labels, in: layout.truth.font)
    #expect(layout.cells.left - layout.truth.depth(on: canvas) > 0)
    // 7 points of note and the space around it.
    #expect(layout.cells.bottom + layout.predicted.depth(on: canvas) < canvas.size.height - 11)
    #expect(layout.cells.width > 100)
    let cell = layout.cells.width / Double(names.count)
    let height = canvas.measure("", in: layout.predicted.font).height
    #expect((layout.predicted.labelsUpwards ? height : widest) <= cell)
  }

  @Test func rowsAreTruthFromTheTopAndColumnsPredictionsFromTheLeft() throws {
    let figure = try ConfusionHeatmap(
      look: .original, counts: [[1, 2], [3, 4]], classNames: ["no", "yes"])
    var canvas = RecordingCanvas(size: figure.size)
    figure.draw(on: &canvas)
    func place(_ text: String) throws -> (x: Double, y: Double) {
      let command = try #require(canvas.commands.first { $0.hasSuffix(": \(text)") && $0.contains("#") })
      let words = command.split(separator: ":")[0].split(separator: " ")
      return (try #require(Double(words[words.count - 2])), try #require(Double(words[words.count - 1])))
    }
    let (one, two, three) = (try place("1"), try place("2"), try place("3"))
    #expect(one.y == two.y && one.x < two.x && one.x == three.x && one.y < three.y)
    #expect(
      figure.summary == "Confusion matrix of 2 classes, 5 of 10 samples called right. Of 3 no samples 1 were "
        + "called no and 2 yes. Of 7 yes samples 3 were called no and 4 yes.")
  }

  @Test func theSummaryReadsOutASmallMatrixAndOnlyNamesALargeOne() throws {
    let small = try ConfusionHeatmap(
      look: .original, shares: [[0.5, 0.25], [0, 0.25]], classNames: ["no", "yes"], note: "synthetic sample")
    #expect(
      small.summary
        == "Confusion matrix of 2 classes: true no, predicted no: 0.5; true no, predicted yes: 0.25; "
        + "true yes, predicted no: 0; true yes, predicted yes: 0.25. Note: synthetic sample.")
    let names = (0..<30).map { "class \($0)" }
    let large = try ConfusionHeatmap(
      look: .original, counts: names.map { _ in names.map(\.count) }, classNames: names)
    #expect(large.summary == "Confusion matrix of 30 classes.")
  }

  @Test func equalCellsShareTheMiddleColor() throws {
    let figure = try ConfusionHeatmap(
      look: .original, shares: [[0.25, 0.25], [0.25, 0.25]], classNames: ["a", "b"])
    let map = figure.heatMap
    #expect(map.limits == Limits(0.225, 0.275))
    #expect(map.textColor(on: 0.25) == Colormap.viridis.bottom)
  }
}
