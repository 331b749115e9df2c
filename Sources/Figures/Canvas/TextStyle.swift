/// A typeface by its role and size; which files serve the role is the canvas's affair.
public struct Font: Sendable, Hashable {
  /// The role of a typeface.
  public enum Family: String, Sendable, Hashable, CaseIterable {
    case sans, serif, mono
    /// The roman of LaTeX documents.
    case roman
  }

  /// How bold it is.
  public enum Weight: String, Sendable, Hashable, CaseIterable {
    case regular, bold
  }

  public var family: Family
  public var weight: Weight
  /// The em in points.
  public var size: Double

  /// A typeface of a size in points; by default without serifs and regular.
  public init(_ family: Family = .sans, size: Double, weight: Weight = .regular) {
    self.family = family
    self.size = size
    self.weight = weight
  }
}

/// What a line of text takes up, in points.
public struct TextMetrics: Sendable, Hashable {
  /// How far the pen moves along the line.
  public var width: Double
  /// The font's reach above the baseline, the same for every text in it.
  public var ascent: Double
  /// The font's reach below the baseline, the same for every text in it.
  public var descent: Double

  /// Metrics, in points.
  public init(width: Double, ascent: Double, descent: Double) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }

  /// From the top of the ascent to the bottom of the descent.
  public var height: Double { ascent + descent }
}

/// How a line of text looks and which part of it sits on the point it is drawn at.
public struct TextStyle: Sendable, Hashable {
  /// Which part of a line sits on the point.
  public enum Horizontal: Sendable, Hashable {
    case left, center, right
  }

  /// Which height of a line sits on the point.
  public enum Vertical: Sendable, Hashable {
    case top, center, baseline, bottom
    /// Halfway up the ascent: digits stand level with the point, as matplotlib sets tick labels.
    case digits
  }

  /// Which way a line runs.
  public enum Rotation: Sendable, Hashable {
    case none
    /// A quarter turn counterclockwise: the text reads upwards.
    case upwards
  }

  public var font: Font
  public var color: Color
  public var rotation: Rotation
  public var horizontal: Horizontal
  public var vertical: Vertical

  /// A style; by default black, upright, and with the beginning of its baseline on the point.
  public init(
    _ font: Font, color: Color = .black, rotation: Rotation = .none, horizontal: Horizontal = .left,
    vertical: Vertical = .baseline
  ) {
    self.font = font
    self.color = color
    self.rotation = rotation
    self.horizontal = horizontal
    self.vertical = vertical
  }

  /// Where the baseline begins when a text of these metrics is anchored at `point`.
  ///
  /// The anchor is a place on the upright text; the text is then turned about it.
  public func baseline(of metrics: TextMetrics, at point: Point) -> Point {
    let along: Double
    switch horizontal {
    case .left: along = 0
    case .center: along = -metrics.width / 2
    case .right: along = -metrics.width
    }
    let down: Double
    switch vertical {
    case .top: down = metrics.ascent
    case .center: down = (metrics.ascent - metrics.descent) / 2
    case .digits: down = metrics.ascent / 2
    case .baseline: down = 0
    case .bottom: down = -metrics.descent
    }
    switch rotation {
    case .none: return Point(x: point.x + along, y: point.y + down)
    case .upwards: return Point(x: point.x + down, y: point.y - along)
    }
  }
}
