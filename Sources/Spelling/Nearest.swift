/// The name that is likely meant by a misspelt one, if one is near enough.
///
/// Near enough is at most a third of the name's bytes inserted, removed or replaced, two for short names.
///
/// - Returns: the closest of `names`, of equally close ones the first; `nil` where none is near.
public func nearestName(to name: String, in names: some Sequence<String>) -> String? {
  let bytes = Array(name.utf8)
  var best: String?
  var limit = min(max(2, bytes.count / 3), bytes.count - 1) + 1
  for candidate in names {
    let distance = editDistance(bytes, Array(candidate.utf8))
    if distance < limit { (best, limit) = (candidate, distance) }
  }
  return best
}

/// Levenshtein's distance, one row of its table at a time (Wagner and Fischer 1974,
/// doi:10.1145/321796.321811).
func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let replaced = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
