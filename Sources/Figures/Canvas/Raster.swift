/// A small image whose pixels are drawn as sharp rectangles.
public struct Raster: Sendable, Hashable {
  /// How many pixels it is high.
  public let rows: Int
  /// How many pixels it is wide.
  public let columns: Int
  /// Row by row from the top, each from the left; `rows` times `columns` of them.
  public let pixels: [Color]

  /// An image of as many pixels as rows times columns, at least one.
  public init(rows: Int, columns: Int, pixels: [Color]) {
    precondition(
      rows > 0 && columns > 0 && pixels.count == rows * columns,
      "A raster of \(rows) by \(columns) needs as many pixels, and at least one; it got \(pixels.count).")
    self.rows = rows
    self.columns = columns
    self.pixels = pixels
  }
}
