/// How a path is drawn with a pen.
public struct Stroke: Sendable, Hashable {
  /// The shape of a line's ends.
  public enum Cap: String, Sendable, Hashable {
    case butt, round, square
  }

  public var color: Color
  /// In points.
  public var width: Double
  /// The shape of the ends; by default cut off straight.
  public var cap: Cap
  /// Lengths of dashes and gaps in points, in turn; empty for a solid line.
  public var dash: [Double]

  /// A pen; by default it draws a solid line with straight ends.
  public init(_ color: Color, width: Double, cap: Cap = .butt, dash: [Double] = []) {
    self.color = color
    self.width = width
    self.cap = cap
    self.dash = dash
  }
}
