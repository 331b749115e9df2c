import Foundation
import Testing
import TrackData

@Suite struct StandardScalingTests {
  /// Four rows of three features: 1, 2, 3 and a stranger; a constant; one that only rounding moves.
  private let features: [Double] = [1, 5, 0.1, 2, 5, 0.1, 3, 5, 0.1, 100, 9, 7]

  @Test func `it measures the rows it is given and no others`() {
    let scaling = StandardScaling(fitting: features, featureCount: 3, rows: [0, 1, 2])
    #expect(scaling.means[0] == 2)
    #expect(scaling.scales[0] == (2.0 / 3).squareRoot())
  }

  @Test func `a constant feature is divided by one`() {
    let scaling = StandardScaling(fitting: features, featureCount: 3, rows: [0, 1, 2])
    #expect(scaling.scales[1] == 1)
    // Three times 0.1 over three is not 0.1 in doubles; the variance that leaves is not one.
    #expect(scaling.scales[2] == 1)
    #expect(scaling.scaled([2, 5, 0.1])[1] == 0)
  }

  @Test func `one row is constant`() {
    #expect(StandardScaling(fitting: features, featureCount: 3, rows: [3]).scales == [1, 1, 1])
  }

  @Test func `a row given twice counts twice`() {
    #expect(StandardScaling(fitting: [0, 3], featureCount: 1, rows: [0, 1, 1]).means == [2])
  }

  @Test func `it survives JSON to the bit`() throws {
    let scaling = StandardScaling(fitting: features, featureCount: 3, rows: [0, 1, 3])
    let copy = try JSONDecoder().decode(StandardScaling.self, from: JSONEncoder().encode(scaling))
    #expect(copy == scaling)
  }
}
