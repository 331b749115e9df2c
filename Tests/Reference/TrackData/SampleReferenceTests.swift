import TestSupport
import Testing

@testable import TrackData

/// The sample against the facts of the real tracks that it is drawn from.
@Suite struct SampleReferenceTests {
  struct Marginals: Decodable {
    let levels: [Double]
    let quantiles: [String: [String: [Double]]]
    let counts: [String: [String: [String: Int]]]
    let songsPerArtist: [String: Int]

    enum CodingKeys: String, CodingKey {
      case levels, quantiles, counts
      case songsPerArtist = "songs_per_artist"
    }
  }

  struct RankCorrelations: Decodable {
    let features: [String]
    let disliked: [[Double]]
    let liked: [[Double]]
  }

  private let marginals: Marginals
  private let rankCorrelations: RankCorrelations
  private let table: DataTable

  init() throws {
    marginals = try Fixtures.bundled.decode(Marginals.self, from: "data/marginals.json")
    rankCorrelations = try Fixtures.bundled.decode(RankCorrelations.self, from: "data/spearman.json")
    table = try DataTable(csv: Sample.csv(), file: "sample.csv")
  }

  /// A column of the rows of one class.
  private func values(
    _ column: String, of name: String, in table: DataTable? = nil
  ) throws -> [Double] {
    let table = table ?? self.table
    let target = try table.numbers(in: "target")
    let wanted: Double = name == "liked" ? 1 : 0
    return zip(try table.numbers(in: column), target).filter { $1 == wanted }.map(\.0)
  }

  /// 1,000 rows of a class have standard errors of about 0.03, of which the worst of 72 pairs is some three off;
  /// ten times the rows have 0.01, and show whether the correlations are drawn as they should be.
  @Test(arguments: [(2017, 0.10), (20_170, 0.04)])
  func `rank correlations within each class are those of the real tracks`(_ rows: Int, _ error: Double) throws
  {
    let table = try DataTable(csv: Sample.csv(rows: rows), file: "sample.csv")
    let near = Conformance(
      "data", "rank correlations of the sample's features, \(rows) rows", .absolute(error))
    for (name, expected) in [("disliked", rankCorrelations.disliked), ("liked", rankCorrelations.liked)] {
      let ranks = try rankCorrelations.features.map { meanRanks(try values($0, of: name, in: table)) }
      for first in ranks.indices {
        for second in 0..<first {
          let pair = "\(name) \(rankCorrelations.features[first]) \(rankCorrelations.features[second])"
          let ours = correlation(ranks[first], ranks[second])
          #expect(near.agrees(pair, ours, expected[first][second]))
        }
      }
    }
  }

  @Test func `quantiles lie within the sampling error of the real ones`() throws {
    let sample = Conformance(
      "data", "quantiles of the sample's columns", .bound("4 standard errors and a row"))
    for name in ["disliked", "liked"] {
      let quantiles = try #require(marginals.quantiles[name])
      #expect(quantiles.count == 11)
      for (column, expected) in quantiles {
        let sorted = try values(column, of: name).sorted()
        for (level, value) in zip(marginals.levels, expected) {
          // The share of rows below the true quantile is binomial; four standard errors, and one row for the step.
          let error = 4 * (level * (1 - level) / Double(sorted.count)).squareRoot() + 1 / Double(sorted.count)
          // Cells have three digits or decimals, so a row may lie half a unit of them on the other side.
          let rounding = column == "duration_ms" ? 0.5 : max(0.0005, 0.005 * value.magnitude)
          let below = Double(sorted.count { $0 < value - rounding }) / Double(sorted.count)
          let upTo = Double(sorted.count { $0 <= value + rounding }) / Double(sorted.count)
          let share = max(below - level, level - upTo, 0) / error
          #expect(sample.holds("\(name) \(column) \(level)", using: share))
        }
      }
    }
  }

  @Test func `keys, modes and time signatures come up as often as in the original`() throws {
    let same = Conformance("data", "counts in the sample", .exact)
    for name in ["disliked", "liked"] {
      for (column, expected) in try #require(marginals.counts[name]) {
        let counts = Dictionary(try values(column, of: name).map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counts.count == expected.count, "\(name) \(column)")
        for (value, count) in expected {
          let isSame = counts[try #require(Double(value))] == count
          #expect(same.agrees("\(name) \(column) \(value)", isSame))
        }
      }
    }
  }

  @Test func `artists are repeated as often as in the original`() throws {
    let songs = Dictionary(try table.text(in: "artist").map { ($0, 1) }, uniquingKeysWith: +)
    let artists = Dictionary(songs.values.map { ("\($0)", 1) }, uniquingKeysWith: +)
    let same = Conformance("data", "counts in the sample", .exact)
    #expect(same.agrees("artists", artists == marginals.songsPerArtist))
  }

  @Test func `the facts are those of the fixtures`() throws {
    #expect(SampleFacts.levels == marginals.levels)
    let songs = SampleFacts.songsPerArtist.map { ("\($0.songs)", $0.artists) }
    #expect(Dictionary(uniqueKeysWithValues: songs) == marginals.songsPerArtist)
    let classes = [
      ("disliked", SampleFacts.disliked, rankCorrelations.disliked),
      ("liked", SampleFacts.liked, rankCorrelations.liked),
    ]
    for (name, facts, correlations) in classes {
      for (ours, theirs) in zip(facts.rankCorrelations.joined(), correlations.joined()) {
        // Four decimals are kept.
        #expect((ours - theirs).magnitude <= 0.5e-4)
      }
      let columns = rankCorrelations.features + ["duration_ms", "key", "mode", "tempo"]
      #expect(columns.count == facts.correlated.count + facts.independent.count)
      for (column, marginal) in zip(columns, facts.correlated + facts.independent) {
        switch marginal {
        case .quantiles(let ours):
          let theirs = try #require(marginals.quantiles[name]?[column])
          #expect(ours.count == theirs.count)
          // Six digits are kept.
          for (x, y) in zip(ours, theirs) {
            #expect((x - y).magnitude <= 5e-6 * y.magnitude, "\(name) \(column)")
          }
        case .counts(let ours):
          let theirs = try #require(marginals.counts[name]?[column])
          #expect(ours.map(\.value) == theirs.keys.compactMap { Double($0) }.sorted())
          #expect(ours.reduce(0) { $0 + $1.count } == theirs.values.reduce(0, +))
        }
      }
    }
  }
}

/// Ranks from 0; equal values share the mean of theirs.
private func meanRanks(_ values: [Double]) -> [Double] {
  let sorted = values.sorted()
  let ranks = Dictionary(grouping: sorted.indices) { sorted[$0] }
    .mapValues { Double($0.reduce(0, +)) / Double($0.count) }
  return values.compactMap { ranks[$0] }
}

private func correlation(_ x: [Double], _ y: [Double]) -> Double {
  let meanX = x.reduce(0, +) / Double(x.count)
  let meanY = y.reduce(0, +) / Double(y.count)
  let xx = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  let yy = y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
  let xy = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
  return xy / (xx * yy).squareRoot()
}
