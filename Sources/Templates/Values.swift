import Phrases

/// What templates and LaTeX documents can ask for: values in a tree, addressed by dotted keys such as
/// `paper.test.accuracy`.
///
/// A key is made of parts joined by dots, a part of ASCII letters, digits, `-` and `_`. A key names a
/// value or a group of values, never both.
public struct Values: Sendable, Equatable {
  /// What a key can name.
  public enum Value: Sendable, Equatable {
    /// Plain text, escaped wherever it is printed.
    case text(String)
    /// A number printed with so many decimals.
    case number(Double, digits: Int)
    case integer(Int)
    /// Text that is marked up already.
    case markup(Markup)
    /// Opens or closes a section.
    case flag(Bool)
    /// A section is printed once for each, its values going before those around it.
    case list([Values])
  }

  indirect enum Node: Sendable, Equatable {
    case value(Value)
    case group([String: Node])
  }

  private(set) var root: [String: Node] = [:]

  /// How pages write the numbers; those of lists are written as the numbers around them.
  public var numbers = NumberStyle.point

  /// No values.
  public init() {}

  /// Adds a value under a key that names nothing yet.
  ///
  /// A key that is malformed, taken, or both a value and a group is a programmer's mistake; a part that
  /// comes from a user's words goes through `keyPart(_:)` first.
  public mutating func insert(_ value: Value, at key: String) {
    let parts = Self.parts(of: key)
    precondition(
      parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isKeyByte) },
      "A key is made of ASCII letters, digits, - and _ between dots, received \(key).")
    let isNew = parts.first.map { first in
      root[first, default: .group([:])].insert(value, at: parts.dropFirst())
    }
    precondition(isNew == true, "A key names one value or one group, but \(key) names something already.")
  }

  /// The value under a key, if any.
  public subscript(key: String) -> Value? {
    guard case .value(let value) = Self.node(at: Self.parts(of: key)[...], in: root)
    else { return nil }
    return value
  }

  /// All keys with their values, sorted by the bytes of the key; a list is one value.
  public var all: [(key: String, value: Value)] {
    Self.all(in: root)
  }

  /// A user's words as a part of a key: small ASCII letters and digits, everything else one `-`.
  ///
  /// Letters with accents lose them and ligatures are taken apart: "Bösartig" is `bosartig`, "süß" is `suss`.
  /// `nil` when no ASCII letter or digit is left. Different words can give the same part.
  public static func keyPart(_ words: String) -> String? {
    let parts = transliterated(words.lowercased()).utf8.split { !isKeyByte($0) || $0 == UInt8(ascii: "-") }
    guard !parts.isEmpty else { return nil }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }

  static func all(in group: [String: Node]) -> [(key: String, value: Value)] {
    var found: [(key: String, value: Value)] = []
    collect(group, under: "", into: &found)
    return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// The node that a path leads to from a group.
  static func node(at path: ArraySlice<String>, in group: [String: Node]) -> Node? {
    guard let first = path.first else { return .group(group) }
    switch group[first] {
    case .group(let inner): return node(at: path.dropFirst(), in: inner)
    case .value(let value): return path.count == 1 ? .value(value) : nil
    case nil: return nil
    }
  }

  private static func parts(of key: String) -> [String] {
    key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  private static func collect(
    _ group: [String: Node], under prefix: String, into found: inout [(key: String, value: Value)]
  ) {
    for (part, node) in group {
      switch node {
      case .value(let value): found.append((prefix + part, value))
      case .group(let inner): collect(inner, under: prefix + part + ".", into: &found)
      }
    }
  }
}

extension Values: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) {
    for (key, value) in elements { insert(value, at: key) }
  }
}

extension Values.Value {
  /// The value as a page shows it; `nil` for flags and lists, which are no text.
  public func text(for format: OutputFormat, in style: NumberStyle = .point) -> String? {
    switch self {
    case .text(let text): format.escaped(text)
    case .number(let value, let digits): Numeral.fixed(value, digits: digits, for: format, in: style)
    case .integer(let value): Numeral.integer(value, for: format, in: style)
    case .markup(let markup): markup.text(for: format)
    case .flag, .list: nil
    }
  }
}

extension Values.Node {
  /// Puts a value where a path leads; a group without members is a free place.
  ///
  /// - Returns: whether the place was free.
  fileprivate mutating func insert(_ value: Values.Value, at path: ArraySlice<String>) -> Bool {
    guard case .group(var members) = self else { return false }
    guard let first = path.first else {
      guard members.isEmpty else { return false }
      self = .value(value)
      return true
    }
    // Lets go of the members, so that they are changed in place: copying them for each insertion would take a
    // time that grows with the square of their number.
    self = .group([:])
    let isNew = members[first, default: .group([:])].insert(value, at: path.dropFirst())
    self = .group(members)
    return isNew
  }
}

/// ASCII letters, digits, `-` and `_`: what keys and labels are made of.
func isKeyByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}
