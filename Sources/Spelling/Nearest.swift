/// The name that somebody who typed `word` most likely meant.
///
/// Distances are Levenshtein's (insertions, deletions, substitutions of Unicode scalars), blind to ASCII
/// case. A name further away than half its length, or than half the word's, is no suggestion.
///
/// - Returns: the nearest of `names`, the first of equals; `nil` when none is near.
public func nearestName(to word: String, in names: some Sequence<String>) -> String? {
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(scalars(of: word), scalars(of: name))
    let longest = max(word.unicodeScalars.count, name.unicodeScalars.count)
    guard 2 * distance <= longest, distance < best?.distance ?? .max else { continue }
    best = (name, distance)
  }
  return best?.name
}

private func scalars(of text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.map { $0.isASCII ? Unicode.Scalar(lowercase($0)) : $0 }
}

private func lowercase(_ scalar: Unicode.Scalar) -> UInt8 {
  let byte = UInt8(truncatingIfNeeded: scalar.value)
  return (65...90).contains(byte) ? byte + 32 : byte
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
      current.append(min(substitution, previous[j + 1] + 1, current[j] + 1))
    }
    previous = current
  }
  return previous[b.count]
}
