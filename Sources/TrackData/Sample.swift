/// An invented data set in the shape of the real one, for where that is not at hand.
///
/// Within each class the columns have the distributions of the real tracks, and those that networks learn from
/// have their rank correlations; titles and artists are made up. The same seed gives the same bytes everywhere.
public enum Sample {
  /// The number of rows of the real data set.
  public static let rowCount = SampleFacts.likedRows + SampleFacts.dislikedRows
  /// The seed of the sample that reports are made from.
  public static let seed: UInt64 = 2017

  /// What every invented title ends with, so that rows say what they are wherever they go: into another file, a
  /// part of it, or a table of another order.
  public static let mark = " (synthetic)"

  /// Whether all rows of a table bear the mark in one of the columns that titles stand in.
  public static func isMarked(_ table: DataTable) -> Bool {
    guard table.rowCount > 0, let column = table.firstColumn(of: SongColumns.title) else { return false }
    return (0..<table.rowCount).allSatisfy { table.text(row: $0, column: column).hasSuffix(mark) }
  }

  /// The sample as a CSV file: a header, then liked rows, then disliked ones, in the proportions of the real data.
  ///
  /// - Parameter rows: at least 2, so that each class has one.
  public static func csv(rows: Int = rowCount, seed: UInt64 = seed) -> [UInt8] {
    precondition(rows >= 2, "expected at least 2 rows, one of each class, received \(rows)")
    var generator = MT19937(seed: [UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)])
    let liked = (rows * SampleFacts.likedRows + rowCount / 2) / rowCount
    var artists = ArtistDeck()
    var lines: [String] = [header]
    for (facts, target, count) in [(SampleFacts.liked, 1, liked), (SampleFacts.disliked, 0, rows - liked)] {
      for track in tracks(of: facts, count: count, &generator) {
        let row = lines.count - 1
        let title = InventedNames.title(row: row, &generator) + mark
        let artist = InventedNames.artist(artists.deal(&generator))
        lines.append("\(row),\(track),\(target),\(CSVCell.written(title)),\(CSVCell.written(artist))")
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static let header =
    ",acousticness,danceability,duration_ms,energy,instrumentalness,key,liveness,loudness,mode,"
    + "speechiness,tempo,time_signature,valence,target,song_title,artist"

  /// The numbers of so many tracks of one class, as they stand in their lines.
  private static func tracks(
    of facts: SampleFacts, count: Int, _ generator: inout MT19937
  ) -> [String] {
    let copula = GaussianCopula(rankCorrelations: facts.rankCorrelations, marginals: facts.correlated)
    let levels = copula.levels(rows: count, &generator)
    let correlated = zip(facts.correlated, levels).map { marginal, levels in levels.map(marginal.value) }
    let independent = facts.independent.map { marginal in
      generator.permutation(count).map { marginal.value(at: (Double($0) + 0.5) / Double(count)) }
    }
    return (0..<count).map { row in
      let value = correlated.map { $0[row] }
      let other = independent.map { $0[row] }
      let cells: [any CustomStringConvertible] = [
        significant(value[0]), significant(value[1]), Int(other[0].rounded()), significant(value[2]),
        significant(value[3]), Int(other[1]), significant(value[4]), thousandths(value[5]), Int(other[2]),
        significant(value[6]), thousandths(other[3]), value[7], significant(value[8]),
      ]
      return cells.map(\.description).joined(separator: ",")
    }
  }

  /// A share as Spotify gives it, with three significant digits.
  private static func significant(_ value: Double) -> Double {
    if value == 0 { return 0 }
    var scale = 1.0
    while value * scale < 100 { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  /// Decibels or beats a minute, with three decimals.
  private static func thousandths(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

/// Artists as often as in the real data, in random order: a deck of cards, a card a song.
private struct ArtistDeck {
  private var cards: [Int] = []
  private var artists = 0

  /// The artist of the next song; once the deck is through, it is dealt again with artists not yet seen.
  mutating func deal(_ generator: inout MT19937) -> Int {
    if cards.isEmpty {
      for (songs, count) in SampleFacts.songsPerArtist {
        for _ in 0..<count {
          cards += Array(repeating: artists, count: songs)
          artists += 1
        }
      }
      generator.shuffle(&cards)
    }
    return cards.removeLast()
  }
}
