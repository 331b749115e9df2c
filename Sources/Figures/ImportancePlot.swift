/// What each feature is worth, the most important on top, with the range it keeps to where that is known.
public struct ImportancePlot: Figure {
  public struct Feature: Sendable, Hashable {
    public let name: String
    public let value: Double
    /// Such as an interval over repetitions.
    public let range: ClosedRange<Double>?

    public init(name: String, value: Double, range: ClosedRange<Double>? = nil) {
      self.name = name
      self.value = value
      self.range = range
    }
  }

  public let look: Look
  public let width: FigureWidth?
  /// From top to bottom.
  public let features: [Feature]
  /// What the values are, such as "Loss of accuracy when shuffled".
  public let name: String
  public let note: String
  public let words: FigureWords

  public init(
    look: Look = .journal, width: FigureWidth? = nil, features: [Feature], name: String, note: String = "",
    words: FigureWords = .english
  ) throws(FigureError) {
    guard !features.isEmpty else { throw .empty(series: "feature importance") }
    for feature in features {
      let ends = feature.range.map { [$0.lowerBound, $0.upperBound] } ?? []
      try checkDrawable([feature.value] + ends, series: feature.name)
    }
    self.look = look
    self.width = width
    self.features = features
    self.name = name
    self.note = note
    self.words = words
  }

  public var size: Size { Size(width: pageWidth, height: 45 + 15 * Double(max(features.count, 4))) }
  public var title: String { words(.importanceTitle) }

  public var summary: String {
    let list = features.map { "\($0.name) \(words.number($0.value, .general(3)))" }
    let values = ["name": name, "list": list.joined(separator: words(.listItems))]
    return words.summary(words(.importanceSummary, values), note: note)
  }

  public var data: FigureData {
    FigureData(
      columns: ["feature", "importance", "low", "high"],
      rows: features.map { feature -> [FigureData.Cell] in
        [
          .text(feature.name), .number(feature.value), .number(feature.range?.lowerBound ?? .nan),
          .number(feature.range?.upperBound ?? .nan),
        ]
      }, note: note)
  }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let count = Double(features.count)
    var names: [String] = []
    for feature in features {
      names.append(try canvas.shortened(feature.name, in: measures.font, to: canvas.size.width * 0.4))
    }
    let ends = features.flatMap { feature -> [Double] in
      [feature.value, feature.range?.lowerBound ?? 0, feature.range?.upperBound ?? 0]
    }
    let layout = try PanelLayout(
      x: PanelLayout.AxisPlan(name: name, limits: Limits.around(ends + [0], margin: 0.03)),
      panels: [
        PanelLayout.Panel(
          y: PanelLayout.AxisPlan(
            name: "", limits: Limits(count - 0.5, -0.5),
            ticks: Ticks(positions: names.indices.map(Double.init), labels: names)))
      ], legend: [], note: note, measures: measures, on: canvas)
    layout.page.drawBackground(on: &canvas)
    let (x, y) = (layout.x[0].scale, layout.y[0].scale)
    let half = y.length / count * 0.35
    let zero = x.position(of: 0)
    for (index, feature) in features.enumerated() {
      let middle = y.position(of: Double(index))
      let end = x.position(of: feature.value)
      let bar = Rect(
        left: min(zero, end), top: middle - half, right: max(zero, end), bottom: middle + half)
      canvas.fill(Path(bar), with: measures.pen(0).color.with(alpha: 0.55))
      guard let range = feature.range else { continue }
      canvas.stroke(
        Path(
          from: Point(x: x.position(of: range.lowerBound), y: middle),
          to: Point(x: x.position(of: range.upperBound), y: middle)),
        with: Stroke(.black, width: 0.8))
    }
    canvas.stroke(
      Path(
        from: Point(x: zero, y: layout.frames[0].top), to: Point(x: zero, y: layout.frames[0].bottom)),
      with: measures.frame)
    try layout.draw(note: note, on: &canvas)
  }
}
