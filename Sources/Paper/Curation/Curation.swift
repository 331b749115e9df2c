import NeuralNetwork
import TrackData

/// Tracks ranked by the probability that the listener likes them.
public struct Curation: Sendable {
  /// One track in its place.
  public struct Track: Sendable, Equatable {
    /// Its row in the file, from 0 on.
    public let row: Int
    public let probability: Float
  }

  public let table: DataTable
  /// What the network saw, and the class whose probability it gave.
  public let model: SavedModel
  /// The most probable first; of equally probable ones the first of the file.
  public let tracks: [Track]
  /// How many rows cannot be scored, and what is wrong with the first of them.
  public let skipped: (count: Int, first: DataError)?

  /// Ranks the tracks of a table.
  ///
  /// Rows in which a feature is missing, no number, or so far out that the network
  /// answers no number are skipped and counted.
  ///
  /// - Parameters:
  ///   - table: it needs the model's features, under their names; other columns may be there or not.
  ///   - top: how many tracks are wanted; `nil` for all.
  /// - Throws: `badData`, with line and column, where a column is missing or no row can be scored.
  public init(of table: DataTable, by model: SavedModel, top: Int? = nil) throws(Failure) {
    var ranking = Ranking(keeping: min(top ?? table.rowCount, table.rowCount))
    var count = 0
    var first: DataError?
    do throws(DataError) {
      // In chunks, so that the numbers of a million tracks are never all in memory at once.
      for start in stride(from: 0, to: table.rowCount, by: Self.chunk) {
        let rows = start..<min(start + Self.chunk, table.rowCount)
        let (probabilities, fault) = try model.probabilities(of: table, rows: rows)
        first = first ?? fault
        count += ranking.add(probabilities, from: start)
      }
      if let first, count == table.rowCount { throw first }
    } catch {
      throw Failure(error)
    }
    self.table = table
    self.model = model
    tracks = ranking.best
    skipped = first.map { (count, $0) }
  }

  private static let chunk = 1 << 14
}

extension SavedModel {
  /// The probability of class 1 of some rows, bit for bit as training finds it for the same features; NaN for rows
  /// that cannot be scored, and what is wrong with the first of them.
  func probabilities(
    of table: DataTable, rows: Range<Int>
  ) throws(DataError) -> (probabilities: [Float], fault: DataError?) {
    do throws(DataError) {
      return try scored(try Dataset.features(of: table, named: self.features, rows: rows), of: table, rows)
    } catch {
      guard error.line != nil else { throw error }
      let features = try Dataset.featuresWithGaps(of: table, named: self.features, rows: rows)
      return (try scored(features, of: table, rows).probabilities, error)
    }
  }

  private func scored(
    _ features: [Double], of table: DataTable, _ rows: Range<Int>
  ) throws(DataError) -> (probabilities: [Float], fault: DataError?) {
    let scaled = (scaling?.scaled(features) ?? features).map(Float.init)
    let width = self.features.count
    var probabilities = network.predict(Matrix(rows: rows.count, columns: width, values: scaled))
    // Infinity comes in where a number is beyond single precision; the network may well answer 1 to it.
    if !scaled.allSatisfy(\.isFinite) {
      for place in probabilities.indices
      where !scaled[place * width..<(place + 1) * width].allSatisfy(\.isFinite) {
        probabilities[place] = .nan
      }
    }
    let fault = probabilities.firstIndex(where: \.isNaN).map { place in
      let inputs = (0..<width).map { abs(scaled[place * width + $0]) }
      let farthest = inputs.firstIndex { !$0.isFinite } ?? inputs.indices.max { inputs[$0] < inputs[$1] }
      return outOfReach(table, row: rows.lowerBound + place, feature: farthest ?? 0)
    }
    return (probabilities, fault)
  }

  private func outOfReach(_ table: DataTable, row: Int, feature: Int) -> DataError {
    let column = table.firstColumn(of: [features[feature]]) ?? 0
    return table.fault(row: row, column: column) { .outOfReach(column: $0, received: $1) }
  }
}

/// The best of many tracks, without sorting those that are out of the race.
private struct Ranking {
  /// How many are wanted.
  private let count: Int
  /// The candidates, a number each that sorts as they rank: the probability's bits turned over, then the row.
  private var keys: [UInt64] = []
  /// A key must be below this to be among the best.
  private var limit = UInt64.max

  init(keeping count: Int) { self.count = count }

  /// Adds rows and answers how many have no probability.
  mutating func add(_ probabilities: [Float], from firstRow: Int) -> Int {
    var skipped = 0
    for (place, probability) in probabilities.enumerated() {
      if probability.isNaN {
        skipped += 1
        continue
      }
      // The bits of floats from 0 to 1 are in the order of the floats.
      let key = UInt64(~probability.bitPattern) << 32 | UInt64(firstRow + place)
      if key < limit { keys.append(key) }
    }
    // Twice as many as are wanted: each sort then serves as many new candidates as it keeps old ones.
    if keys.count > 2 * count { cut() }
    return skipped
  }

  private mutating func cut() {
    keys.sort()
    keys.removeSubrange(min(count, keys.count)...)
    if keys.count == count, let last = keys.last { limit = last }
  }

  var best: [Curation.Track] {
    var ranking = self
    ranking.cut()
    return ranking.keys.map { key in
      Curation.Track(
        row: Int(key & 0xFFFF_FFFF), probability: Float(bitPattern: ~UInt32(truncatingIfNeeded: key >> 32)))
    }
  }
}
