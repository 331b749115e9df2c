import Testing

@testable import Figures

@Suite struct FiguresSheetTests {
  private func figure(_ width: FigureWidth) throws -> LearningCurve {
    try LearningCurve(look: .original, width: width, trainingLoss: [3, 2, 1])
  }

  private func commands(_ figure: some Figure, at origin: Point) -> [String] {
    var inset = InsetCanvas(
      RecordingCanvas(size: Size(width: 999, height: 999)), at: origin, size: figure.size)
    figure.draw(on: &inset)
    return inset.base.commands
  }

  @Test func anInsetIsACanvasOfItsOwnAtItsPlace() throws {
    let figure = try figure(.column)
    var alone = RecordingCanvas(size: figure.size)
    figure.draw(on: &alone)
    #expect(commands(figure, at: Point(x: 0, y: 0)) == alone.commands)
    let page = "fill #ffffff inside M 10 20 L 248.11 20 L 248.11 225 L 10 225 Z"
    #expect(commands(figure, at: Point(x: 10, y: 20)).first == page)
  }

  @Test func aSheetHasEveryFigureInItsColumnAndSaysHowWideItIs() throws {
    let figures: [any Figure] = [try figure(.column), try figure(.text)]
    let sheet = ContactSheet(
      look: .original, columns: ["84 mm", "174 mm"],
      rows: [
        ContactSheet.Row(name: "loss", figures: figures), ContactSheet.Row(name: "again", figures: figures),
      ])
    // Gaps of 14 points around columns and rows, and over each row a line of 1.6 times 12 points.
    let high = figures[1].size.height
    #expect(sheet.size.width == 14 + figures[0].size.width + 14 + figures[1].size.width + 14)
    #expect(abs(sheet.size.height - (14 + 2 * (19.2 + high + 14))) < 1e-9)
    var canvas = RecordingCanvas(size: sheet.size)
    sheet.draw(on: &canvas)
    let words = canvas.commands.filter { $0.hasPrefix("text") && $0.hasSuffix(" mm") }
    #expect(words.count == 4 && words[0].hasSuffix(": loss, 84 mm") && words[3].hasSuffix(": 174 mm"))
    #expect(canvas.commands.filter { $0.hasPrefix("fill #ffffff inside") }.count == 4)
  }
}
