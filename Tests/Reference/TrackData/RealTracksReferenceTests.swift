import TestSupport
import Testing
import TrackData

/// The reader against pandas on the real tracks.
@Suite(.enabled(if: RealData.isGiven, Comment(rawValue: RealData.reason)))
struct RealTracksReferenceTests {
  struct File: Decodable {
    let rows: Int
    let columns: [String]
    let features: [String]
    let targetCounts: [String: Int]

    enum CodingKeys: String, CodingKey {
      case rows, columns, features
      case targetCounts = "target_counts"
    }
  }

  /// Measures of one column: `count`, `mean`, `std`, `min`, `25%`, `50%`, `75%`, `max`.
  typealias Description = [String: Double]

  struct Quantiles: Decodable {
    let levels: [Double]
    let disliked: [String: [Double]]
    let liked: [String: [Double]]
  }

  private func dataset() throws -> Dataset {
    try Dataset(
      table: DataTable(contentsOf: #require(RealData.path)), target: "target",
      classes: ["Disliked", "Liked"],
      dropping: ["key", "duration_ms", "mode", "song_title", "artist", "Unnamed: 0", "tempo"])
  }

  /// The feature's values in ascending order, of one class or of all.
  private func sorted(_ feature: String, of label: Int?, in dataset: Dataset) throws -> [Double] {
    let column = try #require(dataset.featureNames.firstIndex(of: feature))
    return (0..<dataset.rowCount).filter { label == nil || dataset.target[$0] == label }
      .map { dataset.features[$0 * dataset.featureCount + column] }.sorted()
  }

  /// NumPy's linear interpolation between order statistics.
  private func quantile(_ sorted: [Double], _ level: Double) -> Double {
    let place = level * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return sorted[index] }
    let step = place - Double(index)
    return sorted[index] * (1 - step) + sorted[index + 1] * step
  }

  @Test func `rows, columns, features and classes are those of pandas`() throws {
    let file = try Fixtures.bundled.decode(File.self, from: "data/file.json")
    let table = try DataTable(contentsOf: #require(RealData.path))
    let same = Conformance("data", "rows, columns, features and classes", .exact, .besideTheCSV)
    #expect(same.agrees("columns", table.columns == file.columns))
    #expect(same.agrees("rows", table.rowCount == file.rows))
    let dataset = try dataset()
    #expect(same.agrees("features", dataset.featureNames == file.features))
    for label in 0...1 {
      let count = dataset.target.count { $0 == label }
      #expect(same.agrees("class \(label)", count == file.targetCounts["\(label)"]))
    }
  }

  @Test func `every feature is described as by pandas`() throws {
    let expected = try Fixtures.bundled.decode(
      [String: [String: Description]].self, from: "data/describe.json")
    let dataset = try dataset()
    // pandas adds in another order: up to 2,017 roundings of 1.1e-16.
    let near = Conformance("data", "descriptions of features", .relative(1e-12), .besideTheCSV)
    for (name, label) in [("disliked", 0), ("liked", 1), ("overall", nil)] as [(String, Int?)] {
      let descriptions = try #require(expected[name])
      #expect(descriptions.count == dataset.featureCount)
      for (feature, description) in descriptions {
        let values = try sorted(feature, of: label, in: dataset)
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        let ours: Description = [
          "count": Double(values.count), "mean": mean, "std": variance.squareRoot(), "min": values[0],
          "25%": quantile(values, 0.25), "50%": quantile(values, 0.5), "75%": quantile(values, 0.75),
          "max": values[values.count - 1],
        ]
        #expect(ours.count == description.count)
        for (measure, value) in description {
          #expect(near.agrees("\(name) \(feature) \(measure)", try #require(ours[measure]), value))
        }
      }
    }
  }

  @Test func `quantiles are NumPy's`() throws {
    let expected = try Fixtures.bundled.decode(Quantiles.self, from: "data/quantiles.json")
    let dataset = try dataset()
    // NumPy interpolates from the nearer end; the two ways differ by a few roundings of the larger neighbour.
    let near = Conformance(
      "data", "quantiles of features", .either(relative: 1e-13, absolute: 1e-16), .besideTheCSV)
    for (label, quantiles) in [expected.disliked, expected.liked].enumerated() {
      for (feature, values) in quantiles {
        let sorted = try sorted(feature, of: label, in: dataset)
        for (level, value) in zip(expected.levels, values) {
          #expect(near.agrees("class \(label) \(feature) \(level)", quantile(sorted, level), value))
        }
      }
    }
  }

  struct Trajectory: Decodable {
    let scaling: Scaling
    struct Scaling: Decodable {
      let mean: [Double]
      let std: [Double]
    }
  }

  @Test func `the training rows are scaled as by NumPy`() throws {
    let fixtures = try #require(RealData.fixtures, "no reference folder beside the real tracks")
    let expected = try fixtures.decode(
      Trajectory.self, from: "keras_network/trajectory_standardised.json"
    ).scaling
    let dataset = try dataset()
    let split = try TrainTestSplit(rowCount: dataset.rowCount, seed: 0)
    let scaling = StandardScaling(fitting: dataset, rows: split.train)
    // NumPy adds in pairs, we in order: up to 1,512 roundings of 1.1e-16.
    let near = Conformance(
      "keras_network", "means and deviations that scale", .relative(1e-12), .besideTheCSV)
    #expect(near.agrees("means", scaling.means, expected.mean))
    #expect(near.agrees("deviations", scaling.scales, expected.std))
  }
}
