/// The values that Spotify's audio features can have, by their names there.
///
/// Source: Spotify Web API reference, "Get Track's Audio Features". Loudness is said to lie "typically" between
/// −60 and 0 dB; loud masters go a little above.
enum FeatureRange {
  /// The range of a column of that name, however it is capitalised; `nil` for others.
  static func of(_ column: String) -> ClosedRange<Double>? {
    switch column.lowercased().replacing(" ", with: "_") {
    case "acousticness", "danceability", "energy", "instrumentalness", "liveness", "speechiness", "valence",
      "mode":
      0...1
    case "loudness": -60...5
    // −1: no key was found.
    case "key": -1...11
    case "tempo": 0...300
    case "time_signature": 0...7
    // A day.
    case "duration_ms": 1...86_400_000
    default: nil
    }
  }
}
