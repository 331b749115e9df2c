import Templates

/// One number or word of the prose: its key, its value, and what it means.
///
/// All that the prose can say is made of facts, so that no key is without a meaning.
public struct Fact: Sendable, Equatable {
  /// `<run>.<split>.<metric>[.<class>]`; of a run or of the whole less of it.
  public private(set) var key: String
  /// How the template's sections know it: `runs.splits.accuracy` stands for the accuracy of any run on any rows.
  public private(set) var family: String
  public let value: Values.Value
  /// What it means, in words that a person understands without the code.
  public private(set) var meaning: String

  /// - Parameters:
  ///   - key: its own part of the key; `within(_:of:meaning:)` puts the others before it.
  ///   - family: where the template's name differs, as `false.positive` does from `false.liked`.
  init(_ key: String, _ value: Values.Value, _ meaning: String, family: String? = nil) {
    (self.key, self.family, self.value, self.meaning) = (key, family ?? key, value, meaning)
  }

  /// The same fact of one of several: of a run, or of some rows.
  ///
  /// - Parameters:
  ///   - part: what goes before its key.
  ///   - section: the templates' section for all of them.
  ///   - words: what goes behind its meaning.
  func within(_ part: String, of section: String, _ words: String) -> Fact {
    var copy = self
    copy.key = "\(part).\(key)"
    copy.family = "\(section).\(family)"
    copy.meaning = meaning + words
    return copy
  }

  /// The same fact, with what rows are called in its meaning in place of `{row}` and `{rows}`.
  func named(_ row: RowNoun) -> Fact {
    var copy = self
    copy.meaning = row.filled(into: meaning)
    return copy
  }

  /// The value as a number; `nil` for words and flags.
  var number: Double? {
    switch value {
    case .number(let number, _): number
    case .integer(let number): Double(number)
    case .text, .markup, .flag, .list: nil
    }
  }

  /// How many decimals the prose prints.
  var digits: Int {
    if case .number(_, let digits) = value { digits } else { 0 }
  }

  /// As plain text prints it.
  public var shown: String {
    if case .flag(let flag) = value { return flag ? "true" : "false" }
    return value.text(for: .plain) ?? ""
  }
}
