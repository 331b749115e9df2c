/// Where the parts of a confusion heat map in the journal look lie: square cells in the middle of the page.
struct JournalConfusionLayout {
  /// A square.
  let cells: Rect
  let predicted: Axis
  let truth: Axis
  /// `nil` without a key to the colours.
  let colorbar: Colorbar?
  let bar: Rect
  /// Where the line that names the normalisation begins.
  let heading: Point

  private static let barWidth = 8.0
  private static let barPadding = 8.0
  /// Larger cells only spend ink.
  private static let largestCell = 80.0

  /// As high as the cells need to be as large as they may, and no higher than the page is wide.
  static func height(of figure: ConfusionHeatmap) -> Double {
    // What words take up above and below the cells.
    let words = figure.note.isEmpty ? 44.0 : 54.0
    return min(figure.pageWidth * 0.85, Double(figure.classNames.count) * largestCell + words)
  }

  /// The range that every figure of the kind has: all shares, or as many as there are.
  static func limits(of figure: ConfusionHeatmap) -> Limits {
    guard figure.normalization == nil else { return Limits(0, 1) }
    let total = figure.values.joined().reduce(0, +)
    return Limits(0, total > 0 ? total : 1)
  }

  init<C: Canvas>(_ figure: ConfusionHeatmap, on canvas: C) throws(C.Failure) {
    let size = canvas.size
    let measures = figure.measures
    let clearance = measures.clearance
    let count = Double(figure.classNames.count)
    let line = try canvas.measure("", in: measures.font).height
    let title = try figure.labels.title.isEmpty ? 0 : canvas.measure("", in: measures.titleFont).height
    let top = 2 * clearance + line + title
    let bottom = try size.height - clearance - Page(measures: measures).noteHeight(figure.note, on: canvas)

    let isPercent = figure.normalization != nil
    let bars = figure.showsColorbar
    let limits = Self.limits(of: figure)
    let key = Colorbar(
      colormap: .viridis, limits: isPercent ? Limits(100 * limits.start, 100 * limits.end) : limits,
      measures: measures, name: figure.unit)
    let barRoom =
      try bars
      ? Self.barPadding + Self.barWidth
        + key.axis(along: Rect(left: 0, top: top, right: Self.barWidth, bottom: bottom)).depth(on: canvas) : 0

    var names: [String] = []
    for name in figure.classNames {
      names.append(try canvas.shortened(name, in: measures.font, to: size.width / 4))
    }
    let ticks = Ticks(positions: names.indices.map(Double.init), labels: names)
    let widest = try canvas.widest(of: names, in: measures.font)

    func sides(_ cells: Rect, font: Font, upwards: Bool) -> (predicted: Axis, truth: Axis) {
      (
        Axis(
          side: .bottom, scale: LinearScale(Limits(-0.5, count - 0.5), from: cells.left, to: cells.right),
          ticks: ticks, measures: measures, name: figure.labels.predicted, font: font,
          labelsUpwards: upwards),
        Axis(
          side: .left, scale: LinearScale(Limits(count - 0.5, -0.5), from: cells.bottom, to: cells.top),
          ticks: ticks, measures: measures, name: figure.labels.truth, font: font)
      )
    }

    // Names get smaller only where a line of them is higher than a cell, which makes the cells larger again.
    let anywhere = Rect(left: 0, top: 0, right: 1, bottom: 1)
    var font = measures.font
    let left = try sides(anywhere, font: font, upwards: false).truth.depth(on: canvas) + clearance
    var side = min(size.width - left - barRoom - clearance, Self.largestCell * count)
    let upwards = widest + clearance > side / count
    let below = try sides(anywhere, font: font, upwards: upwards).predicted.depth(on: canvas)
    side = max(min(side, bottom - below - top), 1)
    font.size = min(font.size, side / count)

    let start = left + max(0, (size.width - left - barRoom - clearance - side) / 2)
    cells = Rect(left: start, top: top, right: start + side, bottom: top + side)
    // Smaller cells may make names meet that did not before.
    let isNarrow = try canvas.widest(of: names, in: font) + clearance > side / count
    (predicted, truth) = sides(cells, font: font, upwards: upwards || isNarrow)
    bar = Rect(
      left: cells.right + Self.barPadding, top: cells.top,
      right: cells.right + Self.barPadding + Self.barWidth, bottom: cells.bottom)
    colorbar = bars ? key : nil
    heading = Point(x: cells.left, y: cells.top - clearance)
  }
}
