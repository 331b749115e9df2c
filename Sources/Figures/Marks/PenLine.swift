/// A line drawn by a pen, with its markers on it.
struct PenLine {
  let pen: Pen
  /// In points from the top left; `nil` is a gap.
  let points: [Point?]
  /// How many markers there are at most, spread over the points.
  var markers = 9
  /// The place of this line among those beside it, so that their markers don't hide each other.
  var phase = 0.0

  /// The most points in one path: one of thousands of lines that cross is slow to turn into pixels.
  private static let pointsPerPath = 512
  static let markerRadius = 1.7

  func draw<C: Canvas>(on canvas: inout C) {
    for run in points.split(separator: nil) {
      let run = run.compactMap(\.self)
      if run.count == 1, pen.marker == nil {
        // A line through a single point would not show.
        canvas.fill(Marker.circle.path(at: run[0], radius: pen.width), with: pen.color)
      }
      for first in stride(from: 0, to: run.count - 1, by: Self.pointsPerPath) {
        var path = Path()
        path.move(to: run[first])
        for point in run[(first + 1)...min(first + Self.pointsPerPath, run.count - 1)] {
          path.line(to: point)
        }
        canvas.stroke(path, with: pen.stroke)
      }
    }
    drawMarkers(on: &canvas)
  }

  private func drawMarkers<C: Canvas>(on canvas: inout C) {
    guard let marker = pen.marker else { return }
    for point in marked { canvas.fill(marker.path(at: point, radius: Self.markerRadius), with: pen.color) }
  }

  /// Every point of a short line, else as many as fit, shifted by the phase; a point on its own always.
  private var marked: [Point] {
    let alone = points.indices.filter { index in
      points[index] != nil && (index == 0 || points[index - 1] == nil)
        && (index == points.count - 1 || points[index + 1] == nil)
    }
    var indices = Array(points.indices)
    if points.count > markers {
      let step = Double(points.count) / Double(markers)
      indices = (0..<markers).map { Int((Double($0) + 0.25 + 0.5 * phase) * step) }
    }
    return Set(indices + alone).sorted().compactMap { points[$0] }
  }
}
