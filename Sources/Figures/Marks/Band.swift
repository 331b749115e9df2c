/// The range that a number keeps to over many trainings, epoch by epoch.
public struct Band: Sendable, Hashable {
  /// The lower and upper end at each epoch, from epoch 1; NaN where there is none.
  public let low: [Double]
  public let high: [Double]

  public init(low: [Double], high: [Double]) {
    self.low = low
    self.high = high
  }

  /// The outlines of the band's pieces on the page: forth along the lower ends, back along the upper ones.
  func paths(x: LinearScale, y: LinearScale, epochs: Int) -> [Path] {
    let count = min(low.count, high.count, epochs)
    let drawn = (0..<count).map { low[$0].isNaN || high[$0].isNaN ? nil : $0 }
    return drawn.split(separator: nil).compactMap { piece in
      let indices = piece.compactMap(\.self)
      guard indices.count > 1 else { return nil }
      func point(_ index: Int, _ value: Double) -> Point {
        Point(x: x.position(of: Double(index + 1)), y: y.position(of: value))
      }
      let outline = indices.map { point($0, low[$0]) } + indices.reversed().map { point($0, high[$0]) }
      var path = Path()
      path.move(to: outline[0])
      for corner in outline.dropFirst() { path.line(to: corner) }
      path.close()
      return path
    }
  }
}
