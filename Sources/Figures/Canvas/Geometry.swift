/// A place on the page, in points (1/72 inch), counted from the top left corner, `y` downwards.
public struct Point: Sendable, Hashable {
  public var x: Double
  public var y: Double

  /// A place, in points.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A width and a height in points.
public struct Size: Sendable, Hashable {
  public var width: Double
  public var height: Double

  /// A size, in points.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A size given in inches.
  public static func inches(_ width: Double, _ height: Double) -> Size {
    Size(width: width * 72, height: height * 72)
  }
}

/// An upright rectangle on the page, in points; `top` is less than `bottom`.
public struct Rect: Sendable, Hashable {
  public var left: Double
  public var top: Double
  public var right: Double
  public var bottom: Double

  /// A rectangle by its edges, in points.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// From the left edge to the right one.
  public var width: Double { right - left }
  /// From the top edge to the bottom one.
  public var height: Double { bottom - top }
  /// Where the diagonals meet.
  public var center: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  /// The rectangle with each edge moved outwards.
  func widened(by room: Double) -> Rect {
    Rect(left: left - room, top: top - room, right: right + room, bottom: bottom + room)
  }

  /// Whether the point lies inside, off the edges.
  func contains(_ point: Point) -> Bool {
    left < point.x && point.x < right && top < point.y && point.y < bottom
  }

  /// Whether any part of the straight line between two points lies in or on the rectangle.
  func meets(from start: Point, to end: Point) -> Bool {
    // Most lines lie wholly to one side.
    if max(start.x, end.x) < left || min(start.x, end.x) > right || max(start.y, end.y) < top
      || min(start.y, end.y) > bottom
    {
      return false
    }
    // Liang and Barsky (1984): clip the line's parameter against one edge after the other.
    var entry = 0.0
    var exit = 1.0
    let dx = end.x - start.x
    let dy = end.y - start.y
    for (run, room) in [
      (-dx, start.x - left), (dx, right - start.x), (-dy, start.y - top), (dy, bottom - start.y),
    ] {
      if run == 0 {
        if room < 0 { return false }
      } else if run < 0 {
        entry = max(entry, room / run)
      } else {
        exit = min(exit, room / run)
      }
    }
    return entry <= exit
  }
}
