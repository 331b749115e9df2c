import CPangoCairo
import Figures

/// A Cairo surface, and what is written to it.
class Surface {
  let pointer: OpaquePointer

  fileprivate init(owning pointer: OpaquePointer) { self.pointer = pointer }

  deinit { cairo_surface_destroy(pointer) }

  /// Throws what went wrong on the surface so far.
  func check(_ doing: String) throws(CairoError) {
    try checkStatus(cairo_surface_status(pointer), doing)
  }
}

/// A surface of pixels in memory.
final class ImageSurface: Surface {
  let width: Int
  let height: Int

  /// A blank surface of opaque pixels.
  init(width: Int, height: Int) throws(CairoError) {
    self.width = width
    self.height = height
    guard let wide = Int32(exactly: width), let high = Int32(exactly: height),
      let pointer = cairo_image_surface_create(CAIRO_FORMAT_RGB24, wide, high)
    else { throw .cairo(doing: "making an image of \(width) by \(height) pixels", reason: "too large") }
    super.init(owning: pointer)
    try check("making an image of \(width) by \(height) pixels")
  }
}

/// A surface that writes a document into memory while it is drawn on.
final class DocumentSurface: Surface {
  /// Takes the bytes that Cairo hands over.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  private let sink: Sink

  private init(_ sink: Sink, _ pointer: OpaquePointer) {
    self.sink = sink
    super.init(owning: pointer)
  }

  /// A PDF document of one page.
  static func pdf(_ size: Size) throws(CairoError) -> DocumentSurface {
    try make("starting a PDF") { write, closure in
      cairo_pdf_surface_create_for_stream(write, closure, size.width, size.height)
    }
  }

  /// An SVG document.
  static func svg(_ size: Size) throws(CairoError) -> DocumentSurface {
    try make("starting an SVG") { write, closure in
      cairo_svg_surface_create_for_stream(write, closure, size.width, size.height)
    }
  }

  private static func make(
    _ doing: String, _ create: (cairo_write_func_t, UnsafeMutableRawPointer) -> OpaquePointer?
  ) throws(CairoError) -> DocumentSurface {
    let sink = Sink()
    // The surface outlives no call that writes: `finished` ends it, and this object owns both.
    let pointer = create(
      { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes += UnsafeBufferPointer(start: data, count: Int(count))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque())
    guard let pointer else { throw .cairo(doing: doing, reason: "out of memory") }
    let surface = DocumentSurface(sink, pointer)
    try surface.check(doing)
    return surface
  }

  deinit {
    // Destroying a surface that an error left open would write its rest into a sink that is gone.
    cairo_surface_finish(pointer)
  }

  /// The whole document; nothing can be drawn any more.
  func finished() throws(CairoError) -> [UInt8] {
    cairo_surface_finish(pointer)
    try check("finishing a document")
    return sink.bytes
  }
}

/// A pen on a surface.
final class DrawingContext {
  let pointer: OpaquePointer

  init(_ surface: Surface) { pointer = cairo_create(surface.pointer) }

  deinit { cairo_destroy(pointer) }

  /// Throws the first thing that went wrong while drawing.
  func check(_ doing: String) throws(CairoError) { try checkStatus(cairo_status(pointer), doing) }
}

func checkStatus(_ status: cairo_status_t, _ doing: String) throws(CairoError) {
  guard status != CAIRO_STATUS_SUCCESS else { return }
  throw .cairo(doing: doing, reason: String(cString: cairo_status_to_string(status)))
}
