import CPNG
import CPangoCairo
import Figures

/// How the pixels of a PNG are packed; all ways are without loss.
public enum PNGPacking: Sendable {
  /// At once: pages are flat and white, on which more work saves little.
  case quick
  /// As tightly as zlib can, in many times the time: for files that are kept under version control.
  case tight

  fileprivate var level: Int32 { self == .quick ? 1 : 9 }
}

extension ImageSurface {
  /// What was drawn as a PNG file that says how large it is to be printed, and what it shows.
  func png(dpi: Double, _ packing: PNGPacking, of identity: FigureIdentity) throws(CairoError) -> [UInt8] {
    cairo_surface_flush(pointer)
    try check("drawing an image")
    guard let pixels = cairo_image_surface_get_data(pointer) else {
      throw .cairo(doing: "reading an image", reason: "no pixels")
    }
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
        pixels, cairo_image_surface_get_stride(pointer), UInt32(width), UInt32(height),
        UInt32((dpi / 0.0254).rounded()), packing.level, identity.title, identity.summary, identity.data,
        &output)
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
