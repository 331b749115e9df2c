/// An SVG document as part of a page: without its prolog, and with identifiers that no other figure has.
struct InlineSVG {
  let text: String

  /// - Parameters:
  ///   - document: a whole SVG file.
  ///   - name: what is put before each identifier.
  init(_ document: [UInt8], name: String) {
    let text = String(decoding: document, as: UTF8.self)
    let start = text.range(of: "<svg")?.lowerBound ?? text.startIndex
    var result = ""
    var rest = text[start...]
    // Only tags hold identifiers and references to them: text between tags is a reader's, whatever it looks like.
    while let open = rest.firstIndex(of: "<") {
      let close = Self.end(ofTagIn: rest[open...])
      result += rest[..<open]
      result += rest[open..<close].replacing(" id=\"", with: " id=\"\(name)-")
        .replacing("href=\"#", with: "href=\"#\(name)-").replacing("url(#", with: "url(#\(name)-")
      rest = rest[close...]
    }
    self.text = result + rest
  }

  /// Behind the `>` that closes the tag which the text begins with; one in quotes closes none.
  private static func end(ofTagIn text: Substring) -> Substring.Index {
    var quote: Character?
    for index in text.indices {
      switch text[index] {
      case "\"", "'": if quote == nil { quote = text[index] } else if quote == text[index] { quote = nil }
      case ">" where quote == nil: return text.index(after: index)
      default: break
      }
    }
    return text.endIndex
  }
}
