/// One curve in the square of two shares, and the area that sums it up.
public struct ScoreCurve: Sendable, Hashable {
  /// What the legend calls it, such as "Test data".
  public let label: String
  public let x: [Double]
  public let y: [Double]
  /// The area under the curve, or what stands for it.
  public let area: Double

  /// - Throws: `FigureError` where there is no point, the lengths differ, or a value is no share.
  public init(label: String, x: [Double], y: [Double], area: Double) throws(FigureError) {
    guard !x.isEmpty else { throw .empty(series: label) }
    guard y.count == x.count else { throw .count(series: label, expected: x.count, received: y.count) }
    try checkShares(x, series: label)
    try checkShares(y, series: label)
    try checkShares([area], series: "area of " + label)
    self.label = label
    self.x = x
    self.y = y
    self.area = area
  }
}

/// Curves in the square of two shares: what the ROC and the precision–recall figure have in common.
struct UnitSquareCurves {
  /// A line to compare the curves with, and what it is called.
  struct Guide {
    let label: String
    let from: (x: Double, y: Double)
    let to: (x: Double, y: Double)
  }

  let curves: [ScoreCurve]
  let guide: Guide
  let areaName: String
  let xName: String
  let yName: String
  let isStepped: Bool
  let note: String
  let words: FigureWords
  let measures: Measures

  /// A square as large as the page allows.
  static func size(ofWidth width: Double) -> Size { Size(width: width, height: min(0.95 * width, 270)) }

  func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let limits = Limits(0, 1)
    let guideStroke = Stroke(measures.guide, width: 0.7, dash: [2, 2])
    var entries = curves.enumerated().map { index, curve in
      LegendStrip.Entry(
        sample: .line(measures.pen(index)),
        label: "\(curve.label) (\(areaName) \(words.number(curve.area, .fixed(3))))")
    }
    entries.append(
      LegendStrip.Entry(
        sample: .line(Pen(measures.guide, width: 0.7, dash: guideStroke.dash)), label: guide.label))
    let layout = try PanelLayout(
      x: PanelLayout.AxisPlan(name: xName, limits: limits),
      panels: [PanelLayout.Panel(y: PanelLayout.AxisPlan(name: yName, limits: limits))], legend: entries,
      note: note, isSquare: true, measures: measures, on: canvas)
    layout.page.drawBackground(on: &canvas)
    let (x, y) = (layout.x[0].scale, layout.y[0].scale)
    func point(_ place: (x: Double, y: Double)) -> Point {
      Point(x: x.position(of: place.x), y: y.position(of: place.y))
    }
    canvas.stroke(Path(from: point(guide.from), to: point(guide.to)), with: guideStroke)
    for (index, curve) in curves.enumerated() {
      var points = zip(curve.x, curve.y).map { point((x: $0, y: $1)) }
      if isStepped { points = Self.steps(through: points) }
      PenLine(pen: measures.pen(index), points: points, phase: Double(index)).draw(on: &canvas)
    }
    try layout.draw(note: note, on: &canvas)
  }

  /// The points joined by steps: between two of them the value of the first holds, as the average precision
  /// counts it (`drawstyle="steps-post"`).
  private static func steps(through points: [Point]) -> [Point] {
    guard let first = points.first else { return [] }
    return zip(points, points.dropFirst()).reduce(into: [first]) { steps, pair in
      steps += [Point(x: pair.1.x, y: pair.0.y), pair.1]
    }
  }

  func data(_ x: String, _ y: String) -> FigureData {
    FigureData(
      columns: ["curve", x, y],
      rows: curves.flatMap { curve in
        zip(curve.x, curve.y).map { x, y -> [FigureData.Cell] in
          [.text(curve.label), .number(x), .number(y)]
        }
      }, note: note)
  }

  /// "Test data: area 0.744" and so on.
  var areas: String {
    curves.map { "\($0.label): \(words.number($0.area, .fixed(3)))" }.joined(separator: "; ")
  }
}
