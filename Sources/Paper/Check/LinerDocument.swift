/// A LaTeX document that takes numbers by `\liner{key}`.
struct LinerDocument {
  /// The keys it asks for, each with file, line and column.
  let keys: [Claim.Key]

  /// - Throws: `noInput` where there is no such file; `badData` where it is no UTF-8.
  init(readingFrom path: String) throws(Failure) {
    self.init(try Files.readText(path), file: path)
  }

  /// - Parameter file: what messages call the document.
  init(_ text: String, file: String) {
    var keys: [Claim.Key] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      for match in Self.withoutComment(line).matches(of: /\\liner\{([^{}]*)\}/) {
        let column = line.unicodeScalars.distance(from: line.startIndex, to: match.range.lowerBound) + 1
        keys.append(Claim.Key(name: String(match.output.1), place: "\(file):\(number + 1):\(column)"))
      }
    }
    self.keys = keys
  }

  /// The line up to a `%` that no backslash takes its meaning.
  private static func withoutComment(_ line: Substring) -> Substring {
    var isEscaped = false
    for place in line.indices {
      if line[place] == "%" && !isEscaped { return line[..<place] }
      isEscaped = line[place] == "\\" && !isEscaped
    }
    return line
  }
}
