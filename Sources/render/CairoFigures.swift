import CairoBackend
import Figures
import Paper

/// Figures drawn by Cairo; fonts are looked for when a figure needs them.
struct CairoFigures: FigureRenderer {
  private let renderer = CairoRenderer()

  func render(_ figure: any Figure, as format: FigureFormat) throws(Failure) -> [UInt8] {
    // What is no picture is the table of what the picture shows.
    guard let format = ImageFormat(rawValue: format.rawValue) else { return Array(figure.data.csv.utf8) }
    return try Self.failing { () throws(CairoError) in try renderer.render(figure, as: format) }
  }

  /// Says what keeps Cairo from drawing as commands do.
  static func failing(_ draw: () throws(CairoError) -> [UInt8]) throws(Failure) -> [UInt8] {
    do throws(CairoError) {
      return try draw()
    } catch {
      throw Failure(error.isFontMissing ? .missingTool : .failed, error.description)
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
