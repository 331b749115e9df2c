import Foundation
import Templates
import TestSupport
import Testing

struct TemplateEscapingPropertyTests {
  static let alphabet: [Unicode.Scalar] =
    (0..<0x80).compactMap { Unicode.Scalar($0) } + [
      "é", "방", "\u{301}", "\u{FFFD}", "\u{85}", "\u{2028}", "\u{9D}", "\u{1F600}",
    ]

  static func texts(_ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "x")
      }
      return text
    }
  }

  /// What TeX would make of escaped text: commands back to the characters they print; `nil` where a
  /// special character stands bare or a ligature would form.
  static func typeset(_ latex: String) -> String? {
    let commands = [
      "\\textbackslash{}": "\\", "\\textasciicircum{}": "^", "\\textasciitilde{}": "~",
      "\\textasciigrave{}": "`",
      "\\textless{}": "<", "\\textgreater{}": ">", "\\textbar{}": "|",
      "{\\ifdefined\\Umathcode\\textquotedbl\\else\\char34\\fi}": "\"",
      "\\{": "{", "\\}": "}", "\\$": "$", "\\&": "&", "\\#": "#", "\\%": "%", "\\_": "_", "{[}": "[",
      "{]}": "]", "{*}": "*",
      "-\\/-": "--", "'\\/'": "''", ",\\/,": ",,", "\\textless{}\\/\\textless{}": "<<",
      "\\textgreater{}\\/\\textgreater{}": ">>",
    ]
    .merging(
      alphabet.filter { $0.value > 0xFF }.map { scalar in
        ("\\linerchar{\(code(of: scalar))}{\(scalar)}", String(scalar))
      }
    ) { $1 }
    let bare = Set("\\{}$&#%_^~`<>|\"[]".unicodeScalars)
    var out: [Unicode.Scalar] = []
    var rest = Array(latex.unicodeScalars)[...]
    while let scalar = rest.first {
      // The longest first: a pair begins as its character does.
      if let (command, text) = commands.filter({ rest.starts(with: $0.key.unicodeScalars) })
        .max(by: { $0.key.utf8.count < $1.key.utf8.count })
      {
        // A run keeps its last character as the beginning of the next pair.
        let pair = command.range(of: "\\/")
        out.append(contentsOf: text.unicodeScalars.prefix(1))
        rest = rest.dropFirst(
          pair.map { command[..<$0.upperBound] }?.unicodeScalars.count ?? command.unicodeScalars.count)
        continue
      }
      if bare.contains(scalar) { return nil }
      if let next = rest.dropFirst().first, next == scalar, "-',".unicodeScalars.contains(scalar) {
        return nil
      }
      out.append(scalar)
      rest = rest.dropFirst()
    }
    return String(String.UnicodeScalarView(out))
  }

  @Test func latexLeavesNoBareSpecialAndPrintsTheText() {
    for text in Self.texts(3_000, seed: 1) {
      let latex = OutputFormat.latex.escaped(text)
      let typeset = Self.typeset(latex)
      #expect(typeset == line(text) { "U+" + code(of: $0) }, "\(text.debugDescription) → \(latex)")
    }
  }

  @Test func markdownLeavesNoBareSpecialAndPrintsTheText() {
    let always = Set("`*_{}[]<>#|$~^@&".unicodeScalars)
    for text in Self.texts(3_000, seed: 2) {
      let markdown = Array(OutputFormat.markdown.escaped(text).unicodeScalars)
      var printed = String.UnicodeScalarView()
      var index = 0
      while index < markdown.count {
        let isEscaped = markdown[index] == "\\"
        if isEscaped { index += 1 }
        guard index < markdown.count else { Issue.record("a lone \\ ends \(text.debugDescription)"); break }
        #expect(isEscaped || !always.contains(markdown[index]), "\(text.debugDescription)")
        #expect(!isEscaped || markdown[index].properties.isASCIIPunctuation, "\(text.debugDescription)")
        printed.append(markdown[index])
        index += 1
      }
      #expect(String(printed) == line(text) { _ in "\u{FFFD}" })
    }
  }

  @Test func htmlLeavesNoBareSpecialAndShowsTheText() {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    for text in Self.texts(3_000, seed: 3) {
      let html = OutputFormat.html.escaped(text)
      #expect(!html.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
      let shown = entities.reduce(html) {
        // By scalars: an accent after an entity would hide it from a comparison by Character.
        $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
      }
      let expected = String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            "\t\n\r".unicodeScalars.contains(scalar) || scalar.properties.generalCategory != .control
              ? scalar : "\u{FFFD}"
          }))
      #expect(Array(shown.unicodeScalars) == Array(expected.unicodeScalars), "\(text.debugDescription)")
    }
  }

  /// The text on one line, as the doc comment of `escaped(_:)` has it.
  private func line(_ text: String, unprintable: (Unicode.Scalar) -> String) -> String {
    let breaks = Set("\n\r\t\u{B}\u{C}\u{85}\u{2028}\u{2029}".unicodeScalars)
    let joined = String(text.unicodeScalars.map { String($0) }.joined()).unicodeScalars
    var out = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in joined {
      if breaks.contains(scalar) {
        if !(scalar == "\n" && previous == "\r") { out.append(" ") }
      } else {
        let isControl = scalar.properties.generalCategory == .control
        out.append(contentsOf: isControl ? unprintable(scalar).unicodeScalars : .init([scalar]))
      }
      previous = scalar
    }
    return String(out)
  }
}

private func code(of scalar: Unicode.Scalar) -> String {
  let code = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - code.count)) + code
}

extension Unicode.Scalar.Properties {
  fileprivate var isASCIIPunctuation: Bool {
    switch generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .otherPunctuation,
      .mathSymbol,
      .currencySymbol, .modifierSymbol:
      true
    default: false
    }
  }
}
