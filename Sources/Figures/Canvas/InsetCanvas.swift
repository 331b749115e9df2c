/// A part of another canvas as a canvas of its own, so that figures can stand side by side on one page.
public struct InsetCanvas<Base: Canvas>: Canvas {
  /// With what was drawn through the inset on it.
  public private(set) var base: Base
  private let origin: Point
  public let size: Size

  /// - Parameter origin: the inset's upper left corner on the base.
  public init(_ base: Base, at origin: Point, size: Size) {
    self.base = base
    self.origin = origin
    self.size = size
  }

  public func measure(_ text: String, in font: Font) throws(Base.Failure) -> TextMetrics {
    try base.measure(text, in: font)
  }

  public mutating func stroke(_ path: Path, with stroke: Stroke) {
    base.stroke(path.moved(by: origin), with: stroke)
  }

  public mutating func fill(_ path: Path, with color: Color) {
    base.fill(path.moved(by: origin), with: color)
  }

  public mutating func image(_ raster: Raster, in rect: Rect) {
    let moved = Rect(
      left: rect.left + origin.x, top: rect.top + origin.y, right: rect.right + origin.x,
      bottom: rect.bottom + origin.y)
    base.image(raster, in: moved)
  }

  public mutating func text(_ text: String, at point: Point, style: TextStyle) throws(Base.Failure) {
    try base.text(text, at: point.moved(by: origin), style: style)
  }
}

extension Point {
  fileprivate func moved(by way: Point) -> Point { Point(x: x + way.x, y: y + way.y) }
}

extension Path {
  fileprivate func moved(by way: Point) -> Path {
    var moved = Path()
    for element in elements {
      switch element {
      case .move(let point): moved.move(to: point.moved(by: way))
      case .line(let point): moved.line(to: point.moved(by: way))
      case .curve(let first, let second, let end):
        moved.curve(first.moved(by: way), second.moved(by: way), to: end.moved(by: way))
      case .close: moved.close()
      }
    }
    return moved
  }
}
