@testable import CairoBackend
@testable import Figures

/// A canvas that draws nothing and keeps what would cover what: boxes of texts, measured in the real fonts,
/// the lines and outlines of all else, and the boxes of legends.
struct LayoutCanvas: Canvas {
  typealias Failure = CairoError

  struct Box {
    let name: String
    let rect: Rect
  }

  /// What a path leaves on the page.
  struct Ink {
    let lines: [(from: Point, to: Point)]
    /// How far it reaches to each side of its lines.
    let reach: Double
    let isFilled: Bool
    let rect: Rect

    /// Whether any of it lies in a box.
    func reaches(into box: Rect) -> Bool {
      let room = box.widened(by: reach)
      guard rect.left < box.right, box.left < rect.right, rect.top < box.bottom, box.top < rect.bottom else {
        return false
      }
      return lines.contains { room.meets(from: $0.from, to: $0.to) } || isFilled && encloses(box.center)
    }

    /// Whether a line from the point to the right crosses the outline an odd number of times.
    private func encloses(_ point: Point) -> Bool {
      lines.reduce(false) { isInside, line in
        let (from, to) = line
        guard (from.y > point.y) != (to.y > point.y) else { return isInside }
        let x = from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x)
        return x > point.x ? !isInside : isInside
      }
    }
  }

  let size: Size
  let fonts: FontBook
  private(set) var texts: [Box] = []
  private(set) var images: [Box] = []
  private(set) var inks: [Ink] = []
  /// The box of a legend and how many inks were there before it: it has round corners as nothing else has.
  private(set) var legend: (rect: Rect, inksBefore: Int)?

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

  mutating func stroke(_ path: Path, with stroke: Stroke) {
    if let ink = Self.ink(path, reach: stroke.width / 2, isFilled: false) { inks.append(ink) }
  }

  mutating func fill(_ path: Path, with color: Color) {
    guard let ink = Self.ink(path, reach: 0, isFilled: true) else { return }
    if color == .white { return }
    let isRound = path.elements.contains { if case .curve = $0 { true } else { false } }
    if isRound && color.alpha < 1 { legend = (ink.rect, inks.count) } else { inks.append(ink) }
  }

  mutating func image(_ raster: Raster, in rect: Rect) { images.append(Box(name: "image", rect: rect)) }

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

  private static func ink(_ path: Path, reach: Double, isFilled: Bool) -> Ink? {
    var lines: [(from: Point, to: Point)] = []
    var (start, last): (Point?, Point?)
    func draw(to point: Point) {
      if let from = last { lines.append((from, point)) }
      last = point
    }
    for element in path.elements {
      switch element {
      case .move(let point): (start, last) = (point, point)
      case .line(let point): draw(to: point)
      // A curve's chords over its control points enclose it.
      case .curve(let first, let second, to: let end): for point in [first, second, end] { draw(to: point) }
      case .close: if let start { draw(to: start) }
      }
    }
    let points = lines.flatMap { [$0.from, $0.to] }
    guard let first = points.first else { return nil }
    var rect = Rect(left: first.x, top: first.y, right: first.x, bottom: first.y)
    for point in points {
      rect.left = min(rect.left, point.x - reach)
      rect.right = max(rect.right, point.x + reach)
      rect.top = min(rect.top, point.y - reach)
      rect.bottom = max(rect.bottom, point.y + reach)
    }
    return Ink(lines: lines, reach: reach, isFilled: isFilled, rect: rect)
  }
}
