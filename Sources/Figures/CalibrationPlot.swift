/// Whether of the samples given 70 % about 70 % are positive, over how many samples there are to say so.
public struct CalibrationPlot: Figure {
  /// The samples that were given about the same probability.
  public struct Bin: Sendable, Hashable {
    /// The mean probability given to them.
    public let predicted: Double
    /// The share of them that is positive.
    public let observed: Double
    public let count: Int

    public init(predicted: Double, observed: Double, count: Int) {
      self.predicted = predicted
      self.observed = observed
      self.count = count
    }
  }

  public let look: Look
  public let width: FigureWidth?
  /// By rising `predicted`.
  public let bins: [Bin]
  /// What the samples are, in the plural.
  public let samples: String
  public let note: String
  public let words: FigureWords

  public init(
    look: Look = .journal, width: FigureWidth? = nil, bins: [Bin], samples: String = "samples",
    note: String = "", words: FigureWords = .english
  ) throws(FigureError) {
    guard !bins.isEmpty else { throw .empty(series: "calibration bins") }
    try checkShares(bins.map(\.predicted), series: "mean predicted probabilities")
    try checkShares(bins.map(\.observed), series: "observed shares")
    try checkRange(bins.map { Double($0.count) }, 0...Double.infinity, series: "bin counts")
    self.look = look
    self.width = width
    self.bins = bins
    self.samples = samples
    self.note = note
    self.words = words
  }

  public var size: Size { Size(width: pageWidth, height: min(1.1 * pageWidth, 280)) }
  public var title: String { words(.calibrationTitle) }

  public var summary: String {
    let sentences = bins.map { bin in
      words(
        .calibrationBin,
        [
          "number": "\(bin.count)", "predicted": percent(bin.predicted), "observed": percent(bin.observed),
        ])
    }
    let values = ["rows": samples, "list": sentences.joined(separator: "; ")]
    return words.summary(words(.calibrationSummary, values, count: bins.count), note: note)
  }

  private func percent(_ share: Double) -> String {
    words(.percent, ["number": words.number(100 * share, .fixed(0))])
  }

  public var data: FigureData {
    FigureData(
      columns: ["mean_predicted", "observed_share", "count"],
      rows: bins.map { [.number($0.predicted), .number($0.observed), .integer($0.count)] }, note: note)
  }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let guide = Stroke(measures.guide, width: 0.7, dash: [2, 2])
    var layout = try layout(guide, room: 1.25, on: canvas)
    // The number over the highest bar needs its line below the frame's upper end, however low the frame is.
    let line = try canvas.measure("", in: countFont).height + 2
    let height = layout.frames[1].height
    if height / (height - line) > 1.25, height > 2 * line {
      layout = try self.layout(guide, room: height / (height - line), on: canvas)
    }
    layout.page.drawBackground(on: &canvas)
    let (x, y, counts) = (layout.x[0].scale, layout.y[0].scale, layout.y[1].scale)
    func point(_ x0: Double, _ y0: Double) -> Point {
      Point(x: x.position(of: x0), y: y.position(of: y0))
    }
    canvas.stroke(Path(from: point(0, 0), to: point(1, 1)), with: guide)
    let points = bins.map { point($0.predicted, $0.observed) }
    PenLine(pen: pen, points: points, markers: max(bins.count, 1)).draw(on: &canvas)
    try drawCounts(x: x, y: counts, on: &canvas)
    try layout.draw(note: note, on: &canvas)
  }

  /// - Parameter room: the upper end of the axis of counts over the largest count.
  private func layout<C: Canvas>(
    _ guide: Stroke, room: Double, on canvas: C
  ) throws(C.Failure) -> PanelLayout {
    let unit = Limits(0, 1)
    let most = Double(max(bins.map(\.count).max() ?? 1, 1))
    return try PanelLayout(
      x: PanelLayout.AxisPlan(name: words(.calibrationPredicted), limits: unit),
      panels: [
        PanelLayout.Panel(
          y: PanelLayout.AxisPlan(name: words(.calibrationObserved), limits: unit), weight: 2.4),
        PanelLayout.Panel(
          y: PanelLayout.AxisPlan(
            name: samples.capitalizedFirst, limits: Limits(0, most * room),
            integersOnly: true)),
      ],
      legend: [
        LegendStrip.Entry(sample: .line(pen), label: words(.calibrationCurve)),
        LegendStrip.Entry(
          sample: .line(Pen(measures.guide, width: 0.7, dash: guide.dash)), label: words(.calibrationPerfect)),
      ], note: note, measures: measures, on: canvas)
  }

  /// Bins are few and far between, so each has its mark in every look.
  private var pen: Pen {
    var pen = measures.pen(0)
    pen.marker = pen.marker ?? .square
    return pen
  }

  private var countFont: Font {
    var font = measures.font
    font.size = max(measures.smallestFont, font.size - 1)
    return font
  }

  /// Draws a bar at each bin's mean, with its count over it where there is room beside the others.
  private func drawCounts<C: Canvas>(
    x: LinearScale, y: LinearScale, on canvas: inout C
  ) throws(C.Failure) {
    let half = min(8, x.length / Double(bins.count) / 3)
    let bars = bins.map { bin in
      // A bar at the end of the axis stays in the frame.
      let center = min(max(x.position(of: bin.predicted), x.start + half), x.end - half)
      return Rect(
        left: center - half, top: y.position(of: Double(bin.count)), right: center + half, bottom: y.start)
    }
    for bar in bars { Bars.draw(bar, measures.pen(0).color, on: &canvas) }
    let line = try canvas.measure("", in: countFont).height
    var end = x.start
    for (index, (bin, bar)) in zip(bins, bars).enumerated() {
      let text = String(bin.count)
      let room = try canvas.measure(text, in: countFont).width / 2
      let (left, right, middle) = (bar.center.x - room, bar.center.x + room, bar.top - 1)
      let meetsBar = bars.enumerated().contains { place, other in
        place != index && other.top < middle && other.left < right + 1 && left - 1 < other.right
      }
      guard left > end, right < x.end, middle - line > y.end, !meetsBar else { continue }
      try canvas.text(
        text, at: Point(x: bar.center.x, y: middle),
        style: TextStyle(countFont, horizontal: .center, vertical: .bottom))
      end = right + measures.clearance / 2
    }
  }
}
