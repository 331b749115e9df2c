import Phrases

extension Words {
  /// What the audit says in English, where commands say it too, as the report says it.
  ///
  /// The run folder has sentences and not what they were made of, so that anyone can write one. Those that are none
  /// of ours stay as they are.
  func audit(_ english: String) -> String {
    for (phrase, word) in sentences {
      guard let values = phrase.values(in: english) else { continue }
      let count = values["count"].flatMap { Int($0) }
      let own = values.mapValues { value in
        value == english ? value : value.contains(#/^-?\d+\.\d+$/#) ? numbers.written(value) : audit(value)
      }
      return self(word, own, count: count)
    }
    return english
  }

  /// The sentences of the audit as this version says them in English, the longest first.
  static func sentences() -> [(phrase: Phrase, word: Word)] {
    let english = try? WordCatalogue(yaml: Language.english.catalogue, file: "words/en.yaml")
    let all = Word.allCases.filter { $0.key.hasPrefix("audit.") }
      .compactMap { word in english?.words[word].map { (phrase: $0, word: word) } }
    // Of two that are equally long the first.
    return all.enumerated().sorted {
      let (a, b) = ($0.element.phrase.literalCount, $1.element.phrase.literalCount)
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element)
  }

  /// The same in print: names between a printer's quotes, not a typewriter's as on a terminal.
  func inPrint(_ english: String) -> String {
    audit(english).replacing(#/'(?<name>[^']*)'/#) { self(.nameQuoted, ["text": String($0.name)]) }
  }

  /// The same as a sentence of its own, without its full stop.
  func printed(_ english: String) -> String { inPrint(english).atBeginning }
}
