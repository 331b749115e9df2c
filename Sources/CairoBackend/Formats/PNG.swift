import CPangoCairo
import Figures

/// Pixels to be written as a PNG file.
struct Pixels: Sendable {
  let width: Int
  let height: Int
  /// Rows of 32-bit pixels, 0x00RRGGBB in the machine's byte order, without gaps.
  let words: [UInt32]

  /// What was drawn on a surface.
  init(_ surface: ImageSurface) throws(CairoError) {
    cairo_surface_flush(surface.pointer)
    try surface.check("drawing an image")
    guard let data = cairo_image_surface_get_data(surface.pointer) else {
      throw .cairo(doing: "reading an image", reason: "no pixels")
    }
    let (width, height) = (surface.width, surface.height)
    let stride = Int(cairo_image_surface_get_stride(surface.pointer))
    words = Array(unsafeUninitializedCapacity: width * height) { buffer, count in
      let target = UnsafeMutableRawBufferPointer(buffer)
      for row in 0..<height {
        let line = UnsafeRawBufferPointer(start: data + row * stride, count: width * 4)
        UnsafeMutableRawBufferPointer(rebasing: target[(row * width * 4)...]).copyMemory(from: line)
      }
      count = width * height
    }
    self.width = width
    self.height = height
  }

  /// The pixels as a PNG file that says how large it is to be printed.
  func png(dpi: Double) throws(CairoError) -> [UInt8] {
    final class Sink { var bytes: [UInt8] = [] }
    let sink = Sink()
    var words = words
    let status = words.withUnsafeMutableBytes { buffer in
      let surface = cairo_image_surface_create_for_data(
        buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24, Int32(width),
        Int32(height), Int32(width * 4))
      defer { cairo_surface_destroy(surface) }
      return cairo_surface_write_to_png_stream(
        surface,
        { closure, data, count in
          guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
          Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes += UnsafeBufferPointer(
            start: data, count: Int(count))
          return CAIRO_STATUS_SUCCESS
        }, Unmanaged.passUnretained(sink).toOpaque())
    }
    try checkStatus(status, "writing a PNG")
    // Cairo knows no resolution. The signature and the header, which comes first, take 33 bytes.
    sink.bytes.insert(contentsOf: physicalSize(dpi: dpi), at: 33)
    return sink.bytes
  }
}
