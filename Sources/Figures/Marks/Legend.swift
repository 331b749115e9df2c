/// A box inside the axes that names the series, put where it hides the least.
struct Legend {
  let series: [Series]
  var measures = Measures.original

  private static let padding = 4.0
  private static let rowSpacing = 5.0
  private static let sampleLength = 20.0
  private static let sampleToText = 8.0
  /// From the box to the frame.
  private static let margin = 5.0
  private static let cornerRadius = 2.0
  private static let opacity = 0.8

  func draw<C: Canvas>(on canvas: inout C, in frame: Rect) throws(C.Failure) {
    let indent = Self.padding + Self.sampleLength + Self.sampleToText
    let widest = frame.width - 2 * Self.margin - indent - Self.padding
    var labels: [String] = []
    for one in series { labels.append(try canvas.shortened(one.label, in: measures.font, to: widest)) }
    let line = try canvas.measure("", in: measures.font)
    let rows = Double(series.count)
    let size = Size(
      width: indent + (try canvas.widest(of: labels, in: measures.font)) + Self.padding,
      height: rows * line.height + (rows - 1) * Self.rowSpacing + 2 * Self.padding)
    let box = place(size, in: frame)
    let outline = Path(box, radius: Self.cornerRadius)
    canvas.fill(outline, with: Color(white: 1, alpha: Self.opacity))
    canvas.stroke(outline, with: Stroke(Color(white: 0.8, alpha: Self.opacity), width: 1))
    var baseline = box.top + Self.padding + line.ascent
    for (one, label) in zip(series, labels) {
      let left = box.left + Self.padding
      // Samples are 0.7 em high and stand on the baseline.
      let middle = baseline - 0.35 * measures.font.size
      let ends = [Point(x: left, y: middle), Point(x: left + Self.sampleLength, y: middle)]
      switch one.style {
      case .line: one.style.draw(ends, on: &canvas)
      case .dots: one.style.draw([Point(x: left + Self.sampleLength / 2, y: middle)], on: &canvas)
      }
      try canvas.text(label, at: Point(x: box.left + indent, y: baseline), style: TextStyle(measures.font))
      baseline += line.height + Self.rowSpacing
    }
  }

  /// matplotlib's "best" place: of nine, the first that covers the fewest vertices and crossing lines.
  func place(_ size: Size, in frame: Rect) -> Rect {
    var best = (badness: Int.max, box: frame)
    for candidate in Self.candidates(size, in: frame) where best.badness > 0 {
      let badness = series.reduce(0) { $0 + hidden($1, by: candidate) }
      if badness < best.badness { best = (badness, candidate) }
    }
    return best.box
  }

  /// How many vertices of a series lie in the box, and one more where the line through them meets it.
  ///
  /// Dots count as joined by a line too, as they do in matplotlib.
  private func hidden(_ series: Series, by box: Rect) -> Int {
    var covered = 0
    var meets = false
    var previous: Point?
    for point in series.points {
      if let point, box.contains(point) { covered += 1 }
      if !meets, let point, let previous { meets = box.meets(from: previous, to: point) }
      previous = point
    }
    return covered + (meets ? 1 : 0)
  }

  /// The places in matplotlib's order: corners from the upper right counterclockwise, then sides, centre.
  private static func candidates(_ size: Size, in frame: Rect) -> [Rect] {
    let left = frame.left + margin
    let center = frame.center.x - size.width / 2
    let right = frame.right - margin - size.width
    let top = frame.top + margin
    let middle = frame.center.y - size.height / 2
    let bottom = frame.bottom - margin - size.height
    return [
      (right, top), (left, top), (left, bottom), (right, bottom), (right, middle), (left, middle),
      (center, bottom), (center, top), (center, middle),
    ].map { Rect(left: $0, top: $1, right: $0 + size.width, bottom: $1 + size.height) }
  }
}
