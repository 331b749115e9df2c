/// How a row of points is drawn: joined by a line, or each as a dot.
public enum SeriesStyle: Sendable, Hashable {
  case line(Color)
  case dots(Color)

  /// Draws the points; `nil` is a gap, which a line does not cross.
  func draw<C: Canvas>(_ points: [Point?], on canvas: inout C) {
    switch self {
    case .dots(let color):
      let dots = Self.dots(at: points.compactMap(\.self))
      canvas.stroke(dots, with: Stroke(color, width: Look.dotDiameter, cap: .round))
    case .line(let color):
      let (line, lonely) = Self.line(through: points)
      if !line.elements.isEmpty {
        canvas.stroke(line, with: Stroke(color, width: Look.lineWidth, cap: .square))
      }
      // A line through a single point would not show.
      if !lonely.isEmpty {
        canvas.stroke(
          Self.dots(at: lonely), with: Stroke(color, width: 2 * Look.lineWidth, cap: .round))
      }
    }
  }

  /// A path that is a dot at each point when stroked with round ends.
  ///
  /// A round pen that hardly moves leaves a disc: some 30 bytes a dot in PDF and SVG, where a circle
  /// takes 200, and one path for thousands. It does move, by 1/64 point, because viewers that draw with
  /// the HTML canvas leave out lines of no length.
  private static func dots(at points: [Point]) -> Path {
    var path = Path()
    for point in points {
      path.move(to: Point(x: point.x - 1.0 / 128, y: point.y))
      path.line(to: Point(x: point.x + 1.0 / 128, y: point.y))
    }
    return path
  }

  /// The line through runs of points, and the points that have no neighbour.
  private static func line(through points: [Point?]) -> (line: Path, lonely: [Point]) {
    var line = Path()
    var lonely: [Point] = []
    for run in points.split(separator: nil) {
      let run = run.compactMap(\.self)
      if run.count == 1 {
        lonely += run
        continue
      }
      line.move(to: run[0])
      for point in run.dropFirst() { line.line(to: point) }
    }
    return (line, lonely)
  }
}

/// Points on the page, how they are drawn and what the legend calls them.
struct Series {
  let label: String
  let style: SeriesStyle
  /// In points from the top left; `nil` is a gap.
  let points: [Point?]

  func draw<C: Canvas>(on canvas: inout C) { style.draw(points, on: &canvas) }
}
