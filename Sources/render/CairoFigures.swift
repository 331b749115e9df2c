import CairoBackend
import Figures
import Paper
import Synchronization

/// Figures drawn by Cairo; fonts are looked for when the first figure is drawn.
final class CairoFigures: FigureRenderer {
  private let renderer = Mutex<CairoRenderer?>(nil)

  func render(_ figure: any Figure, as format: FigureFormat) throws(Failure) -> [UInt8] {
    do throws(CairoError) {
      return try loaded().render(figure, as: ImageFormat(format))
    } catch {
      throw Failure(error.isFontMissing ? .missingTool : .failed, error.description)
    }
  }

  private func loaded() throws(CairoError) -> CairoRenderer {
    try renderer.withLock { renderer throws(CairoError) in
      if let renderer { return renderer }
      let loaded = try CairoRenderer()
      renderer = loaded
      return loaded
    }
  }
}

extension ImageFormat {
  fileprivate init(_ format: FigureFormat) {
    self =
      switch format {
      case .pdf: .pdf
      case .png: .png
      case .svg: .svg
      }
  }
}

extension CairoError {
  fileprivate var isFontMissing: Bool {
    switch self {
    case .fontMissing, .fontUnusable, .glyphsMissing: true
    case .cairo: false
    }
  }
}
