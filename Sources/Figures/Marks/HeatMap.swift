/// A table of numbers as coloured cells, the first row on top.
struct HeatMap {
  /// Rows of equal length.
  let values: [[Double]]
  let colormap: Colormap
  /// The numbers that have the map's first and last colours.
  let limits: Limits

  /// Limits over all values; where they are all equal, a tenth to both sides, so that they get the
  /// colour in the middle.
  init(_ values: [[Double]], colormap: Colormap) {
    self.values = values
    self.colormap = colormap
    let all = values.joined()
    limits = Limits(all.min() ?? 0, all.max() ?? 1).widened(by: 0.1)
  }

  /// Limits given, so that several maps can be compared.
  init(_ values: [[Double]], colormap: Colormap, limits: Limits) {
    self.values = values
    self.colormap = colormap
    self.limits = limits
  }

  func color(of value: Double) -> Color {
    colormap.color(at: (value - limits.start) / (limits.end - limits.start))
  }

  /// The colour in which a number can be read on its own cell.
  ///
  /// It is the map's other end: its last colour on values below half of the smallest and largest
  /// together, else its first (`ConfusionMatrixDisplay`).
  func textColor(on value: Double) -> Color { value < threshold ? colormap.top : colormap.bottom }

  /// Half of the smallest and largest value together.
  var threshold: Double {
    let all = values.joined()
    return ((all.max() ?? 0) + (all.min() ?? 0)) / 2
  }

  func draw<C: Canvas>(on canvas: inout C, in frame: Rect) {
    let cells = Raster(
      rows: values.count, columns: values[0].count, pixels: values.joined().map(color))
    canvas.image(cells, in: frame)
  }
}
