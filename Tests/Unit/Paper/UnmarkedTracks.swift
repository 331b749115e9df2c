import TrackData

/// Invented tracks that say nothing of it, as tracks of somebody's own.
enum UnmarkedTracks {
  static let csv = Array(
    String(decoding: Sample.csv(rows: 60), as: UTF8.self).replacing(Sample.mark, with: "").utf8)
}
