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

  public init(
    look: Look = .journal, width: FigureWidth? = nil, bins: [Bin], samples: String = "samples",
    note: String = ""
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
  }

  public var size: Size { Size(width: pageWidth, height: min(1.1 * pageWidth, 280)) }
  public var title: String { "Calibration" }

  public var summary: String {
    let sentences = bins.map { bin in
      "of \(bin.count) given \(percent(bin.predicted)) on average, \(percent(bin.observed)) are positive"
    }
    return "Calibration in \(bins.count) bins of \(samples): \(sentences.joined(separator: "; "))."
      + (note.isEmpty ? "" : " Note: \(note).")
  }

  private func percent(_ share: Double) -> String { NumberFormat.fixed(0).text(100 * share) + " %" }

  public var data: FigureData {
    FigureData(
      columns: ["mean_predicted", "observed_share", "count"],
      rows: bins.map { [.number($0.predicted), .number($0.observed), .integer($0.count)] }, note: note)
  }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let unit = Limits(0, 1)
    let most = Double(bins.map(\.count).max() ?? 1)
    let guide = Stroke(measures.guide, width: 0.7, dash: [2, 2])
    let layout = try PanelLayout(
      x: PanelLayout.AxisPlan(name: "Mean predicted probability", limits: unit),
      panels: [
        PanelLayout.Panel(y: PanelLayout.AxisPlan(name: "Share of positives", limits: unit), weight: 2.4),
        PanelLayout.Panel(
          y: PanelLayout.AxisPlan(
            name: samples.capitalizedFirst, limits: Limits(0, max(most, 1) * 1.25),
            integersOnly: true)),
      ],
      legend: [
        LegendStrip.Entry(sample: .line(pen), label: "Observed"),
        LegendStrip.Entry(
          sample: .line(Pen(measures.guide, width: 0.7, dash: guide.dash)), label: "Perfectly calibrated"),
      ], note: note, measures: measures, on: canvas)
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

  /// Bins are few and far between, so each has its mark in every look.
  private var pen: Pen {
    var pen = measures.pen(0)
    pen.marker = pen.marker ?? .square
    return pen
  }

  /// Draws a bar at each bin's mean, with its count over it where there is room beside the next.
  private func drawCounts<C: Canvas>(
    x: LinearScale, y: LinearScale, on canvas: inout C
  ) throws(C.Failure) {
    var font = measures.font
    font.size = max(measures.smallestFont, measures.font.size - 1)
    var end = -Double.infinity
    let half = min(8, x.length / Double(bins.count) / 3)
    for bin in bins {
      // A bar at the end of the axis stays in the frame.
      let center = min(max(x.position(of: bin.predicted), x.start + half), x.end - half)
      let top = y.position(of: Double(bin.count))
      let bar = Rect(left: center - half, top: top, right: center + half, bottom: y.start)
      canvas.fill(Path(bar), with: measures.pen(0).color.with(alpha: 0.55))
      let text = String(bin.count)
      let room = try canvas.measure(text, in: font).width / 2
      if center - room > end + measures.clearance / 2 {
        try canvas.text(
          text, at: Point(x: center, y: top - 1),
          style: TextStyle(font, horizontal: .center, vertical: .bottom))
        end = center + room
      }
    }
  }
}
