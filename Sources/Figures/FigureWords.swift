import Phrases

/// All that figures say besides the names that they are given, and how they write numbers.
///
/// In English unless other phrases are given, such as those of a report's language.
public struct FigureWords: Sendable, Hashable {
  public var numbers: NumberStyle
  private var phrases: [FigureWord: Phrase]

  /// - Parameter phrases: in place of the English ones, which stay where there is none.
  public init(_ phrases: [FigureWord: Phrase] = [:], numbers: NumberStyle = .point) {
    self.phrases = phrases
    self.numbers = numbers
  }

  /// English.
  public static let english = FigureWords()

  public subscript(word: FigureWord) -> Phrase { phrases[word] ?? word.english }

  func callAsFunction(_ word: FigureWord, _ values: [String: String] = [:], count: Int? = nil) -> String {
    self[word].filled(values, count: count)
  }

  /// A number as a figure shows it.
  func number(_ value: Double, _ format: NumberFormat) -> String { numbers.written(format.text(value)) }

  /// "a, b and c".
  func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: self(.listComma)) + self(.listAnd) + last
  }

  /// A summary with the note behind it, where there is one.
  func summary(_ text: String, note: String) -> String {
    note.isEmpty ? text : text + " " + self(.note, ["note": note])
  }
}

extension FigureWords: CustomDebugStringConvertible {
  /// The same text for the same words: a report tells by it whether a figure has to be drawn anew.
  public var debugDescription: String {
    let texts = FigureWord.allCases.map { word in "\(word): \(self[word].one ?? "") \(self[word].other)" }
    return "\(numbers) " + texts.joined(separator: "\n")
  }
}
