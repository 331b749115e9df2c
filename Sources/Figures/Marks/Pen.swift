/// What draws the line of one series, and the marks on it: each alone tells it from the others.
struct Pen: Sendable, Hashable {
  var color: Color
  var width: Double
  var dash: [Double]
  var marker: Marker?

  init(_ color: Color, width: Double, dash: [Double] = [], marker: Marker? = nil) {
    self.color = color
    self.width = width
    self.dash = dash
    self.marker = marker
  }

  /// The stroke of the line; a dashed one has flat ends, or its gaps would close.
  var stroke: Stroke { Stroke(color, width: width, cap: dash.isEmpty ? .round : .butt, dash: dash) }
}

/// A small filled shape.
enum Marker: Sendable, Hashable {
  case circle, square, triangle, diamond

  /// The shapes look equally large at the same radius.
  func path(at center: Point, radius: Double) -> Path {
    func at(_ x: Double, _ y: Double) -> Point { Point(x: center.x + x * radius, y: center.y + y * radius) }
    let corners: [Point]
    switch self {
    case .circle:
      // The arc's cubic approximation that is off by less than 0.03 % of the radius.
      let pull = 0.5523
      var path = Path()
      path.move(to: at(1, 0))
      path.curve(at(1, pull), at(pull, 1), to: at(0, 1))
      path.curve(at(-pull, 1), at(-1, pull), to: at(-1, 0))
      path.curve(at(-1, -pull), at(-pull, -1), to: at(0, -1))
      path.curve(at(pull, -1), at(1, -pull), to: at(1, 0))
      path.close()
      return path
    case .square: corners = [at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)]
    case .triangle: corners = [at(0, -1.25), at(1.1, 0.75), at(-1.1, 0.75)]
    case .diamond: corners = [at(0, -1.3), at(1.1, 0), at(0, 1.3), at(-1.1, 0)]
    }
    var path = Path()
    path.move(to: corners[0])
    for corner in corners.dropFirst() { path.line(to: corner) }
    path.close()
    return path
  }
}
