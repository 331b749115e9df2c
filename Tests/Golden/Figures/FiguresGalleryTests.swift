import CairoBackend
import Figures
import Foundation
import Testing

/// The gallery as files to be looked at, where `GALLERY` names a folder.
@Suite struct FiguresGalleryTests {
  static let folder = ProcessInfo.processInfo.environment["GALLERY"]

  @Test(.enabled(if: folder != nil, "GALLERY names no folder to draw the figures into"))
  func drawnForTheEye() throws {
    let folder = URL(fileURLWithPath: try #require(Self.folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let renderer = CairoRenderer()
    for piece in FigureGallery.pieces {
      for look in Look.allCases {
        for (name, width) in FigureGallery.widths {
          let figure = try piece.make(look, width)
          let file = folder.appending(path: "\(piece.name)-\(look.rawValue)-\(name)")
          try Data(renderer.render(figure, as: .png, dpi: 144)).write(to: file.appendingPathExtension("png"))
        }
      }
    }
  }
}
