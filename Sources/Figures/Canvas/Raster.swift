/// A small image whose pixels are drawn as sharp rectangles.
public struct Raster: Sendable, Hashable {
  public let rows: Int
  public let columns: Int
  /// Row by row from the top, each from the left; `rows` times `columns` of them.
  public let pixels: [Color]

  public init(rows: Int, columns: Int, pixels: [Color]) {
    precondition(
      rows > 0 && columns > 0 && pixels.count == rows * columns,
      "A raster of \(rows) by \(columns) needs as many pixels, and at least one; it got \(pixels.count).")
    self.rows = rows
    self.columns = columns
    self.pixels = pixels
  }
}
