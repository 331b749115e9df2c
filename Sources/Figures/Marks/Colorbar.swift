/// The key to a heat map: its colours from bottom to top, with an axis on the right.
struct Colorbar {
  let colormap: Colormap
  let limits: Limits
  let measures: Measures
  /// What the colours stand for; empty for nothing.
  var name = ""

  /// The height of the bar over its width.
  static let aspect = 20.0

  func draw<C: Canvas>(on canvas: inout C, in frame: Rect) throws(C.Failure) {
    let colors = Raster(
      rows: colormap.colors.count, columns: 1, pixels: colormap.colors.reversed())
    canvas.image(colors, in: frame)
    Page(measures: measures).drawBox(frame, on: &canvas)
    try axis(along: frame).draw(on: &canvas, around: frame)
  }

  func axis(along frame: Rect) -> Axis {
    let locator = MaxNLocator.automatic(length: frame.height, emsPerLabel: 2, fontSize: measures.font.size)
    let scale = LinearScale(limits, from: frame.bottom, to: frame.top)
    var axis = Axis(
      side: .right, scale: scale, ticks: Ticks(locator, over: limits, numbers: measures.numbers),
      measures: measures, name: name)
    // What stands over the cells may reach as far as the bar's name does.
    axis.nameSpan = frame.top...frame.bottom
    return axis
  }
}
