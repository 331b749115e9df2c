/// What the columns that tell one song from another are called in the files that go about.
public enum SongColumns {
  public static let title = ["song_title", "title", "track_name", "Track Name", "name"]
  public static let artist = ["artist", "artists", "track_artist", "artist_name", "Artist Name(s)"]
}

extension DataTable {
  /// The index of the first of some names that the table has as a column.
  public func firstColumn(of names: [String]) -> Int? {
    for name in names {
      if let column = columns.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) { return column }
    }
    return nil
  }
}
