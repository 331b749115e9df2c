/// Published numbers beside ours of many seeds: for each number a panel in which every seed is a dot.
public struct PublishedPlot: Figure {
  /// One published number and ours.
  public struct Panel: Sendable, Hashable {
    /// What the numbers are of.
    public let name: String
    /// One for each seed, in their order.
    public let seeds: [Double]
    public let published: Double

    public init(name: String, seeds: [Double], published: Double) {
      (self.name, self.seeds, self.published) = (name, seeds, published)
    }

    fileprivate var reaching: Int { seeds.count { $0 >= published } }
    fileprivate var mean: Double { seeds.reduce(0, +) / Double(seeds.count) }
  }

  public let look: Look
  public let width: FigureWidth?
  /// From top to bottom, over one axis.
  public let panels: [Panel]
  /// What the numbers are.
  public let name: String
  public let note: String
  public let words: FigureWords

  public init(
    look: Look = .journal, width: FigureWidth? = nil, panels: [Panel], name: String? = nil,
    note: String = "", words: FigureWords = .english
  ) throws(FigureError) {
    guard !panels.isEmpty else { throw .empty(series: "published numbers") }
    for panel in panels {
      guard !panel.seeds.isEmpty else { throw .empty(series: panel.name) }
      try checkDrawable(panel.seeds + [panel.published], series: panel.name)
    }
    self.look = look
    self.width = width
    self.panels = panels
    self.name = name ?? words(.publishedName)
    self.note = note
    self.words = words
  }

  public var size: Size {
    let line = measures.font.size * 1.3
    return Size(
      width: pageWidth,
      height: 55 + (Self.dotsHeight + 2.6 * line + measures.clearance) * Double(panels.count))
  }

  public var title: String { words(.publishedTitle) }

  public var summary: String {
    let list = panels.map { panel in
      words(
        .publishedPanel,
        [
          "name": panel.name, "value": text(panel.published), "reaching": "\(panel.reaching)",
          "mean": text(panel.mean), "low": text(panel.seeds.min() ?? .nan),
          "high": text(panel.seeds.max() ?? .nan),
        ], count: panel.seeds.count)
    }
    return words.summary(
      ([words(.publishedSummary, ["name": name])] + list).joined(separator: " "), note: note)
  }

  public var data: FigureData {
    FigureData(
      columns: ["panel", "published", "ours"],
      rows: panels.flatMap { panel in
        panel.seeds.map { [.text(panel.name), .number(panel.published), .number($0)] }
      }, note: note)
  }

  private func text(_ value: Double) -> String { words.number(value, .fixed(3)) }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let all = panels.flatMap { $0.seeds + [$0.published] }
    let layout = try PanelLayout(
      x: PanelLayout.AxisPlan(name: name, limits: Limits.around(all, margin: 0.03)),
      panels: panels.map { _ in
        PanelLayout.Panel(
          y: PanelLayout.AxisPlan(
            name: "", limits: Limits(0, 1), ticks: Ticks(positions: [], labels: [])))
      }, legend: entries, note: note, measures: measures, on: canvas)
    layout.page.drawBackground(on: &canvas)
    let line = try canvas.measure("", in: measures.font)
    for (index, panel) in panels.enumerated() {
      let (frame, scale) = (layout.frames[index], layout.x[index].scale)
      let place = scale.position(of: panel.published)
      let first = frame.top + measures.clearance
      let top = first + line.height
      canvas.stroke(
        Path(from: Point(x: place, y: top), to: Point(x: place, y: frame.bottom)), with: mark)
      drawDots(
        of: panel, in: Rect(left: frame.left, top: top, right: frame.right, bottom: frame.bottom), scale,
        on: &canvas)
      let value = words(.publishedValue, ["name": panel.name, "value": text(panel.published)])
      let shown = try canvas.shortened(value, in: measures.font, to: frame.width - 2 * measures.clearance)
      try canvas.text(
        shown, at: Point(x: frame.left + measures.clearance, y: first + line.ascent),
        style: TextStyle(measures.font))
    }
    try layout.draw(note: note, on: &canvas)
  }

  /// The room for the dots of a panel.
  private static let dotsHeight = 18.0
  private static let radius = 1.3

  /// The seeds as stacks of dots, which stand closer where there are many.
  private func drawDots<C: Canvas>(
    of panel: Panel, in frame: Rect, _ scale: LinearScale, on canvas: inout C
  ) {
    let width = 2 * Self.radius
    let columns = Dictionary(grouping: panel.seeds) {
      Int(((scale.position(of: $0) - frame.left) / width).rounded(.down))
    }
    let highest = columns.values.map(\.count).max() ?? 1
    let step = min(width, (frame.height - 2 * width) / Double(highest))
    for (column, seeds) in columns.sorted(by: { $0.key < $1.key }) {
      for level in seeds.indices {
        let center = Point(
          x: frame.left + (Double(column) + 0.5) * width,
          y: frame.bottom - Self.radius - 1 - Double(level) * step)
        canvas.fill(Marker.circle.path(at: center, radius: Self.radius), with: measures.pen(0).color)
      }
    }
  }

  private var mark: Stroke { Stroke(measures.pen(1).color, width: 1.5) }

  private var entries: [LegendStrip.Entry] {
    [
      .init(sample: .dot(measures.pen(0).color), label: words(.publishedSeed)),
      .init(sample: .upright(mark), label: words(.publishedMark)),
    ]
  }
}
