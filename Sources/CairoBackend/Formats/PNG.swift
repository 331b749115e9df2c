import CPNG
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

  /// The pixels as a PNG file that says how large it is to be printed, and what it shows.
  func png(dpi: Double, of identity: FigureIdentity) throws(CairoError) -> [UInt8] {
    final class Sink { var bytes: [UInt8] = [] }
    let sink = Sink()
    // Small enough for most figures, which are flat.
    sink.bytes.reserveCapacity(1 << 17)
    var output = linerPNGOutput()
    output.sink = { closure, data, count in
      guard let closure, let data else { return }
      Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes += UnsafeBufferPointer(
        start: data, count: count)
    }
    output.closure = Unmanaged.passUnretained(sink).toOpaque()
    var reason = [CChar](repeating: 0, count: 200)
    let isDone = reason.withUnsafeMutableBufferPointer { reason in
      output.reason = reason.baseAddress
      output.reasonSize = reason.count
      return linerWritePNG(
        words, UInt32(width), UInt32(height), UInt32((dpi / 0.0254).rounded()), identity.title,
        identity.summary, identity.data, &output)
    }
    guard isDone == 1 else {
      let known = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw .cairo(
        doing: "writing a PNG",
        reason: known.isEmpty ? "out of memory" : String(decoding: known, as: UTF8.self))
    }
    return sink.bytes
  }
}
