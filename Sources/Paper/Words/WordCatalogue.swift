import Figures
import Phrases
import Spelling

/// All words of a language, as the files `words/<language>.yaml` of the templates' folders have them.
struct WordCatalogue: Sendable {
  private(set) var words: [Word: Phrase] = [:]
  private(set) var figures: [FigureWord: Phrase] = [:]

  /// Where the catalogues lie in a folder of templates.
  static let folder = "words"

  static func file(in templates: String, _ language: Language) -> String {
    "\(templates)/\(folder)/\(language.rawValue).yaml"
  }

  /// Reads the words of a language from folders of templates.
  ///
  /// - Parameters:
  ///   - standard: the folder of the standard templates, whose catalogue has every word; where it has none, that
  ///     of this version stands in.
  ///   - folders: the folders over it, from the lowest to the topmost, with the words that they have otherwise.
  /// - Throws: `badData` with line and column for a word that is missing, unknown, no text, or that has a name in
  ///   braces that nothing stands for.
  init(
    _ language: Language, standard: String = Paths.templates, folders: [String] = []
  ) throws(Failure) {
    let file = Self.file(in: standard, language)
    let yaml = try Files.exists(file) ? Files.readText(file) : language.catalogue
    try add(yaml: yaml, file: file, isWhole: true)
    for folder in folders where folder != standard {
      let file = Self.file(in: folder, language)
      if Files.exists(file) { try add(yaml: try Files.readText(file), file: file, isWhole: false) }
    }
  }

  /// - Parameter isWhole: whether every word must be there.
  init(yaml: String, file: String) throws(Failure) { try add(yaml: yaml, file: file, isWhole: true) }

  mutating func add(yaml: String, file: String, isWhole: Bool) throws(Failure) {
    let root = try YAMLValue.parse(yaml, file: file, of: "a catalogue of words")
    var entries: [Entry] = []
    try Self.collect(root, under: "", into: &entries)
    for entry in entries {
      guard let slot = Self.slots[entry.key] else {
        let nearest = nearestName(to: entry.key, in: Self.slots.keys.sorted())
        let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
        throw entry.value.failure("no word has this key\(hint)")
      }
      try Self.check(entry, slot)
      switch slot {
      case .word(let word): words[word] = entry.phrase
      case .figure(let word): figures[word] = entry.phrase
      }
    }
    guard isWhole else { return }
    let missing = Self.keys.filter { key in !entries.contains { $0.key == key } }
    guard missing.isEmpty else {
      throw root.failure("expected every word, found none for \(missing.joined(separator: ", "))")
    }
  }

  /// The keys of all words, in the order of a catalogue.
  static let keys = Word.allCases.map(\.key) + FigureWord.allCases.map { "figures.\($0.rawValue)" }

  private enum Slot: Sendable {
    case word(Word)
    case figure(FigureWord)

    var placeholders: [String] {
      switch self {
      case .word(let word): word.placeholders
      case .figure(let word): word.placeholders
      }
    }
  }

  private static let slots = Dictionary(
    uniqueKeysWithValues: Word.allCases.map { ($0.key, Slot.word($0)) }
      + FigureWord.allCases.map { ("figures.\($0.rawValue)", Slot.figure($0)) })

  private struct Entry {
    let key: String
    let value: YAMLValue
    let phrase: Phrase
  }

  private static func collect(
    _ value: YAMLValue, under key: String, into entries: inout [Entry]
  ) throws(Failure) {
    guard let pairs = value.pairs else {
      entries.append(Entry(key: key, value: value, phrase: Phrase(try value.words())))
      return
    }
    let names = pairs.map(\.name)
    if names.sorted() == ["one", "other"] && slots[key] != nil {
      let fields = try value.fields(["one", "other"])
      let one = try fields.required("one").words()
      let phrase = Phrase(one: one, other: try fields.required("other").words())
      return entries.append(Entry(key: key, value: value, phrase: phrase))
    }
    for pair in pairs {
      try collect(pair.value, under: key.isEmpty ? pair.name : "\(key).\(pair.name)", into: &entries)
    }
  }

  private static func check(_ entry: Entry, _ slot: Slot) throws(Failure) {
    let known = slot.placeholders
    for name in entry.phrase.placeholders where !(known + RowNoun.placeholders).contains(name) {
      let own = known.map { "{\($0)}" }.joined(separator: ", ")
      throw entry.value.failure(
        "expected nothing in braces but \(own.isEmpty ? "what rows are called ({row}, {rows})" : own), "
          + "received {\(name)}")
    }
  }
}

extension YAMLValue {
  /// The keys of a mapping and their values, in the order of the file; `nil` for anything else.
  var pairs: [(name: String, value: YAMLValue)]? {
    guard let mapping = node.mapping else { return nil }
    return mapping.map { key, value in
      let name = key.string ?? ""
      return (name, YAMLValue(file: file, path: path.isEmpty ? name : "\(path).\(name)", node: value))
    }
  }

  /// A text, which may be blank where a mark is not wanted.
  func words() throws(Failure) -> String {
    guard let scalar = node.scalar, !(isNull && scalar.string.isEmpty) else {
      throw failure("expected words")
    }
    return scalar.string
  }
}
