import CPangoCairo
import Figures
import Synchronization

/// Draws figures and writes them as files: the same bytes for the same figure, always.
///
/// Fonts are looked for and loaded once, so keep a renderer for all figures. It can be used from several
/// threads: they take turns at drawing, while the slow part, packing pixels into a PNG, runs side by side.
public final class CairoRenderer: Sendable {
  private let fonts: Mutex<FontBook>

  public init() { fonts = Mutex(FontBook()) }

  /// The libraries and the fonts on which the bytes of files depend, with their versions.
  public static func versions(_ look: Look = .original) throws(CairoError) -> String {
    let role: Font.Family = look == .original ? .sans : .roman
    let font = try FontFile(Typeface(Font(role, size: 10)), weight: .regular)
    let cairo = String(cString: cairo_version_string())
    let pango = String(cString: pango_version_string())
    return "Cairo \(cairo), Pango \(pango), \(font.typeface.family) \(font.version)"
  }

  /// The bytes of a file that shows the figure.
  ///
  /// - Parameters:
  ///   - format: PDF with embedded fonts, PNG on a white page, SVG with text as outlines, or a PGF picture to
  ///     be read by LaTeX's `\input`.
  ///   - dpi: Pixels per inch of a PNG; the other formats have none.
  public func render(
    _ figure: some Figure, as format: ImageFormat, dpi: Double = 300
  ) throws(CairoError) -> [UInt8] {
    switch format {
    case .pdf:
      try document(figure, on: DocumentSurface.pdf) { $0.describe(FigureIdentity(figure)) }
    case .svg:
      SVGDocument(try document(figure, on: DocumentSurface.svg), of: FigureIdentity(figure)).bytes
    case .png: try pixels(figure, dpi: dpi).png(dpi: dpi, of: FigureIdentity(figure))
    case .pgf: try pgf(figure)
    }
  }

  private func document(
    _ figure: some Figure, on make: @Sendable (Size) throws(CairoError) -> DocumentSurface,
    prepare: @Sendable (DocumentSurface) -> Void = { _ in }
  ) throws(CairoError) -> [UInt8] {
    try fonts.withLock { book throws(CairoError) in
      let surface = try make(figure.size)
      prepare(surface)
      try draw(figure, on: DrawingContext(surface), fonts: book)
      return try surface.finished()
    }
  }

  private func pixels(_ figure: some Figure, dpi: Double) throws(CairoError) -> Pixels {
    precondition(dpi > 0 && dpi < 1e5, "A PNG needs a resolution between 0 and 100,000 dpi; it got \(dpi).")
    return try fonts.withLock { book throws(CairoError) in
      let scale = dpi / 72
      let surface = try ImageSurface(
        width: Int((figure.size.width * scale).rounded()),
        height: Int((figure.size.height * scale).rounded()))
      let context = DrawingContext(surface)
      cairo_scale(context.pointer, scale, scale)
      try draw(figure, on: context, fonts: book)
      return try Pixels(surface)
    }
  }

  /// LaTeX sets the text itself; Pango, with the same fonts, only says how much room it will take.
  private func pgf(_ figure: some Figure) throws(CairoError) -> [UInt8] {
    try fonts.withLock { book throws(CairoError) in
      let surface = try ImageSurface(width: 1, height: 1)
      let ruler = CairoCanvas(size: figure.size, on: DrawingContext(surface), fonts: book)
      var canvas = PGFCanvas(measuringWith: ruler)
      try figure.draw(on: &canvas)
      let identity = FigureIdentity(figure)
      return Array(canvas.document(title: identity.title, data: identity.data).utf8)
    }
  }

  private func draw(
    _ figure: some Figure, on context: DrawingContext, fonts: FontBook
  ) throws(CairoError) {
    var canvas = CairoCanvas(size: figure.size, on: context, fonts: fonts)
    try figure.draw(on: &canvas)
    try context.check("drawing \"\(figure.title)\"")
  }
}
