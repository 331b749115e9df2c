import CPangoCairo
import Figures

/// A figure's canvas on a Cairo surface.
///
/// Failures of Cairo itself stick to the drawing context and are found when the surface is finished.
struct CairoCanvas: Canvas {
  typealias Failure = CairoError

  let size: Size
  private let context: DrawingContext
  private let fonts: FontBook

  /// A canvas over all of a surface that counts in points.
  init(size: Size, on context: DrawingContext, fonts: FontBook) {
    self.size = size
    self.context = context
    self.fonts = fonts
  }

  func measure(_ text: String, in font: Font) throws(CairoError) -> TextMetrics {
    let typeface = Typeface(font)
    return TextMetrics(
      width: try fonts.layout(text, in: font).width, ascent: typeface.ascent * font.size,
      descent: typeface.descent * font.size)
  }

  func stroke(_ path: Path, with stroke: Stroke) {
    let cairo = context.pointer
    trace(path)
    use(stroke.color)
    cairo_set_line_width(cairo, stroke.width)
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
    switch stroke.cap {
    case .butt: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT)
    case .round: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND)
    case .square: cairo_set_line_cap(cairo, CAIRO_LINE_CAP_SQUARE)
    }
    cairo_set_dash(cairo, stroke.dash, Int32(stroke.dash.count), 0)
    cairo_stroke(cairo)
  }

  func fill(_ path: Path, with color: Color) {
    trace(path)
    use(color)
    cairo_fill(context.pointer)
  }

  /// Draws every pixel as a rectangle, the raster's top left one first.
  ///
  /// An image of so few pixels would be smeared by most viewers, and rectangles side by side show hairlines
  /// between them. So each also reaches under those drawn after it: down to the foot and one to the right.
  func image(_ raster: Raster, in rect: Rect) {
    func edge(_ column: Int) -> Double {
      rect.left + rect.width * Double(min(column, raster.columns)) / Double(raster.columns)
    }
    for (index, color) in raster.pixels.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: raster.columns)
      let top = rect.top + rect.height * Double(row) / Double(raster.rows)
      let left = edge(column)
      fill(Path(Rect(left: left, top: top, right: edge(column + 2), bottom: rect.bottom)), with: color)
    }
  }

  func text(_ text: String, at point: Point, style: TextStyle) throws(CairoError) {
    let metrics = try measure(text, in: style.font)
    let layout = try fonts.layout(text, in: style.font)
    let start = style.baseline(of: metrics, at: point)
    let cairo = context.pointer
    cairo_save(cairo)
    use(style.color)
    cairo_translate(cairo, start.x, start.y)
    if style.rotation == .upwards { cairo_rotate(cairo, -Double.pi / 2) }
    cairo_move_to(cairo, 0, -layout.baseline)
    pango_cairo_show_layout(cairo, layout.pointer)
    cairo_restore(cairo)
  }

  private func use(_ color: Color) {
    cairo_set_source_rgba(context.pointer, color.red, color.green, color.blue, color.alpha)
  }

  private func trace(_ path: Path) {
    let cairo = context.pointer
    cairo_new_path(cairo)
    for element in path.elements {
      switch element {
      case .move(let point): cairo_move_to(cairo, point.x, point.y)
      case .line(let point): cairo_line_to(cairo, point.x, point.y)
      case .curve(let first, let second, to: let end):
        cairo_curve_to(cairo, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: cairo_close_path(cairo)
      }
    }
  }
}
