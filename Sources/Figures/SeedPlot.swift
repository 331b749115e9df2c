/// What trainings from many seeds came to: every one as a tick, all as a histogram, with their mean, its
/// interval and a number to compare with.
public struct SeedPlot: Figure {
  /// A number from elsewhere, such as the paper's, and what it is called.
  public struct Reference: Sendable, Hashable {
    public let name: String
    public let value: Double

    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  public let look: Look
  public let width: FigureWidth?
  /// One for each seed, in their order.
  public let accuracies: [Double]
  public let mean: Double
  /// The interval's ends, and what it is called, such as "95 % interval of the mean".
  public let interval: ClosedRange<Double>
  public let intervalName: String
  public let reference: Reference?
  /// What the numbers are.
  public let name: String
  public let note: String
  public let words: FigureWords

  public init(
    look: Look = .journal, width: FigureWidth? = nil, seedAccuracies accuracies: [Double], mean: Double,
    interval: ClosedRange<Double>, intervalName: String, reference: Reference? = nil,
    name: String? = nil, note: String = "", words: FigureWords = .english
  ) throws(FigureError) {
    let name = name ?? words(.seedsName)
    guard !accuracies.isEmpty else { throw .empty(series: name) }
    try checkDrawable(accuracies, series: name)
    try checkDrawable([mean, interval.lowerBound, interval.upperBound], series: "mean and interval")
    if let reference { try checkDrawable([reference.value], series: reference.name) }
    self.look = look
    self.width = width
    self.accuracies = accuracies
    self.mean = mean
    self.interval = interval
    self.intervalName = intervalName
    self.reference = reference
    self.name = name
    self.note = note
    self.words = words
  }

  public var size: Size { Size(width: pageWidth, height: max(0.42 * pageWidth, 170)) }
  public var title: String { words(.seedsTitle, ["name": name]) }

  public var summary: String {
    let all = words(
      .seedsSummary,
      [
        "name": name, "mean": text(mean), "interval": intervalName, "low": text(interval.lowerBound),
        "high": text(interval.upperBound), "lowest": text(accuracies.min() ?? mean),
        "highest": text(accuracies.max() ?? mean),
      ], count: accuracies.count)
    let beside = reference.map { reference in
      " " + words(.seedsReferenceSummary, ["name": reference.name, "value": text(reference.value)])
    }
    return words.summary(all + (beside ?? ""), note: note)
  }

  private func text(_ value: Double) -> String { words.number(value, .fixed(3)) }

  public var data: FigureData {
    FigureData(columns: ["accuracy"], rows: accuracies.map { [.number($0)] }, note: note)
  }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let bars = Bars(of: accuracies, bins: min(20, max(4, Int(Double(accuracies.count).squareRoot()) + 3)))
    let marked = [mean, interval.lowerBound, interval.upperBound] + (reference.map { [$0.value] } ?? [])
    let layout = try PanelLayout(
      x: PanelLayout.AxisPlan(name: name, limits: Limits.around(bars.edges + marked, margin: 0.03)),
      panels: [
        PanelLayout.Panel(
          y: PanelLayout.AxisPlan(
            name: words(.seedsAxis), limits: Bars.limits(of: bars.counts), integersOnly: true))
      ], legend: entries, note: note, measures: measures, on: canvas)
    layout.page.drawBackground(on: &canvas)
    let (x, y, frame) = (layout.x[0].scale, layout.y[0].scale, layout.frames[0])
    let band = Rect(
      left: x.position(of: interval.lowerBound), top: frame.top, right: x.position(of: interval.upperBound),
      bottom: frame.bottom)
    canvas.fill(Path(band), with: measures.pen(1).color.with(alpha: Self.bandOpacity))
    bars.draw(measures.pen(0).color, x: x, y: y, on: &canvas)
    var ticks = Path()
    for value in accuracies {
      ticks.move(to: Point(x: x.position(of: value), y: frame.bottom))
      ticks.line(to: Point(x: x.position(of: value), y: frame.bottom - 5))
    }
    canvas.stroke(ticks, with: Stroke(.black, width: 0.4))
    upright(at: x.position(of: mean), meanStroke, in: frame, on: &canvas)
    if let reference { upright(at: x.position(of: reference.value), referenceStroke, in: frame, on: &canvas) }
    try layout.draw(note: note, on: &canvas)
  }

  private static let bandOpacity = 0.25
  private var meanStroke: Stroke { Stroke(measures.pen(1).color, width: 1.2) }
  private var referenceStroke: Stroke { Stroke(.black, width: 1, dash: [3, 2]) }

  private func upright<C: Canvas>(at place: Double, _ stroke: Stroke, in frame: Rect, on canvas: inout C) {
    canvas.stroke(
      Path(from: Point(x: place, y: frame.top), to: Point(x: place, y: frame.bottom)), with: stroke)
  }

  private var entries: [LegendStrip.Entry] {
    var entries = [
      LegendStrip.Entry(sample: .upright(meanStroke), label: words(.seedsMean, ["value": text(mean)])),
      LegendStrip.Entry(
        sample: .patch(measures.pen(1).color.with(alpha: Self.bandOpacity)),
        label: intervalName.capitalizedFirst),
    ]
    if let reference {
      entries.append(
        LegendStrip.Entry(
          sample: .upright(referenceStroke),
          label: words(.seedsReference, ["name": reference.name, "value": text(reference.value)])))
    }
    return entries
  }
}
