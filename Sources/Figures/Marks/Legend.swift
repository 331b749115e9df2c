/// A box that names the series of the original look: inside the frame where it covers none of them, else below.
struct Legend {
  let series: [Series]
  var measures = Measures.original

  private static let padding = 4.0
  private static let rowSpacing = 5.0
  private static let columnSpacing = 20.0
  private static let sampleLength = 20.0
  private static let sampleToText = 8.0
  /// From the box to the frame.
  private static let margin = 5.0
  private static let cornerRadius = 2.0
  private static let opacity = 0.8
  private static let outline = 1.0

  /// The words of a box, in columns, and the room that they and their samples take.
  struct Plan {
    fileprivate struct Entry {
      let style: SeriesStyle
      let label: String
      /// From the left end of the box.
      let left: Double
      let row: Int
    }

    fileprivate let entries: [Entry]
    let size: Size
  }

  /// A box of one column, its labels shortened where the frame is too narrow for them.
  func plan<C: Canvas>(in frame: Rect, on canvas: C) throws(C.Failure) -> Plan {
    try plan(columns: 1, within: frame.width - 2 * Self.margin, on: canvas)
  }

  /// A box of as many columns as there is width for, to stand outside of the frame.
  func flatPlan<C: Canvas>(within width: Double, on canvas: C) throws(C.Failure) -> Plan {
    for columns in (1...max(series.count, 1)).reversed() {
      let plan = try plan(columns: columns, within: width, on: canvas)
      if plan.size.width <= width { return plan }
    }
    return try plan(columns: 1, within: width, on: canvas)
  }

  /// Labels run down the columns, the first of which are the longer ones, as with matplotlib's `ncols`.
  private func plan<C: Canvas>(
    columns count: Int, within width: Double, on canvas: C
  ) throws(C.Failure) -> Plan {
    let indent = Self.sampleLength + Self.sampleToText
    let line = try canvas.measure("", in: measures.font).height
    let (full, longer) = series.count.quotientAndRemainder(dividingBy: count)
    var entries: [Plan.Entry] = []
    var left = Self.padding
    for column in 0..<count {
      var widest = 0.0
      for row in 0..<(column < longer ? full + 1 : full) {
        let one = series[entries.count]
        let label = try canvas.shortened(
          one.label, in: measures.font, to: width - 2 * Self.padding - indent)
        widest = max(widest, try canvas.measure(label, in: measures.font).width)
        entries.append(Plan.Entry(style: one.style, label: label, left: left, row: row))
      }
      left += indent + widest + (column < count - 1 ? Self.columnSpacing : Self.padding)
    }
    let rows = Double(longer > 0 ? full + 1 : full)
    let height = rows * line + (rows - 1) * Self.rowSpacing + 2 * Self.padding
    return Plan(entries: entries, size: Size(width: left, height: height))
  }

  func draw<C: Canvas>(_ plan: Plan, in box: Rect, on canvas: inout C) throws(C.Failure) {
    let outline = Path(box, radius: Self.cornerRadius)
    canvas.fill(outline, with: Color(white: 1, alpha: Self.opacity))
    canvas.stroke(outline, with: Stroke(Color(white: 0.8, alpha: Self.opacity), width: Self.outline))
    let line = try canvas.measure("", in: measures.font)
    for entry in plan.entries {
      let left = box.left + entry.left
      let baseline =
        box.top + Self.padding + line.ascent + Double(entry.row) * (line.height + Self.rowSpacing)
      // Samples are 0.7 em high and stand on the baseline.
      let middle = baseline - 0.35 * measures.font.size
      let ends = [Point(x: left, y: middle), Point(x: left + Self.sampleLength, y: middle)]
      switch entry.style {
      case .line: entry.style.draw(ends, on: &canvas)
      case .dots: entry.style.draw([Point(x: left + Self.sampleLength / 2, y: middle)], on: &canvas)
      }
      try canvas.text(
        entry.label, at: Point(x: left + Self.sampleLength + Self.sampleToText, y: baseline),
        style: TextStyle(measures.font))
    }
  }

  /// Matplotlib's place where it covers nothing, else the first of its nine that covers nothing, if any does.
  ///
  /// Matplotlib counts the middles of marks and lines; here their whole breadth counts.
  func freePlace(_ size: Size, in frame: Rect) -> Rect? {
    guard size.width + 2 * Self.margin <= frame.width, size.height + 2 * Self.margin <= frame.height else {
      return nil
    }
    let candidates = [place(size, in: frame)] + Self.candidates(size, in: frame)
    return candidates.first { box in
      !series.contains { $0.reaches(into: box.widened(by: Self.outline / 2)) }
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
