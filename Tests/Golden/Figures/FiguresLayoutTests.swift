import Testing

@testable import CairoBackend
@testable import Figures

/// What every figure keeps to in both looks and at every width, with the real widths of the letters.
@Suite struct FiguresLayoutTests {
  struct Drawn: CustomStringConvertible {
    let description: String
    let canvas: LayoutCanvas
  }

  static let pieces = FigureGallery.pieces + HostileFigures.pieces

  /// A piece in both looks at every width.
  private func drawn(_ piece: FigureGallery.Piece) throws -> [Drawn] {
    let fonts = FontBook()
    return try Look.allCases.flatMap { look in
      try FigureGallery.widths.map { name, width in
        let figure = try piece.make(look, width)
        var canvas = LayoutCanvas(size: figure.size, fonts: fonts)
        try figure.draw(on: &canvas)
        return Drawn(description: "\(piece.name), \(look.rawValue), \(name)", canvas: canvas)
      }
    }
  }

  /// How far two boxes reach into each other, along the direction in which that is least.
  private func overlap(_ one: Rect, _ two: Rect) -> Double {
    min(
      min(one.right, two.right) - max(one.left, two.left),
      min(one.bottom, two.bottom) - max(one.top, two.top))
  }

  /// What letters fill of a text's box at most: ascenders and descenders stop short of the font's full reach.
  private func letters(of box: Rect) -> Rect {
    let room = 0.1 * min(box.width, box.height)
    return box.widened(by: -room)
  }

  @Test(arguments: pieces)
  func noTextMeetsAnotherAndNothingLeavesThePage(_ piece: FigureGallery.Piece) throws {
    for one in try drawn(piece) {
      let canvas = one.canvas
      for (index, first) in canvas.texts.enumerated() {
        for second in canvas.texts[(index + 1)...] {
          // A box has the whole reach of its font; letters fill no more than nine tenths of it.
          #expect(overlap(first.rect, second.rect) < 0.5, "\(one): \(first) meets \(second)")
        }
      }
      let boxes =
        canvas.texts + canvas.images + canvas.inks.map { LayoutCanvas.Box(name: "ink", rect: $0.rect) }
      for box in boxes {
        #expect(
          box.rect.left >= 0 && box.rect.top >= 0 && box.rect.right <= canvas.size.width + 1e-9
            && box.rect.bottom <= canvas.size.height + 1e-9, "\(one): \(box) leaves \(canvas.size)")
      }
    }
  }

  /// No line, marker or bar runs through a text, and none lies under the box of a legend.
  @Test(arguments: pieces)
  func legendsAndTextsCoverNothing(_ piece: FigureGallery.Piece) throws {
    for one in try drawn(piece) {
      let canvas = one.canvas
      if let legend = canvas.legend {
        let covered = canvas.inks.prefix(legend.inksBefore).filter { $0.reaches(into: legend.rect) }
        #expect(covered.isEmpty, "\(one): the legend at \(legend.rect) lies on \(covered.map(\.rect))")
        for image in canvas.images { #expect(overlap(image.rect, legend.rect) <= 0, "\(one)") }
      }
      for text in canvas.texts {
        let box = letters(of: text.rect)
        // The legend's own outline lies around its texts.
        let covered = canvas.inks.filter { $0.reaches(into: box) }
        #expect(covered.isEmpty, "\(one): \(text) lies on \(covered.map(\.rect))")
      }
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
