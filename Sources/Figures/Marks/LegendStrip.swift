/// The names of what a figure shows, in rows above its frames, where they can't hide any of it.
struct LegendStrip {
  struct Entry {
    let sample: Sample
    let label: String
  }

  /// How an entry looks in the figure.
  enum Sample {
    case line(Pen)
    case upright(Stroke)
    case patch(Color)
    case dot(Color)
  }

  let entries: [Entry]
  let measures: Measures

  private static let sampleLength = 18.0
  private static let sampleToText = 4.0
  private static let entrySpacing = 12.0
  private static let rowSpacing = 1.0

  private struct Placed {
    let sample: Sample
    let label: String
    /// From the left end of the strip.
    let left: Double
    let row: Int
  }

  /// The entries in their order, as many in a row as there is width for.
  private func place<C: Canvas>(in width: Double, on canvas: C) throws(C.Failure) -> [Placed] {
    let indent = Self.sampleLength + Self.sampleToText
    var placed: [Placed] = []
    var (left, row) = (0.0, 0)
    for entry in entries {
      let label = try canvas.shortened(entry.label, in: measures.font, to: width - indent)
      let room = indent + (try canvas.measure(label, in: measures.font).width)
      if left > 0 && left + room > width { (left, row) = (0, row + 1) }
      placed.append(Placed(sample: entry.sample, label: label, left: left, row: row))
      left += room + Self.entrySpacing
    }
    return placed
  }

  /// The height of the strip with the space below it; 0 without entries.
  func height<C: Canvas>(in width: Double, on canvas: C) throws(C.Failure) -> Double {
    guard let last = try place(in: width, on: canvas).last else { return 0 }
    let line = try canvas.measure("", in: measures.font).height
    return Double(last.row + 1) * (line + Self.rowSpacing) + measures.clearance
  }

  /// Draws the strip with its upper left corner at a point.
  func draw<C: Canvas>(
    on canvas: inout C, at corner: Point, width: Double
  ) throws(C.Failure) {
    let line = try canvas.measure("", in: measures.font)
    for entry in try place(in: width, on: canvas) {
      let left = corner.x + entry.left
      let top = corner.y + Double(entry.row) * (line.height + Self.rowSpacing)
      // Samples stand level with lower-case letters.
      let middle = top + line.ascent - 0.28 * measures.font.size
      draw(entry.sample, from: left, at: middle, on: &canvas)
      try canvas.text(
        entry.label, at: Point(x: left + Self.sampleLength + Self.sampleToText, y: top + line.ascent),
        style: TextStyle(measures.font))
    }
  }

  private func draw<C: Canvas>(
    _ sample: Sample, from left: Double, at middle: Double, on canvas: inout C
  ) {
    let right = left + Self.sampleLength
    let center = (left + right) / 2
    switch sample {
    case .line(let pen):
      let (start, end) = (Point(x: left, y: middle), Point(x: right, y: middle))
      canvas.stroke(Path(from: start, to: end), with: pen.stroke)
      if let marker = pen.marker {
        let path = marker.path(at: Point(x: center, y: middle), radius: PenLine.markerRadius)
        canvas.fill(path, with: pen.color)
      }
    case .upright(let stroke):
      let reach = 0.4 * measures.font.size
      canvas.stroke(
        Path(from: Point(x: center, y: middle - reach), to: Point(x: center, y: middle + reach)),
        with: stroke)
    case .dot(let color):
      let radius = 0.2 * measures.font.size
      canvas.fill(Marker.circle.path(at: Point(x: center, y: middle), radius: radius), with: color)
    case .patch(let color):
      let reach = 0.3 * measures.font.size
      canvas.fill(
        Path(Rect(left: left, top: middle - reach, right: right, bottom: middle + reach)), with: color)
    }
  }
}
