/// Where the parts of a confusion heat map lie: matplotlib's places, if the class names leave room.
///
/// Names that would meet below the cells read upwards; the cells shrink until all names fit, and names
/// longer than a quarter of the page are shortened with "…".
struct ConfusionLayout {
  /// A square.
  let cells: Rect
  let colorbar: Rect
  let predicted: Axis
  let truth: Axis

  /// A colour bar takes this share of the width of the axes, and leaves that share before it.
  private static let barShare = 0.15
  private static let barPadding = 0.05

  init<C: Canvas>(_ figure: ConfusionHeatmap, on canvas: C) throws(C.Failure) {
    let size = canvas.size
    let measures = figure.measures
    let axes = MatplotlibMargins.frame(in: size)
    let (top, bottom) = (axes.top, axes.bottom)
    // matplotlib's place, unless the key's numbers would leave the page.
    let key = Colorbar(colormap: .viridis, limits: figure.heatMap.limits, measures: measures)
    let keyDepth = try key.axis(along: Rect(left: 0, top: top, right: 1, bottom: bottom)).depth(on: canvas)
    let right = min(
      axes.left + axes.width * (1 - Self.barShare - Self.barPadding),
      size.width - measures.clearance - keyDepth - axes.width * Self.barPadding
        - (bottom - top) / Colorbar.aspect)
    let count = Double(figure.classNames.count)
    let noteHeight = try Page(measures: measures).noteHeight(figure.note, on: canvas)

    var side = min(right - axes.left, bottom - top)
    var font = measures.font
    font.size = min(font.size, side / count)
    var names: [String] = []
    for name in figure.classNames {
      names.append(try canvas.shortened(name, in: font, to: size.width / 4))
    }
    let ticks = Ticks(positions: names.indices.map(Double.init), labels: names)
    let widest = try canvas.widest(of: names, in: font)

    /// The axes around cells of a given place.
    func sides(_ cells: Rect, upwards: Bool) -> (predicted: Axis, truth: Axis) {
      (
        Axis(
          side: .bottom, scale: LinearScale(Limits(-0.5, count - 0.5), from: cells.left, to: cells.right),
          ticks: ticks, measures: measures, name: figure.labels.predicted, font: font, labelsUpwards: upwards),
        Axis(
          side: .left, scale: LinearScale(Limits(count - 0.5, -0.5), from: cells.bottom, to: cells.top),
          ticks: ticks, measures: measures, name: figure.labels.truth, font: font)
      )
    }

    func square(_ side: Double, above bottom: Double) -> Rect {
      let middle = (top + bottom) / 2
      return Rect(left: right - side, top: middle - side / 2, right: right, bottom: middle + side / 2)
    }

    // Shrinking to fit the names on the left may make those below meet, so they are asked last.
    var cells = square(side, above: bottom)
    side = min(side, right - (try sides(cells, upwards: false).truth.depth(on: canvas)) - measures.clearance)
    let upwards = widest + measures.clearance > side / count
    let below =
      try sides(cells, upwards: upwards).predicted.depth(on: canvas) + measures.clearance + noteHeight
    let lowest = min(bottom, size.height - below)
    side = min(side, lowest - top)
    cells = square(side, above: lowest)
    // Names that stand across their cells must be no higher than these have become.
    font.size = min(font.size, side / count)

    self.cells = cells
    let barLeft = right + axes.width * Self.barPadding
    colorbar = Rect(
      left: barLeft, top: cells.top, right: barLeft + cells.height / Colorbar.aspect,
      bottom: cells.bottom)
    (predicted, truth) = sides(cells, upwards: upwards)
  }
}
