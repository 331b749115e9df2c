import Figures
import Testing

@testable import CairoBackend

/// What every figure keeps to in both looks and at every width, with the real widths of the letters.
@Suite struct FiguresLayoutTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let piece: FigureGallery.Piece
    let look: Look
    let width: FigureWidth
    var testDescription: String { "\(piece.name), \(look.rawValue), \(width)" }
  }

  static let cases = FigureGallery.pieces.flatMap { piece in
    Look.allCases.flatMap { look in
      FigureGallery.widths.map { Case(piece: piece, look: look, width: $0.width) }
    }
  }

  private func canvas(_ one: Case) throws -> LayoutCanvas {
    let figure = try one.piece.make(one.look, one.width)
    var canvas = LayoutCanvas(size: figure.size, fonts: FontBook())
    try figure.draw(on: &canvas)
    return canvas
  }

  /// How far two boxes reach into each other, along the direction in which that is least.
  private func overlap(_ one: Rect, _ two: Rect) -> Double {
    min(
      min(one.right, two.right) - max(one.left, two.left),
      min(one.bottom, two.bottom) - max(one.top, two.top))
  }

  @Test(arguments: cases)
  func noTextMeetsAnotherAndNothingLeavesThePage(_ one: Case) throws {
    let canvas = try canvas(one)
    for (index, first) in canvas.texts.enumerated() {
      for second in canvas.texts[(index + 1)...] {
        // A box has the whole reach of its font; letters fill no more than nine tenths of it.
        #expect(overlap(first.rect, second.rect) < 0.5, "\(first) meets \(second)")
      }
    }
    for box in canvas.texts + canvas.shapes {
      #expect(
        box.rect.left >= 0 && box.rect.top >= 0 && box.rect.right <= canvas.size.width + 1e-9
          && box.rect.bottom <= canvas.size.height + 1e-9, "\(box) leaves \(canvas.size)")
    }
  }

  /// Letters are as large at every width; only what must fit into a cell may be smaller.
  @Test(arguments: FigureGallery.pieces.filter { !$0.name.hasPrefix("confusion") }.map(\.name), Look.allCases)
  func fontsStayAsLargeAsTheyAreAtEveryWidth(_ name: String, _ look: Look) throws {
    let piece = try #require(FigureGallery.pieces.first { $0.name == name })
    let sizes = try FigureGallery.widths.map { width -> Set<Substring> in
      let figure = try piece.make(look, width.width)
      var canvas = RecordingCanvas(size: figure.size)
      func draw(_ figure: some Figure) { figure.draw(on: &canvas) }
      draw(figure)
      return Set(
        canvas.commands.filter { $0.hasPrefix("text") }.map { $0.split(separator: " ")[4] })
    }
    #expect(sizes.allSatisfy { $0 == sizes[0] } && sizes[0].allSatisfy { (7...12).contains(Double($0) ?? 0) })
  }
}
