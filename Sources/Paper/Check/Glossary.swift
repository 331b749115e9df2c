import Spelling

/// Every number of the prose with its value and what it means.
public struct Glossary: Sendable {
  public private(set) var facts: [Fact]

  /// - Parameter given: templates over the standard ones and the experiment's.
  /// - Throws: as `RunFolder.readAll(in:)`.
  public init(readingFrom paths: Paths, given: TemplateChoice? = nil) throws(Failure) {
    facts = try Report(
      readingFrom: paths,
      templates: { experiment in (try? paths.templates(of: experiment, given: given)) ?? [] }
    ).numbers.facts
  }

  /// Leaves only the numbers that have all of the words in their key or meaning.
  ///
  /// - Throws: `usage` where there are none.
  public mutating func filter(by words: [String]) throws(Failure) {
    let all = facts
    for word in words {
      let lower = word.lowercased()
      facts.removeAll { fact in
        !fact.key.lowercased().contains(lower) && !fact.meaning.lowercased().contains(lower)
      }
    }
    guard facts.isEmpty, !words.isEmpty else { return }
    let nearest = nearestName(to: words[0], in: all.map(\.key)).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(.usage, "no number has \(words.map { "'\($0)'" }.joined(separator: " and "))\(nearest)")
  }

  /// Key, value and meaning side by side.
  public var text: String {
    var table = TextTable([
      .init(header: "key", maximum: .max), .init(header: "value", isNumeric: true, maximum: 24),
      .init(header: "meaning", maximum: .max),
    ])
    table.rows = facts.map { [$0.key, $0.shown, $0.meaning] }
    return table.text
  }

  /// The same as JSON: values whole, and beside them as the prose shows them.
  public func json() throws(Failure) -> String {
    try JSON.encodeResults(facts.map(Entry.init))
  }

  private struct Entry: Encodable {
    let key: String
    let value: Value
    let shown: String
    let meaning: String

    enum Value: Encodable {
      case number(Double), integer(Int), flag(Bool), text(String)

      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .integer(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .text(let text): try container.encode(text)
        }
      }
    }

    init(_ fact: Fact) {
      (key, shown, meaning) = (fact.key, fact.shown, fact.meaning)
      value =
        switch fact.value {
        case .number(let number, _): .number(number)
        case .integer(let number): .integer(number)
        case .flag(let flag): .flag(flag)
        case .text, .markup, .list: .text(fact.shown)
        }
    }
  }
}
