/// What is known of the tracks of one class, from which a sample is drawn: facts, no rows.
///
/// They describe the 2017 Spotify data set of George McIntire (Kaggle, `geomack/spotifyclassification`) as
/// pandas 3.1.1, NumPy 2.4.6 and SciPy 1.17.1 measured it: quantiles by `numpy.quantile`, to six digits;
/// counts by `value_counts`; rank correlations by `scipy.stats.spearmanr`, to four decimals.
struct SampleFacts: Sendable {
  let acousticness: Marginal
  let danceability: Marginal
  /// In milliseconds.
  let duration: Marginal
  let energy: Marginal
  let instrumentalness: Marginal
  let key: Marginal
  let liveness: Marginal
  let loudness: Marginal
  let mode: Marginal
  let speechiness: Marginal
  let tempo: Marginal
  let timeSignature: Marginal
  let valence: Marginal
  /// Spearman's rank correlations of `correlated`, row by row.
  let rankCorrelations: [[Double]]

  /// The columns that hang together, in the order of `rankCorrelations`.
  var correlated: [Marginal] {
    [
      acousticness, danceability, energy, instrumentalness, liveness, loudness, speechiness, timeSignature,
      valence,
    ]
  }

  /// The columns that are drawn by themselves.
  var independent: [Marginal] { [duration, key, mode, tempo] }

  /// The numbers of rows in each class.
  static let likedRows = 1020
  static let dislikedRows = 997

  /// How many artists have so many songs each.
  static let songsPerArtist: [(songs: Int, artists: Int)] = [
    (1, 1002), (2, 210), (3, 58), (4, 28), (5, 19), (6, 7), (7, 3), (8, 9), (9, 2), (10, 2), (12, 1), (13, 1),
    (16, 1),
  ]

  /// The shares of a class that lie below the quantiles.
  static let levels: [Double] = [
    0, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.275, 0.3, 0.325, 0.35,
    0.375, 0.4, 0.425, 0.45, 0.475, 0.5, 0.525, 0.55, 0.575, 0.6, 0.625, 0.65, 0.675, 0.7, 0.725, 0.75, 0.775,
    0.8, 0.825, 0.85, 0.875, 0.9, 0.925, 0.95, 0.975, 0.99, 0.995, 1,
  ]

  /// How one column is distributed.
  enum Marginal: Sendable {
    /// The values at `levels`, straight lines between them.
    case quantiles([Double])
    /// The few values that come up, ascending, and how often.
    case counts([(value: Double, count: Int)])

    /// The value below which the share `level` of the class lies, `level` in `0..<1`.
    func value(at level: Double) -> Double {
      switch self {
      case .quantiles(let values):
        let upper = SampleFacts.levels.firstIndex { $0 > level } ?? values.count - 1
        let (low, high) = (SampleFacts.levels[upper - 1], SampleFacts.levels[upper])
        return values[upper - 1] + (values[upper] - values[upper - 1]) * (level - low) / (high - low)
      case .counts(let counts):
        var left = level * Double(counts.reduce(0) { $0 + $1.count })
        for (value, count) in counts.dropLast() {
          left -= Double(count)
          if left < 0 { return value }
        }
        return counts[counts.count - 1].value
      }
    }
  }
}
