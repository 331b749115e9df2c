import Figures

@testable import CairoBackend

/// A canvas that draws nothing and keeps what would cover what: boxes of texts, measured in the real fonts,
/// and of all else.
struct LayoutCanvas: Canvas {
  typealias Failure = CairoError

  struct Box {
    let name: String
    let rect: Rect
  }

  let size: Size
  let fonts: FontBook
  private(set) var texts: [Box] = []
  private(set) var shapes: [Box] = []
  /// Vertices of everything that is stroked or filled but for the page itself, by the number of the command.
  private(set) var vertices: [[Point]] = []

  init(size: Size, fonts: FontBook) {
    self.size = size
    self.fonts = fonts
  }

  func measure(_ text: String, in font: Font) throws(CairoError) -> TextMetrics {
    let typeface = Typeface(font)
    return TextMetrics(
      width: try fonts.layout(text, in: font).width, ascent: typeface.ascent * font.size,
      descent: typeface.descent * font.size)
  }

  mutating func stroke(_ path: Path, with stroke: Stroke) { add(path, "line", reach: stroke.width / 2) }

  mutating func fill(_ path: Path, with color: Color) { add(path, "area", reach: 0) }

  mutating func image(_ raster: Raster, in rect: Rect) { shapes.append(Box(name: "image", rect: rect)) }

  mutating func text(_ text: String, at point: Point, style: TextStyle) throws(CairoError) {
    guard !text.isEmpty else { return }
    let metrics = try measure(text, in: style.font)
    let start = style.baseline(of: metrics, at: point)
    let rect =
      switch style.rotation {
      case .none:
        Rect(
          left: start.x, top: start.y - metrics.ascent, right: start.x + metrics.width,
          bottom: start.y + metrics.descent)
      case .upwards:
        Rect(
          left: start.x - metrics.ascent, top: start.y - metrics.width, right: start.x + metrics.descent,
          bottom: start.y)
      }
    texts.append(Box(name: text, rect: rect))
  }

  private mutating func add(_ path: Path, _ name: String, reach: Double) {
    let points = path.elements.flatMap { element -> [Point] in
      switch element {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, to: let end): [first, second, end]
      case .close: []
      }
    }
    guard let first = points.first else { return }
    vertices.append(points)
    var rect = Rect(left: first.x, top: first.y, right: first.x, bottom: first.y)
    for point in points {
      rect.left = min(rect.left, point.x - reach)
      rect.right = max(rect.right, point.x + reach)
      rect.top = min(rect.top, point.y - reach)
      rect.bottom = max(rect.bottom, point.y + reach)
    }
    shapes.append(Box(name: name, rect: rect))
  }
}
