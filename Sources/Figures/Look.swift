/// The measures of matplotlib 3's default style, in points.
enum Look {
  static let pageSize = Size.inches(6.4, 4.8)

  /// Where the axes lie in the page, as shares of its width and height from the top left.
  static let left = 0.125
  static let right = 0.9
  static let top = 0.12
  static let bottom = 0.89

  static let font = Font(size: 10)
  static let titleFont = Font(size: 12)
  static let noteFont = Font(size: 7)
  static let noteColor = Color(white: 0.45)

  static let frame = Stroke(.black, width: 0.8, cap: .square)
  static let tick = Stroke(.black, width: 0.8)
  static let tickLength = 3.5
  /// From the end of a tick to its label.
  static let tickPadding = 3.5
  /// From the tick labels to the axis label.
  static let labelPadding = 4.0
  /// From the axes to the text of the offset.
  static let offsetPadding = 3.0
  /// From the axes to the baseline of the title.
  static let titlePadding = 6.0

  static let lineWidth = 1.5
  /// A marker of 6 points with an edge of 1 point around it, half of it outside.
  static let dotDiameter = 7.0

  /// What labels keep from the edge of the page and from each other at least.
  static let clearance = 4.0
}
