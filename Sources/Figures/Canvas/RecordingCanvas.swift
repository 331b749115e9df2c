/// A canvas that writes down what is drawn on it, a line a command, so that tests can read it.
///
/// It needs no fonts: every character is 0.6 em wide and reaches 0.76 em above and 0.24 em below the
/// baseline. Coordinates are rounded to thousandths of a point.
public struct RecordingCanvas: Canvas {
  /// Recording cannot fail.
  public typealias Failure = Never

  public let size: Size
  /// The commands in the order they came.
  public private(set) var commands: [String] = []

  /// A canvas of that size with nothing on it.
  public init(size: Size) { self.size = size }

  public func measure(_ text: String, in font: Font) -> TextMetrics {
    TextMetrics(
      width: 0.6 * font.size * Double(text.count), ascent: 0.76 * font.size, descent: 0.24 * font.size)
  }

  public mutating func stroke(_ path: Path, with stroke: Stroke) {
    var words = ["stroke", stroke.color.hex, "width", number(stroke.width), stroke.cap.rawValue]
    if !stroke.dash.isEmpty { words += ["dash"] + stroke.dash.map(number) }
    commands.append((words + ["along", steps(path)]).joined(separator: " "))
  }

  public mutating func fill(_ path: Path, with color: Color) {
    commands.append("fill \(color.hex) inside \(steps(path))")
  }

  public mutating func image(_ raster: Raster, in rect: Rect) {
    let corners = [rect.left, rect.top, rect.right, rect.bottom].map(number).joined(separator: " ")
    let pixels = raster.pixels.map(\.hex).joined(separator: " ")
    commands.append("image \(raster.rows)x\(raster.columns) in \(corners) of \(pixels)")
  }

  public mutating func text(_ text: String, at point: Point, style: TextStyle) {
    let start = style.baseline(of: measure(text, in: style.font), at: point)
    let turn = style.rotation == .upwards ? " upwards" : ""
    let font = "\(style.font.family.rawValue) \(style.font.weight.rawValue) \(number(style.font.size))"
    commands.append("text \(style.color.hex) \(font)\(turn) at \(place(start)): \(text)")
  }

  private func steps(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let point): "M \(place(point))"
      case .line(let point): "L \(place(point))"
      case .curve(let first, let second, to: let end): "C \(place(first)) \(place(second)) \(place(end))"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }

  private func place(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }

  private func number(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    // Minus zero is zero to a reader.
    return NumberFormat.general(9).text(rounded == 0 ? 0 : rounded)
  }
}
