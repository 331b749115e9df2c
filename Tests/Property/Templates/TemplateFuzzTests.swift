import Templates
import TestSupport
import Testing

struct TemplateFuzzTests {
  static let pieces = [
    "{{", "}}", "{", "}", "{{{", "}}}", "<<", ">>", "<", ">", "#", "^", "/", "!", "&", "=", "%", "$", "*",
    ".", " ", "\n", "\r\n",
    "\t", "a", "b", "a.b", "list", "{{a}}", "{{#list}}", "{{/list}}", "{{^flag}}", "{{/flag}}", "{{> p}}",
    "{{<q}}", "{{/q}}", "{{$a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{<q}}{{$a}}", "{{/a}}{{/q}}",
    "{{=<% %>=}}", "<%a%>",
    "é", "\u{301}", "방", "\u{1}", "\u{2028}", "(", ")", "x",
  ]
  static let values: Values = [
    "a": .text("{{#list}} <<a>> \u{1}\u{1}&a\u{2}\u{2}"), "b": .integer(2), "flag": .flag(true),
    "list": .list([["x": .text("y")], [:]]),
  ]

  @Test(arguments: ["t.md", "t.tex", "t.html"])
  func whateverSomebodyTypesIsFilledOrRefusedWithAPlace(_ name: String) {
    var generator = SeededGenerator(seed: 20_210_501)
    var (filled, refused) = (0, 0)
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }
      .joined()
      let end = name.split(separator: ".")[1]
      do throws(TemplateError) {
        let library = try TemplateLibrary(files: [
          name: text, "partials/p.\(end)": "p\n",
          "partials/q.\(end)": end == "tex" ? "<<$a>>d<</a>>" : "{{$a}}d{{$b}}{{/b}}{{/a}}",
        ])
        _ = try library.filled(name, with: Self.values)
        filled += 1
      } catch {
        refused += 1
        #expect(error.line ?? 0 >= 1 && error.column ?? 0 >= 1, "\(text.debugDescription): \(error)")
        if case .refused = error.problem { Issue.record("\(text.debugDescription): \(error)") }
      }
    }
    #expect(filled > 500 && refused > 500)
  }

  /// A template without tags is its own text, line breaks apart.
  @Test func textWithoutTagsComesOutAsItWentIn() throws {
    var generator = SeededGenerator(seed: 3)
    let quiet = Self.pieces.filter { !$0.contains("{{") && !$0.contains("<<") && !"{\r\n\u{1}".contains($0) }
    for _ in 0..<500 {
      let text = (0..<20).map { _ in quiet.randomElement(using: &generator) ?? "" }.joined()
      #expect(try TemplateLibrary(files: ["t.md": text]).filled("t.md", with: [:]).text == text)
    }
  }
}
