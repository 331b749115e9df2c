import CairoBackend
import Figures
import Foundation
import TestSupport
import Testing

/// The third ring: what the figures look like, whatever the versions of the libraries that drew them.
@Suite struct FiguresPictureTests {
  /// Two versions of FreeType or Cairo shade the edges of letters and lines differently, which comes to about
  /// 0.02 of a tile full of text; a digit that is another one comes to 0.04 of it at this resolution.
  static let tolerance = 0.025

  static let pieces = FigureGallery.pieces.flatMap { piece in
    Look.allCases.filter { $0 == .journal || !piece.name.hasSuffix("_20") }
      .map { (piece.name, $0) }
  }

  @Test(arguments: pieces)
  func figuresLookAsTheyDid(_ name: String, _ look: Look) throws {
    let piece = try #require(FigureGallery.pieces.first { $0.name == name })
    let figure = try piece.make(look, .column)
    let bytes = try CairoRenderer().render(figure, as: .png, dpi: 100)
    let file = "\(name)-\(look.rawValue).png"
    let recorded = Checkout.root.appending(path: "Tests/Golden/Goldens/\(file)")
    if FigureGolden.isRecording {
      try Data(bytes).write(to: recorded)
      Issue.record("\(file): recorded; run again")
      return
    }
    let folder = Checkout.root.appending(path: ".build/goldens")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let fresh = folder.appending(path: "got-\(file)")
    try Data(bytes).write(to: fresh)
    let got = try #require(PixelImage(contentsOf: fresh))
    let want = PixelImage(contentsOf: recorded)
    let score = want.map { got.worstTile(comparedWith: $0) } ?? 1
    guard score > Self.tolerance else { return try FileManager.default.removeItem(at: fresh) }
    want?.write(to: folder.appending(path: "want-\(file)"))
    want.flatMap(got.difference)?.write(to: folder.appending(path: "diff-\(file)"))
    Issue.record(
      "\(file): the worst tile differs by \(score): see got-, want- and diff-\(file) in .build/goldens")
  }

  @Test func aPictureIsItselfAndNotAnother() throws {
    let white = PixelImage(width: 60, height: 45, pixels: [UInt32](repeating: 0xFFFFFF, count: 60 * 45))
    var pixels = white.pixels
    for place in 0..<30 { pixels[60 * 31 + 30 + place] = 0 }
    let line = PixelImage(width: 60, height: 45, pixels: pixels)
    #expect(white.worstTile(comparedWith: white) == 0)
    // A black row of a tile that is cut off at fifteen rows.
    #expect(abs(line.worstTile(comparedWith: white) - 1.0 / 15) < 1e-12)
    #expect(line.worstTile(comparedWith: PixelImage(width: 45, height: 60, pixels: pixels)) == 1)
    #expect(line.difference(from: white)?.pixels[60 * 31 + 30] == 0xFFFFFF)
  }
}
