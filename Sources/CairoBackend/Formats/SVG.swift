import Figures

/// An SVG document made fit to be compared and read aloud.
struct SVGDocument {
  private(set) var text: String

  /// Cairo's document with its identifiers counted from 0 and the figure's title and description in it.
  ///
  /// Cairo counts surfaces over the life of the process; files would differ by what was drawn before.
  init(_ bytes: [UInt8], of figure: some Figure) {
    text = Self.renumbered(String(decoding: bytes, as: UTF8.self))
    guard let tag = text.range(of: "<svg"), let end = text[tag.upperBound...].firstIndex(of: ">") else {
      return
    }
    let title = "\n<title>\(Self.escaped(figure.title))</title>"
    let description = "\n<desc>\(Self.escaped(figure.summary))</desc>"
    text.insert(contentsOf: title + description, at: text.index(after: end))
    text.insert(contentsOf: " role=\"img\"", at: end)
  }

  /// Names every identifier by its letters and its place among all of the document.
  private static func renumbered(_ text: String) -> String {
    var names: [Substring: String] = [:]
    for match in text.matches(of: #/\sid="([A-Za-z]+)([^"]*)"/#) {
      let id = match.1.base[match.1.startIndex..<match.2.endIndex]
      if names[id] == nil { names[id] = "\(match.1)\(names.count)" }
    }
    // References are href="#id" and url(#id).
    return text.replacing(#/(?<lead>\sid="|"#|\(#)(?<id>[A-Za-z][^")]*)/#) { match in
      "\(match.lead)\(names[match.id] ?? String(match.id))"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.withSpacesForControls.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
      ">", with: "&gt;")
  }
}
