import CairoBackend
import Figures
import Paper

/// Figures drawn by Cairo; fonts are looked for when a figure needs them.
struct CairoFigures: FigureRenderer {
  private let renderer = CairoRenderer()

  func render(_ figure: any Figure, as format: FigureFormat) throws(Failure) -> [UInt8] {
    do throws(CairoError) {
      return try renderer.render(figure, as: ImageFormat(format))
    } catch {
      throw Failure(error.isFontMissing ? .missingTool : .failed, error.description)
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
      case .pgf: .pgf
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
