import Foundation
import TrackData

extension Curation {
  /// What to say of the rows that cannot be scored; `nil` where all are.
  public var skippedWarning: String? {
    skipped.map { count, first in
      "\(count) of \(table.rowCount) rows cannot be scored and \(count == 1 ? "is" : "are") skipped; the first fault: \(first)"
    }
  }

  /// The tracks as a table for people: rank, probability, title and artist where the file has them, row.
  public var text: String {
    let named = [("title", SongColumns.title), ("artist", SongColumns.artist)].compactMap { header, names in
      table.firstColumn(of: names).map { (header: header, column: $0) }
    }
    var text = TextTable(
      [.init(header: "rank", isNumeric: true), .init(header: "probability", isNumeric: true)]
        + named.map { .init(header: $0.header) } + [.init(header: "row", isNumeric: true)])
    for (place, track) in tracks.enumerated() {
      text.rows.append(
        ["\(place + 1)", String(format: "%.3f", track.probability)]
          + named.map { table.text(row: track.row, column: $0.column) } + ["\(track.row)"])
    }
    return text.text
  }

  /// Gives the tracks out as CSV, for programs.
  ///
  /// The columns are `rank,probability,row` and all of the file that are no features and not called so too, their
  /// cells as they are written there. Probabilities are the shortest decimals that read back to the same `Float`.
  ///
  /// - Parameter write: is given the text piece by piece.
  /// - Throws: what `write` throws.
  public func writeCSV(_ write: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let ours = ["rank", "probability", "row"]
    let taken = ours + model.features
    let others = table.columns.indices.filter { column in
      !taken.contains { $0.utf8.elementsEqual(table.columns[column].utf8) }
    }
    var text = Array((ours + others.map(table.headerField)).joined(separator: ",").utf8)
    text.append(UInt8(ascii: "\n"))
    for (place, track) in tracks.enumerated() {
      text += "\(place + 1),\(track.probability),\(track.row)".utf8
      table.append(row: track.row, columns: others, to: &text)
      text.append(UInt8(ascii: "\n"))
      if text.count > 1 << 20 {
        try write(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try write(text)
  }
}
