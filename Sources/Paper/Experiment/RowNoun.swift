/// What a row of the data is called: "track", "tracks".
public struct RowNoun: Equatable, Sendable {
  public var one: String
  public var many: String
  /// The plural after a preposition, where a language has another form for it: German "mit Stücken".
  public var dative: String?

  public init(_ one: String, _ many: String, dative: String? = nil) {
    (self.one, self.many, self.dative) = (one, many, dative)
  }

  /// What rows are called where neither the experiment nor a language says.
  static let standard = Self("example", "examples")
}

extension RowNoun {
  init(_ value: YAMLValue) throws(Failure) {
    let words = try value.texts()
    guard (2...3).contains(words.count), !words.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
      throw value.failure(
        "expected what one row and what several are called, such as [track, tracks]; "
          + "received [\(words.joined(separator: ", "))]")
    }
    self.init(words[0], words[1], dative: words.count == 3 ? words[2] : nil)
  }

  /// A text with the noun in place of `{row}` and `{rows}`.
  func filled(into text: String) -> String {
    text.replacing("{rows}", with: many).replacing("{row}", with: one)
  }
}

extension RowNoun: Codable {
  /// As the experiment file has it: a list of the forms.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([one, many] + (dative.map { [$0] } ?? []))
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let words = try container.decode([String].self)
    guard (2...3).contains(words.count) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected two or three forms of the word for a row")
    }
    self.init(words[0], words[1], dative: words.count == 3 ? words[2] : nil)
  }
}

extension String {
  /// With a capital, as at the beginning of a sentence.
  var atBeginning: String { prefix(1).uppercased() + dropFirst() }
}
