/// Counts over neighbouring ranges, as bars that touch.
struct Bars {
  /// One more than `counts`, rising.
  let edges: [Double]
  let counts: [Int]

  /// The limits of an axis of counts with a little room over the highest bar.
  static func limits(of counts: some Sequence<Int>) -> Limits {
    Limits(0, max(Double(counts.max() ?? 0), 1) * 1.08)
  }

  func draw<C: Canvas>(_ color: Color, x: LinearScale, y: LinearScale, on canvas: inout C) {
    for (index, count) in counts.enumerated() where count > 0 {
      let bar = Rect(
        left: x.position(of: edges[index]), top: y.position(of: Double(count)),
        right: x.position(of: edges[index + 1]), bottom: y.start)
      Self.draw(bar, color, on: &canvas)
    }
  }

  /// Draws one bar: pale, so that what lies on it can be seen, in an outline that stands out from white.
  static func draw<C: Canvas>(_ bar: Rect, _ color: Color, on canvas: inout C) {
    canvas.fill(Path(bar), with: color.with(alpha: 0.55))
    canvas.stroke(Path(bar), with: Stroke(color, width: 0.5))
  }

  /// How many of the values lie in each range; the last holds its upper end.
  ///
  /// Ranges are those of a locator's ticks, so that edges are round numbers.
  init(of values: [Double], bins: Int) {
    let limits = Limits(values.min() ?? 0, values.max() ?? 1).widened(by: 0.05)
    let edges = MaxNLocator(bins: bins).positions(over: limits)
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for value in values {
      let bin = edges.lastIndex { $0 <= value } ?? 0
      counts[min(bin, counts.count - 1)] += 1
    }
    self.edges = edges
    self.counts = counts
  }

  init(edges: [Double], counts: [Int]) {
    self.edges = edges
    self.counts = counts
  }
}
