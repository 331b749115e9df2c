import TestSupport
import Testing
import TrackData

@Suite struct ScalingPropertyTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `scaled features have mean 0 and deviation 1, and come back`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let width = 1 + Int(generator.next() % 6)
    let rows = 2 + Int(generator.next() % 200)
    let features = (0..<rows * width).map { _ in Double.random(in: -1000...1000, using: &generator) }
    let scaling = StandardScaling(fitting: features, featureCount: width, rows: Array(0..<rows))
    let scaled = scaling.scaled(features)
    for feature in 0..<width {
      let column = (0..<rows).map { scaled[$0 * width + feature] }
      let mean = column.reduce(0, +) / Double(rows)
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows)
      // Sums of up to 200 terms of order 1 (rarely 10): some hundred roundings of 1.1e-16 each.
      #expect(mean.magnitude < 1e-12)
      #expect((variance - 1).magnitude < 1e-12)
    }
    for (back, feature) in zip(scaling.unscaled(scaled), features) {
      // Four roundings, each of half an ulp of at most about 2000.
      #expect((back - feature).magnitude <= 4 * (2000.0).ulp)
    }
  }
}
