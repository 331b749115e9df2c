import Figures
import Phrases

/// The words of a report in its language, with what its rows are called put in already.
///
///     words(.tablesSummary)                                    // "Summary of the network"
///     words(.seedsCaption, ["run": "Short", "n": "505"], count: 100)
public struct Words: Sendable {
  private let phrases: [Word: Phrase]
  /// What the audit says in English.
  let sentences: [(phrase: Phrase, word: Word)]
  /// How the language writes numbers.
  let numbers: NumberStyle
  /// What rows are called.
  let row: RowNoun
  /// The words of the figures.
  let figures: FigureWords

  /// Without a catalogue: each word is its key.
  ///
  /// For what shows no words.
  public init() {
    phrases = [:]
    sentences = []
    (numbers, row, figures) = (.point, .standard, .english)
  }

  /// - Parameters:
  ///   - catalogue: all words.
  ///   - row: what the experiment calls its rows; `nil` for the language's word for an example.
  init(_ catalogue: WordCatalogue, row: RowNoun?) {
    func text(_ word: Word) -> String { catalogue.words[word]?.other ?? word.key }
    let noun = (row ?? RowNoun(text(.rowOne), text(.rowMany))).inLanguage(text(.languageTag))
    let forms = noun.forms
    sentences = Self.sentences()
    phrases = catalogue.words.mapValues { $0.with(forms) }
    numbers = NumberStyle(decimalMark: text(.languageDecimal), groupMark: text(.languageThousands))
    figures = FigureWords(catalogue.figures.mapValues { $0.with(forms) }, numbers: numbers)
    self.row = noun
  }

  func callAsFunction(_ word: Word, _ values: [String: String] = [:], count: Int? = nil) -> String {
    (phrases[word] ?? Phrase(word.key)).filled(values, count: count)
  }

  /// A number in a sentence.
  func number(_ value: Double, digits: Int) -> String {
    numbers.written(Fact("", .number(value, digits: digits), "").shown)
  }

  /// "a, b and c".
  func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: self(.listComma)) + self(.listAnd) + last
  }

  /// "p = 0.012"; "p < 0.001" for what three decimals would show as nothing or nearly so.
  func pValue(_ p: Double) -> String {
    p < 0.001
      ? self(.pBelow, ["value": number(0.001, digits: 3)]) : self(.pIs, ["value": number(p, digits: 3)])
  }
}

extension RowNoun {
  /// What may stand in any phrase.
  static let placeholders = ["row", "rows", "Row", "Rows", "dative"]

  /// What stands for them.
  var forms: [String: String] {
    [
      "row": one, "rows": many, "Row": one.atBeginning, "Rows": many.atBeginning, "dative": dative ?? many,
    ]
  }

  /// With the forms that follow from the others by a language's rule: a German plural takes an n in the dative
  /// unless it ends in n or s.
  func inLanguage(_ tag: String) -> RowNoun {
    guard tag == "de", dative == nil, let last = many.last else { return self }
    return RowNoun(one, many, dative: last == "n" || last == "s" ? many : many + "n")
  }
}
