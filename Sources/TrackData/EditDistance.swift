/// The candidate that takes the fewest insertions, deletions and substitutions to write instead of `name`; the
/// first of several.
///
/// - Parameter candidates: at least one.
func nearest(to name: String, among candidates: [String]) -> String {
  precondition(!candidates.isEmpty, "expected candidates to choose from, received none")
  var best = (name: candidates[0], distance: editDistance(name, candidates[0]))
  for candidate in candidates.dropFirst() {
    let distance = editDistance(name, candidate)
    if distance < best.distance { best = (candidate, distance) }
  }
  return best.name
}

/// Levenshtein's distance in Unicode scalars, one row of its table at a time (Wagner and Fischer 1974,
/// doi:10.1145/321796.321811).
func editDistance(_ a: String, _ b: String) -> Int {
  let b = Array(b.unicodeScalars)
  var row = Array(0...b.count)
  for (i, x) in a.unicodeScalars.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let substituted = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
