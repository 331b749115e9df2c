import CPangoCairo
import Figures
import Synchronization

/// Draws figures and writes them as files: the same bytes for the same figure, always.
///
/// Font files are looked for and read once, so keep a renderer for all figures. It can be used from several
/// threads at once; each borrows a book of loaded fonts, of which there are as many as threads draw side by side.
public final class CairoRenderer: Sendable {
  private let catalogue = FontCatalogue()
  /// The books that no thread is using.
  private let books = Mutex<[FontBook]>([])

  public init() {}

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
  ///   - packing: How a PNG is packed; the other formats have one way.
  public func render(
    _ figure: some Figure, as format: ImageFormat, dpi: Double = 300, packing: PNGPacking = .quick
  ) throws(CairoError) -> [UInt8] {
    switch format {
    case .pdf:
      try document(figure, on: DocumentSurface.pdf) { $0.describe(FigureIdentity(figure)) }
    case .svg:
      SVGDocument(try document(figure, on: DocumentSurface.svg), of: FigureIdentity(figure)).bytes
    case .png: try image(figure, dpi: dpi).png(dpi: dpi, packing, of: FigureIdentity(figure))
    case .pgf: try pgf(figure)
    }
  }

  private func document(
    _ figure: some Figure, on make: (Size) throws(CairoError) -> DocumentSurface,
    prepare: (DocumentSurface) -> Void = { _ in }
  ) throws(CairoError) -> [UInt8] {
    let surface = try make(figure.size)
    prepare(surface)
    try draw(figure, on: DrawingContext(surface))
    return try surface.finished()
  }

  private func image(_ figure: some Figure, dpi: Double) throws(CairoError) -> ImageSurface {
    precondition(dpi > 0 && dpi < 1e5, "A PNG needs a resolution between 0 and 100,000 dpi; it got \(dpi).")
    let scale = dpi / 72
    let surface = try ImageSurface(
      width: Int((figure.size.width * scale).rounded()), height: Int((figure.size.height * scale).rounded()))
    let context = DrawingContext(surface)
    cairo_scale(context.pointer, scale, scale)
    try draw(figure, on: context)
    return surface
  }

  /// LaTeX sets the text itself; Pango, with the same fonts, only says how much room it will take.
  private func pgf(_ figure: some Figure) throws(CairoError) -> [UInt8] {
    let surface = try ImageSurface(width: 1, height: 1)
    let fonts = borrow()
    defer { giveBack(fonts) }
    let ruler = CairoCanvas(size: figure.size, on: DrawingContext(surface), fonts: fonts)
    var canvas = PGFCanvas(measuringWith: ruler)
    try figure.draw(on: &canvas)
    let identity = FigureIdentity(figure)
    return Array(canvas.document(title: identity.title, data: identity.data).utf8)
  }

  private func draw(_ figure: some Figure, on context: DrawingContext) throws(CairoError) {
    let fonts = borrow()
    defer { giveBack(fonts) }
    var canvas = CairoCanvas(size: figure.size, on: context, fonts: fonts)
    try figure.draw(on: &canvas)
    try context.check("drawing \"\(figure.title)\"")
  }

  private func borrow() -> FontBook { books.withLock { $0.popLast() } ?? FontBook(catalogue) }

  private func giveBack(_ book: FontBook) { books.withLock { $0.append(book) } }
}
