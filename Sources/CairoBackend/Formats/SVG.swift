import Foundation

/// An SVG document made fit to be compared and read aloud.
struct SVGDocument {
  private(set) var bytes: [UInt8]

  /// Cairo's document with its identifiers counted from 0 and the figure's title and description in it.
  ///
  /// Cairo counts surfaces over the life of the process; files would differ by what was drawn before.
  init(_ bytes: [UInt8], of identity: FigureIdentity) {
    self.bytes = Self.renumbered(bytes)
    let tag = Array("<svg".utf8)
    guard let start = self.bytes.firstRange(of: tag)?.upperBound,
      let end = self.bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return }
    let title = "<title>\(Self.escaped(identity.title))</title>"
    let description = "<desc>\(Self.escaped(identity.summary))</desc>"
    self.bytes.replaceSubrange(
      end...end, with: " role=\"img\">\n\(title)\n\(description)\n<metadata>\(identity.data)</metadata>".utf8)
  }

  /// Names every identifier by its letters and its place among all of the document.
  private static func renumbered(_ bytes: [UInt8]) -> [UInt8] {
    var names: [Data: Data] = [:]
    var document = renamed(in: Data(bytes), after: " id=\"") { id in
      let name = names[id] ?? Data(id.prefix(while: isLetter) + Array("\(names.count)".utf8))
      names[id] = name
      return name
    }
    // References are href="#id" and url(#id); what else begins so, such as a colour, has no definition.
    for mark in ["\"#", "(#"] { document = renamed(in: document, after: mark) { names[$0] ?? $0 } }
    return Array(document)
  }

  /// The document with every word after a mark, up to a quote or parenthesis, replaced.
  private static func renamed(
    in document: Data, after mark: String, by replacement: (Data) -> Data
  ) -> Data {
    var result = Data(capacity: document.count)
    var rest = document[...]
    while let found = rest.range(of: Data(mark.utf8)) {
      let word = document[found.upperBound...].prefix {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ")")
      }
      result += rest[..<found.upperBound]
      result += replacement(word)
      rest = document[word.endIndex...]
    }
    return result + rest
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }
}
