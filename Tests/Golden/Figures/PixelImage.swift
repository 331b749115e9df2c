import CPangoCairo
import Foundation

/// The pixels of a PNG file, to be compared by what the eye sees of them.
struct PixelImage {
  let width: Int
  let height: Int
  /// Row by row, each 0x00RRGGBB.
  let pixels: [UInt32]

  init(width: Int, height: Int, pixels: [UInt32]) {
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }

  /// Reads a file; `nil` if it is none or not there.
  init?(contentsOf file: URL) {
    guard let surface = cairo_image_surface_create_from_png(file.path) else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels: [UInt32] = []
    for row in 0..<height {
      for column in 0..<width {
        let offset = row * stride + 4 * column
        pixels.append(UnsafeRawPointer(data).load(fromByteOffset: offset, as: UInt32.self) & 0xFFFFFF)
      }
    }
    self.pixels = pixels
  }

  /// How far two pixels are apart: the mean difference of red, green and blue, from 0 to 1.
  static func distance(_ one: UInt32, _ two: UInt32) -> Double {
    var sum = 0
    for shift in [0, 8, 16] as [UInt32] {
      sum += abs(Int(one >> shift & 255) - Int(two >> shift & 255))
    }
    return Double(sum) / (3 * 255)
  }

  /// The mean distance of the pixels of a tile, of the tile in which it is largest; 1 for other sizes.
  ///
  /// A label that is wrong can't drown in the white around it (Makie's reference tests).
  func worstTile(comparedWith other: PixelImage, side: Int = 30) -> Double {
    guard width == other.width, height == other.height else { return 1 }
    var worst = 0.0
    for top in stride(from: 0, to: height, by: side) {
      for left in stride(from: 0, to: width, by: side) {
        var (sum, count) = (0.0, 0)
        for row in top..<min(top + side, height) {
          for place in row * width + left..<row * width + min(left + side, width) {
            if pixels[place] != other.pixels[place] {
              sum += Self.distance(pixels[place], other.pixels[place])
            }
            count += 1
          }
        }
        worst = max(worst, sum / Double(count))
      }
    }
    return worst
  }

  /// Black where two images agree, the brighter the more they differ.
  func difference(from other: PixelImage) -> PixelImage? {
    guard width == other.width, height == other.height else { return nil }
    let levels = zip(pixels, other.pixels).map { one, two in
      let level = one == two ? 0 : UInt32(min(255, 40 + 215 * Self.distance(one, two)))
      return level << 16 | level << 8 | level
    }
    return PixelImage(width: width, height: height, pixels: levels)
  }

  func write(to file: URL) {
    var words = pixels
    words.withUnsafeMutableBytes { bytes in
      let surface = cairo_image_surface_create_for_data(
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24, Int32(width),
        Int32(height), Int32(4 * width))
      cairo_surface_write_to_png(surface, file.path)
      cairo_surface_destroy(surface)
    }
  }
}
