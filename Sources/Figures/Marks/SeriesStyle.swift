/// How a row of points is drawn: joined by a line, or each as a dot.
public enum SeriesStyle: Sendable, Hashable {
  case line(Color)
  case dots(Color)

  /// The most points in one path: a path for each would make files large, and one of thousands of lines
  /// that cross is slow to turn into pixels.
  private static let pointsPerPath = 64

  /// Draws the points; `nil` is a gap, which a line does not cross.
  func draw<C: Canvas>(_ points: [Point?], on canvas: inout C) {
    switch self {
    case .dots(let color):
      Self.draw(
        dotsAt: points.compactMap(\.self), diameter: Measures.original.dotDiameter, color, on: &canvas)
    case .line(let color):
      for run in points.split(separator: nil) {
        let run = run.compactMap(\.self)
        if run.count > 1 {
          Self.draw(lineThrough: run, color, on: &canvas)
        } else {
          // A line through a single point would not show.
          Self.draw(dotsAt: run, diameter: 2 * Measures.original.lineWidth, color, on: &canvas)
        }
      }
    }
  }

  /// Draws discs as strokes of a round pen that hardly moves.
  ///
  /// That takes some 30 bytes a dot in PDF and SVG, where a circle takes 200. The pen does move, by 1/64
  /// point, because viewers that draw with the HTML canvas leave out lines of no length.
  private static func draw<C: Canvas>(
    dotsAt points: [Point], diameter: Double, _ color: Color, on canvas: inout C
  ) {
    for first in stride(from: 0, to: points.count, by: pointsPerPath) {
      var path = Path()
      for point in points[first..<min(first + pointsPerPath, points.count)] {
        path.move(to: Point(x: point.x - 1.0 / 128, y: point.y))
        path.line(to: Point(x: point.x + 1.0 / 128, y: point.y))
      }
      canvas.stroke(path, with: Stroke(color, width: diameter, cap: .round))
    }
  }

  /// Draws a line in pieces that meet in their ends, which are round as the joints are; a line in one piece ends
  /// square, as matplotlib's do.
  private static func draw<C: Canvas>(
    lineThrough points: [Point], _ color: Color, on canvas: inout C
  ) {
    let cap: Stroke.Cap = points.count - 1 <= pointsPerPath ? .square : .round
    for first in stride(from: 0, to: points.count - 1, by: pointsPerPath) {
      var path = Path()
      path.move(to: points[first])
      for point in points[(first + 1)...min(first + pointsPerPath, points.count - 1)] {
        path.line(to: point)
      }
      canvas.stroke(path, with: Stroke(color, width: Measures.original.lineWidth, cap: cap))
    }
  }
}

/// Points on the page, how they are drawn and what the legend calls them.
struct Series {
  let label: String
  let style: SeriesStyle
  /// In points from the top left; `nil` is a gap.
  let points: [Point?]

  func draw<C: Canvas>(on canvas: inout C) { style.draw(points, on: &canvas) }

  /// Whether any of its ink lies in the box.
  func reaches(into box: Rect) -> Bool {
    switch style {
    case .dots:
      let room = box.widened(by: Measures.original.dotDiameter / 2)
      return points.contains { $0.map(room.contains) ?? false }
    case .line:
      // A point on its own is a dot as wide as two lines.
      let (room, dot) = (
        box.widened(by: Measures.original.lineWidth / 2), box.widened(by: Measures.original.lineWidth)
      )
      var previous: Point?
      for point in points {
        if let point, dot.contains(point) { return true }
        if let point, let previous, room.meets(from: previous, to: point) { return true }
        previous = point
      }
      return false
    }
  }
}
