/// Where figures are drawn: all that a backend must be able to do.
///
/// The calls keep no state between them: colours, pens and fonts come with each. Lengths are points,
/// the origin is the top left corner, and later calls cover earlier ones. Only text can fail, for want
/// of a font or a glyph; a canvas on which it can't has `Failure == Never`.
public protocol Canvas {
  associatedtype Failure: Error

  /// The size of the page.
  var size: Size { get }

  /// What `text`, set on one line in `font`, takes up.
  func measure(_ text: String, in font: Font) throws(Failure) -> TextMetrics

  /// Draws along a path; corners are rounded.
  mutating func stroke(_ path: Path, with stroke: Stroke)

  /// Fills what a path encloses, by the nonzero winding rule.
  mutating func fill(_ path: Path, with color: Color)

  /// Spreads an image over a rectangle, each pixel a sharp-edged part of it.
  mutating func image(_ raster: Raster, in rect: Rect)

  /// Sets `text` on one line, anchored at `point` as its style says.
  mutating func text(_ text: String, at point: Point, style: TextStyle) throws(Failure)
}

extension Canvas {
  /// The text itself where it is no wider than `width`, else as much of its beginning as fits with "…".
  func shortened(_ text: String, in font: Font, to width: Double) throws(Failure) -> String {
    if try measure(text, in: font).width <= width { return text }
    let characters = Array(text)
    var fitting = 0
    var tooLong = characters.count
    while tooLong - fitting > 1 {
      let middle = (fitting + tooLong) / 2
      let candidate = String(characters.prefix(middle)) + "…"
      if try measure(candidate, in: font).width <= width { fitting = middle } else { tooLong = middle }
    }
    return String(characters.prefix(fitting)) + "…"
  }

  /// The width of the widest of some texts; 0 for none.
  func widest(of texts: [String], in font: Font) throws(Failure) -> Double {
    var width = 0.0
    for text in texts { width = max(width, try measure(text, in: font).width) }
    return width
  }
}
