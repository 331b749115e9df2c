/// Lines and Bézier curves, to be stroked or filled as one.
public struct Path: Sendable, Hashable {
  /// One step of the pen.
  public enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    /// A cubic curve from where the pen is, over two control points.
    case curve(Point, Point, to: Point)
    case close
  }

  /// The steps of the pen, in order.
  public private(set) var elements: [Element] = []

  /// A path with nothing in it.
  public init() {}

  /// The outline of a rectangle; with a `radius`, its corners are rounded off.
  public init(_ rect: Rect, radius: Double = 0) {
    guard radius > 0 else {
      move(to: Point(x: rect.left, y: rect.top))
      line(to: Point(x: rect.right, y: rect.top))
      line(to: Point(x: rect.right, y: rect.bottom))
      line(to: Point(x: rect.left, y: rect.bottom))
      close()
      return
    }
    move(to: Point(x: rect.left + radius, y: rect.top))
    line(to: Point(x: rect.right - radius, y: rect.top))
    corner(Point(x: rect.right, y: rect.top), to: Point(x: rect.right, y: rect.top + radius))
    line(to: Point(x: rect.right, y: rect.bottom - radius))
    corner(Point(x: rect.right, y: rect.bottom), to: Point(x: rect.right - radius, y: rect.bottom))
    line(to: Point(x: rect.left + radius, y: rect.bottom))
    corner(Point(x: rect.left, y: rect.bottom), to: Point(x: rect.left, y: rect.bottom - radius))
    line(to: Point(x: rect.left, y: rect.top + radius))
    corner(Point(x: rect.left, y: rect.top), to: Point(x: rect.left + radius, y: rect.top))
    close()
  }

  /// A straight line.
  public init(from start: Point, to end: Point) {
    move(to: start)
    line(to: end)
  }

  /// Lifts the pen and sets it down at a point.
  public mutating func move(to point: Point) { elements.append(.move(point)) }
  /// Draws a straight line from where the pen is.
  public mutating func line(to point: Point) { elements.append(.line(point)) }
  /// Draws a straight line back to where the pen was last set down.
  public mutating func close() { elements.append(.close) }

  /// Draws a cubic Bézier curve from where the pen is, over two control points.
  public mutating func curve(_ first: Point, _ second: Point, to end: Point) {
    elements.append(.curve(first, second, to: end))
  }

  /// Rounds a corner off by the quadratic curve over it, written as a cubic one.
  private mutating func corner(_ corner: Point, to end: Point) {
    let start: Point
    switch elements.last {
    case .line(let point), .move(let point), .curve(_, _, to: let point): start = point
    case .close, nil: start = corner
    }
    func towards(_ point: Point) -> Point {
      Point(x: point.x + (corner.x - point.x) * 2 / 3, y: point.y + (corner.y - point.y) * 2 / 3)
    }
    curve(towards(start), towards(end), to: end)
  }
}
