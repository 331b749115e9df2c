/// Which probabilities the samples of each class were given: a histogram for each, on one axis.
public struct ScorePlot: Figure {
  /// The samples of one true class.
  public struct ClassScores: Sendable, Hashable {
    public let name: String
    /// How many of them lie in each range of `edges`.
    public let counts: [Int]

    public init(name: String, counts: [Int]) {
      self.name = name
      self.counts = counts
    }
  }

  public let look: Look
  public let width: FigureWidth?
  public let classes: [ClassScores]
  /// The ends of the ranges, rising; one more than each class has counts.
  public let edges: [Double]
  /// From where on a sample is called positive.
  public let threshold: Double
  /// What the axis shows, such as "Probability of Liked".
  public let name: String
  /// What the samples are, in the plural.
  public let samples: String
  public let note: String
  public let words: FigureWords

  public init(
    look: Look = .journal, width: FigureWidth? = nil, classes: [ClassScores], edges: [Double],
    threshold: Double = 0.5, name: String? = nil, samples: String = "samples", note: String = "",
    words: FigureWords = .english
  ) throws(FigureError) {
    guard !classes.isEmpty, edges.count > 1 else { throw .empty(series: "scores by class") }
    try checkDrawable(edges + [threshold], series: "ranges of scores")
    for (index, pair) in zip(edges, edges.dropFirst()).enumerated() where pair.0 >= pair.1 {
      throw .range(
        series: "ranges of scores, which must rise", index: index + 1, value: pair.1,
        allowed: pair.0...Double.infinity)
    }
    for one in classes {
      guard one.counts.count == edges.count - 1 else {
        throw .count(series: one.name, expected: edges.count - 1, received: one.counts.count)
      }
      try checkRange(one.counts.map(Double.init), 0...Double.infinity, series: one.name)
    }
    self.look = look
    self.width = width
    self.classes = classes
    self.edges = edges
    self.threshold = threshold
    self.name = name ?? words(.scoresName)
    self.samples = samples
    self.note = note
    self.words = words
  }

  public var size: Size {
    Size(width: pageWidth, height: 50 + 85 * Double(classes.count))
  }
  public var title: String { words(.scoresTitle) }

  public var summary: String {
    let sentences = classes.map { one in
      let above = zip(edges, one.counts).reduce(0) { $0 + ($1.0 >= threshold ? $1.1 : 0) }
      let values = [
        "all": "\(one.counts.reduce(0, +))", "class": one.name, "rows": samples, "number": "\(above)",
        "threshold": words.number(threshold, .general(3)),
      ]
      return " " + words(.scoresClassSummary, values)
    }
    let small = name.prefix(1).lowercased() + name.dropFirst()
    return words.summary(
      words(.scoresSummary, ["name": small, "Name": name]) + sentences.joined(), note: note)
  }

  public var data: FigureData {
    FigureData(
      columns: ["class", "from", "to", "count"],
      rows: classes.flatMap { one in
        one.counts.enumerated().map { index, count -> [FigureData.Cell] in
          [.text(one.name), .number(edges[index]), .number(edges[index + 1]), .integer(count)]
        }
      }, note: note)
  }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    // The same range in every frame, so that heights compare.
    let limits = Bars.limits(of: classes.flatMap(\.counts))
    let stroke = Stroke(measures.guide, width: 0.8, dash: [2, 2])
    let entries = classes.enumerated().map { index, one in
      LegendStrip.Entry(
        sample: .patch(measures.pen(index).color.with(alpha: 0.55)),
        label: words(.scoresClass, ["class": one.name]))
    }
    let threshold = LegendStrip.Entry(
      sample: .upright(stroke),
      label: words(.scoresThreshold, ["value": words.number(threshold, .general(3))]))
    let layout = try PanelLayout(
      x: PanelLayout.AxisPlan(name: name, limits: Limits(edges[0], edges[edges.count - 1])),
      panels: classes.map { _ in
        PanelLayout.Panel(
          y: PanelLayout.AxisPlan(name: samples.capitalizedFirst, limits: limits, integersOnly: true))
      }, legend: entries + [threshold], note: note, measures: measures, on: canvas)
    layout.page.drawBackground(on: &canvas)
    for (index, one) in classes.enumerated() {
      let (x, y, frame) = (layout.x[index].scale, layout.y[index].scale, layout.frames[index])
      Bars(edges: edges, counts: one.counts)
        .draw(measures.pen(index).color, x: x, y: y, on: &canvas)
      let place = x.position(of: self.threshold)
      canvas.stroke(
        Path(from: Point(x: place, y: frame.top), to: Point(x: place, y: frame.bottom)), with: stroke)
    }
    try layout.draw(note: note, on: &canvas)
  }
}
