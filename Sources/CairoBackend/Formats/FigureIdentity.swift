import CPangoCairo
import Figures

/// What a file says of the figure in it, to people and to programs.
struct FigureIdentity: Sendable {
  let title: String
  let summary: String
  /// The SHA-256 of the figure's data as CSV: two files of one hash show the same numbers.
  let data: String

  init(_ figure: some Figure) {
    title = figure.title.withSpacesForControls
    summary = figure.summary.withSpacesForControls
    let csv = Array(figure.data.csv.utf8)
    let digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, csv, gsize(csv.count))
    defer { g_free(digest) }
    data = "sha256:" + (digest.map { String(cString: $0) } ?? "")
  }
}
