/// A few words with a `{name}` wherever something is put in, in one form or in two by number.
///
///     Phrase("Best epoch ({epoch})").filled(["epoch": "27"])              // "Best epoch (27)"
///     Phrase(one: "{count} epoch", other: "{count} epochs").filled([:], count: 2)   // "2 epochs"
public struct Phrase: Sendable, Hashable {
  /// For a count of one; `nil` where that needs no form of its own.
  public let one: String?
  public let other: String

  public init(_ text: String) { (one, other) = (nil, text) }

  public init(one: String?, other: String) { (self.one, self.other) = (one, other) }

  /// The names between braces, of both forms, each once, in the order of the text.
  public var placeholders: [String] {
    (Self.pieces(of: one ?? "") + Self.pieces(of: other)).reduce(into: []) { names, piece in
      if case .placeholder(let name) = piece, !names.contains(name) { names.append(name) }
    }
  }

  /// The text with values in place of the names.
  ///
  /// What is put in is not looked into for names again. A name without a value stays as it stands.
  ///
  /// - Parameter count: chooses the form, and stands for `{count}`.
  public func filled(_ values: [String: String] = [:], count: Int? = nil) -> String {
    var values = values
    if let count, values["count"] == nil { values["count"] = String(count) }
    return Self.filled(count == 1 ? one ?? other : other, values)
  }

  /// The phrase with values in place of some of its names, in all its forms.
  public func with(_ values: [String: String]) -> Phrase {
    Phrase(one: one.map { Self.filled($0, values) }, other: Self.filled(other, values))
  }

  private static func filled(_ text: String, _ values: [String: String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    return pieces(of: text).map { piece in
      switch piece {
      case .text(let text): String(text)
      case .placeholder(let name): values[name] ?? "{\(name)}"
      }
    }.joined()
  }

  fileprivate enum Piece {
    case text(Substring)
    case placeholder(String)
  }

  fileprivate static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      pieces += [.text(rest[..<open]), .placeholder(String(rest[rest.index(after: open)..<close]))]
      rest = rest[rest.index(after: close)...]
    }
    return pieces + [.text(rest)]
  }
}

extension Phrase: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

extension Phrase {
  /// What stands in a text for the names, where the text is this phrase filled in; `nil` where it is not.
  ///
  /// A name stands for as little as possible, and for one character at least.
  public func values(in text: String) -> [String: String]? {
    Self.values(in: text, Self.pieces(of: other))
      ?? one.flatMap { Self.values(in: text, Self.pieces(of: $0)) }
  }

  /// How many characters stand between the names.
  public var literalCount: Int {
    Self.pieces(of: other).reduce(0) { count, piece in
      if case .text(let text) = piece { count + text.count } else { count }
    }
  }

  private static func values(in text: String, _ pieces: [Piece]) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = text[...]
    var name: String?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .placeholder(let next): name = next
      case .text(let literal):
        guard !literal.isEmpty || index == pieces.count - 1 else { continue }
        guard let open = name else {
          guard rest.hasPrefix(literal) else { return nil }
          rest = rest.dropFirst(literal.count)
          continue
        }
        let isLast = index == pieces.count - 1
        guard
          let range = isLast
            ? rest.hasSuffix(literal)
              ? rest.index(rest.endIndex, offsetBy: -literal.count)..<rest.endIndex : nil
            : rest.dropFirst().firstRange(of: literal)
        else { return nil }
        guard range.lowerBound > rest.startIndex else { return nil }
        values[open] = String(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
        name = nil
      }
    }
    return rest.isEmpty ? values : nil
  }
}
