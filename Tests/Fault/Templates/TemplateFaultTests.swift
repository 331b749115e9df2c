import Foundation
import Templates
import TestSupport
import Testing

struct TemplateFaultTests {
  static let values: Values = [
    "paper.test.accuracy": .number(0.695, digits: 3), "paper.test.recall": .number(0.5, digits: 3),
    "title": .text("T"), "flag": .flag(false), "open": .flag(true), "markup": .markup(Markup(plain: "m")),
    "decades": .list([["paper.year": .integer(1), "title": .flag(true)]]),
    "songs": .list([["name": .text("a"), "year": .integer(1)], ["name": .text("b")]]),
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    var files: [String: String]
    var message: String
    var testDescription: String { message }

    init(_ text: String, _ message: String) { self.init(["t.md": text], message) }
    init(_ files: [String: String], _ message: String) { (self.files, self.message) = (files, message) }
  }

  static let cases: [Case] = [
    // What the values do not answer.
    Case(
      "one\nab {{paper.test.acuracy}}",
      "t.md:2:4: no value is named 'paper.test.acuracy'; did you mean 'paper.test.accuracy'?"),
    Case("é방{{zzz}}", "t.md:1:3: no value is named 'zzz'"),
    Case("{{#unknown}}{{/unknown}}", "t.md:1:1: no value is named 'unknown'"),
    Case("{{^flug}}{{/flug}}", "t.md:1:1: no value is named 'flug'; did you mean 'flag'?"),
    Case(
      "{{#paper.test}}\n{{recal}}{{/paper.test}}",
      "t.md:2:1: no value is named 'recal'; did you mean 'recall'?"),
    Case("{{#songs}}{{yaer}}{{/songs}}", "t.md:1:11: no value is named 'yaer'; did you mean 'year'?"),
    Case("{{#songs}}{{year}}{{/songs}}", "t.md:1:11: no value is named 'year'"),
    // The first part of a name that is found decides, whatever lies outside.
    Case(
      "{{#paper}}{{test.precision}}{{/paper}}",
      "t.md:1:11: no value is named 'test.precision'"),
    Case(
      "{{#decades}}{{paper.test.recall}}{{/decades}}",
      "t.md:1:13: no value is named 'paper.test.recall'"),
    Case(
      "{{title}}{{#decades}}{{title}}{{/decades}}",
      "t.md:1:22: expected a value to print, received 'title', a flag"),
    Case("{{paper}}", "t.md:1:1: expected a value to print, received 'paper', a group"),
    Case("{{flag}}", "t.md:1:1: expected a value to print, received 'flag', a flag"),
    Case("{{songs}}", "t.md:1:1: expected a value to print, received 'songs', a list"),
    Case(
      "{{#title}}{{/title}}",
      "t.md:1:1: expected a flag, a list or (after #) a group, received 'title', a text"),
    Case(
      "{{^paper}}{{/paper}}",
      "t.md:1:1: expected a flag, a list or (after #) a group, received 'paper', a group"),
    Case(
      "{{^paper.test.recall}}{{/paper.test.recall}}",
      "t.md:1:1: expected a flag, a list or (after #) a group, received 'paper.test.recall', a number"),
    Case(
      "{{#markup}}{{/markup}}",
      "t.md:1:1: expected a flag, a list or (after #) a group, received 'markup', a markup"),
    Case(
      "{{{title}}}",
      "t.md:1:1: only markup is printed unescaped, received 'title', a text; print it with a plain tag"),
    Case(
      ["t.md": "", "u.tex": "<<&paper.test.recall>>"],
      "u.tex:1:1: only markup is printed unescaped, received 'paper.test.recall', a number; print it with a plain tag"
    ),
    // What is no template.
    Case(
      "a\n{{#open}}\n{{#flag}}{{/flag}}",
      "t.md:2:1: the section 'open' opened here is not closed; add a tag /open"),
    Case(
      "{{#open}}\n  {{#flag}}\n{{/open}}",
      "t.md:2:3: the section 'flag' opened here is not closed; add a tag /flag"),
    Case(
      "{{#open}}\n{{/opne}}", "t.md:2:1: expected the end of the section 'open', received the end of 'opne'"),
    Case("x{{/open}}", "t.md:1:2: the section 'open' ends here, but none is open"),
    Case("x\n {{title", "t.md:2:2: the tag opened here is not closed; add '}}'"),
    Case("{{title\n{{title}}", "t.md:1:1: the tag opened here is not closed; add '}}'"),
    Case("{{{markup}}", "t.md:1:1: the tag opened here is not closed; add '}}}'"),
    Case("{{", "t.md:1:1: the tag opened here is not closed; add '}}'"),
    Case(
      ["t.md": "", "u.tex": "\\a{{x}}\n<<title> >"], "u.tex:2:1: the tag opened here is not closed; add '>>'"),
    Case("{{! never ends", "t.md:1:1: the tag opened here is not closed; add '}}'"),
    Case("{{}}", "t.md:1:1: expected a name of ASCII letters, digits, - and _ between dots, received ''"),
    Case(
      "{{a b}}", "t.md:1:1: expected a name of ASCII letters, digits, - and _ between dots, received 'a b'"),
    Case("{{.}}", "t.md:1:1: expected a name of ASCII letters, digits, - and _ between dots, received '.'"),
    Case(
      "{{a..b}}", "t.md:1:1: expected a name of ASCII letters, digits, - and _ between dots, received 'a..b'"),
    Case(
      "{{upper(title)}}",
      "t.md:1:1: expected a name of ASCII letters, digits, - and _ between dots, received 'upper(title)'"),
    Case(
      "{{" + String(repeating: "é", count: 70) + "}}",
      "t.md:1:1: expected a name of ASCII letters, digits, - and _ between dots, received '\(String(repeating: "é", count: 60))…'"
    ),
    Case(
      "{{> ../secret!}}",
      "t.md:1:1: expected a name of ASCII letters, digits, - and _ between dots, received '../secret!'"),
    Case(
      "{{%CONTENT_TYPE:TEXT}}",
      "t.md:1:1: expected a value, a section, a partial, a block or a comment, received '%CONTENT_TYPE:TEXT', a kind of tag that these templates do not have"
    ),
    Case(
      "{{> *title}}",
      "t.md:1:1: expected a value, a section, a partial, a block or a comment, received '>*title', a kind of tag that these templates do not have"
    ),
    Case("{{=<%=}}", "t.md:1:1: expected two delimiters with a blank between, such as <% %>, received '<%'"),
    Case(
      "{{=a b c=}}", "t.md:1:1: expected two delimiters with a blank between, such as <% %>, received 'a b c'"
    ),
    Case("{{=<% %>}}", "t.md:1:1: the tag opened here is not closed; add '=}}'"),
    Case("ok\nx\u{1}", "t.md:2:2: expected text, received the control character U+0001; remove it"),
    Case(
      String(repeating: "{{#open}}", count: 33) + String(repeating: "{{/open}}", count: 33),
      "t.md:1:289: expected at most 32 sections inside each other, received one more"),
    // Partials.
    Case(
      ["t.md": "\n{{> foto}}", "partials/foot.md": "", "partials/foto.tex": ""],
      "t.md:2:1: no partial is named 'foto', which would be the file partials/foto.md; did you mean 'foot'?"),
    Case(
      "{{> nothing/here}}",
      "t.md:1:1: no partial is named 'nothing/here', which would be the file partials/nothing/here.md"),
    Case(
      ["t.md": "{{>a}}", "partials/a.md": "x{{>a}}"],
      "partials/a.md:1:2: a partial cannot hold itself: partials/a.md > partials/a.md"),
    Case(
      ["t.md": "{{>a}}", "partials/a.md": "{{#flag}}{{>b}}{{/flag}}", "partials/b.md": "{{>a}}"],
      "partials/b.md:1:1: a partial cannot hold itself: partials/a.md > partials/b.md > partials/a.md"),
    Case(
      [
        "t.md": "a\n {{> a}}", "partials/a.md": "{{>b}}",
        "partials/b.md": "{{#open}}\n\n  {{titel}}{{/open}}",
      ],
      "partials/b.md:3:3: no value is named 'titel'; did you mean 'title'? (included from partials/a.md:1:1, from t.md:2:2)"
    ),
    // Parents and blocks.
    Case(
      ["t.md": "{{<pgae}}{{/pgae}}", "partials/page.md": ""],
      "t.md:1:1: no partial is named 'pgae', which would be the file partials/pgae.md; did you mean 'page'?"),
    Case(
      ["t.md": "{{<page}}\n{{$bdy}}{{/bdy}}{{/page}}", "partials/page.md": "{{$body}}{{/body}}"],
      "t.md:2:1: no block is named 'bdy' in partials/page.md; did you mean 'body'?"),
    Case(
      ["t.md": "{{<page}}{{$a}}{{/a}} x{{/page}}", "partials/page.md": "{{$a}}{{/a}}"],
      "t.md:1:23: expected only blocks inside '<page', since nothing else there is printed; put this into one of them"
    ),
    Case(
      ["t.md": "{{<page}}\n{{title}}{{/page}}", "partials/page.md": ""],
      "t.md:2:1: expected only blocks inside '<page', since nothing else there is printed; put this into one of them"
    ),
    Case(
      ["t.md": "{{<page}}{{$a}}{{/a}}{{$a}}{{/a}}{{/page}}", "partials/page.md": "{{$a}}{{/a}}"],
      "t.md:1:22: the block 'a' of 'page' is filled in a second time; keep one"),
    Case(
      ["t.md": "{{<page}}{{$a}}{{/page}}", "partials/page.md": "{{$a}}{{/a}}"],
      "t.md:1:10: the section 'a' opened here is not closed; add a tag /a"),
    Case(
      ["t.md": "\n {{<page}}{{$a}}{{/a}}", "partials/page.md": "{{$a}}{{/a}}"],
      "t.md:2:2: the section 'page' opened here is not closed; add a tag /page"),
    Case(
      "{{$a b}}", "t.md:1:1: expected a name of ASCII letters, digits, - and _ between dots, received 'a b'"),
    Case(
      "{{<*page}}{{/*page}}",
      "t.md:1:1: expected a value, a section, a partial, a block or a comment, received '<*page', a kind of tag that these templates do not have"
    ),
    Case(
      ["t.md": "{{<page}}{{/page}}", "partials/page.md": "{{<page}}{{/page}}"],
      "partials/page.md:1:1: a partial cannot hold itself: partials/page.md > partials/page.md"),
    // What a block holds is looked at where it is printed, and told where it stands.
    Case(
      [
        "t.md": "{{<page}}\n{{$body}}\n  {{yaer}}\n{{/body}}{{/page}}",
        "partials/page.md": "{{#songs}}{{$body}}{{/body}}{{/songs}}",
      ],
      "t.md:3:3: no value is named 'yaer'; did you mean 'year'?"),
    Case(
      ["t.md": "a {{<page}}{{/page}}", "partials/page.md": "\n{{$body}}{{titel}}{{/body}}"],
      "partials/page.md:2:10: no value is named 'titel'; did you mean 'title'? (included from t.md:1:3)"),
    Case(
      [
        "t.md": "{{> a}}", "partials/a.md": "{{<page}}{{$body}}{{titel}}{{/body}}{{/page}}",
        "partials/page.md": "{{$body}}{{/body}}",
      ],
      "partials/a.md:1:19: no value is named 'titel'; did you mean 'title'? (included from t.md:1:1)"),
    // The engine would fill these in for ever.
    Case(
      ["t.md": "{{<page}}{{$a}}{{$a}}{{/a}}{{/a}}{{/page}}", "partials/page.md": "{{$a}}{{/a}}"],
      "t.md:1:16: the block 'a' cannot be filled in with itself"),
    Case(
      [
        "t.md": "{{<page}}{{$a}}{{> inner}}{{/a}}{{/page}}", "partials/page.md": "{{$a}}{{/a}}",
        "partials/inner.md": "{{#flag}}{{$a}}{{/a}}{{/flag}}",
      ],
      "partials/inner.md:1:10: the block 'a' cannot be filled in with itself (included from t.md:1:16)"),
    Case(
      [
        "t.md": "{{<page}}{{$a}}{{$b}}{{/b}}{{/a}}{{$b}}{{$a}}{{/a}}{{/b}}{{/page}}",
        "partials/page.md": "{{$a}}{{/a}}",
      ],
      "t.md:1:40: the block 'a' cannot be filled in with itself"),
    Case(
      [
        "t.md": "{{<page}}" + (0..<40).map { "{{$b\($0)}}{{$b\($0 + 1)}}{{/b\($0 + 1)}}{{/b\($0)}}" }.joined()
          + "{{/page}}",
        "partials/page.md": "{{$b0}}{{/b0}}",
      ],
      "t.md:1:972: expected at most 32 sections inside each other, received one more"),
  ]

  @Test(arguments: cases) func everyFaultIsToldWithItsPlace(_ example: Case) throws {
    let error = #expect(throws: TemplateError.self) {
      let library = try TemplateLibrary(files: example.files)
      for name in library.names { _ = try library.filled(name, with: Self.values) }
    }
    #expect(error?.description == example.message)
  }

  @Test func aFaultCarriesFacts() throws {
    let library = try TemplateLibrary(
      files: ["t.md": "{{>a}}", "partials/a.md": "\n {{titel}}"], in: "templates")
    let error = #expect(throws: TemplateError.self) { try library.filled("t.md", with: Self.values) }
    #expect(error?.file == "templates/partials/a.md")
    #expect(error?.line == 2)
    #expect(error?.column == 2)
    #expect(error?.problem == .missingValue("titel", nearest: "title"))
    #expect(error?.includedFrom == [.init(file: "templates/t.md", line: 1, column: 1)])
  }

  @Test func allThatIsMissingCanBeToldAtOnce() throws {
    let library = try TemplateLibrary(files: [
      "t.md": "{{a}}\n{{title}}{{#songs}}{{b}}{{/songs}}{{#no}}{{hidden}}{{/no}}"
    ])
    let problems = try library.problems(in: "t.md", with: Self.values)
    #expect(problems.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["1:1", "2:20", "2:35"])
    #expect(try library.problems(in: "t.md", with: ["a": .text("")]).count == 3)
  }

  @Test(arguments: [("result.md", "results.md" as String?), ("poster.tex", nil), ("partials/a.md", nil)])
  func anUnknownTemplateIsToldWithTheNearest(_ name: String, _ nearest: String?) throws {
    let library = try TemplateLibrary(files: ["results.md": "", "partials/a.md": ""], in: "templates/")
    let error = #expect(throws: TemplateError.self) { try library.filled(name, with: [:]) }
    #expect(error?.problem == .unknownTemplate(name, nearest: nearest))
    #expect(
      error?.description == "templates/\(name): no template is named '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
  }

  @Test func aMissingFolderIsTold() throws {
    let folder = try TemporaryFolder().path + "/none"
    let error = #expect(throws: TemplateError.self) { try TemplateLibrary(folder: folder) }
    #expect(error?.description == "\(folder): cannot be read; it should be there and readable")
  }

  @Test func aBrokenLinkIsTold() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/t.md", withDestinationPath: folder.path + "/gone")
    let error = #expect(throws: TemplateError.self) { try TemplateLibrary(folder: folder.path) }
    #expect(error?.description == "\(folder.path)/t.md: cannot be read; it should be there and readable")
  }

  @Test func bytesThatAreNotUTF8AreToldWithTheirPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("é\nab".utf8) + [0xFF, 0x41], to: "partials/t.md")
    let error = #expect(throws: TemplateError.self) { try TemplateLibrary(folder: folder.path + "/") }
    #expect(
      error?.description
        == "\(folder.path)/partials/t.md:2:3: expected UTF-8, received other bytes; save the file as UTF-8")
  }

  @Test func partialsAreNotDrawnOnWithoutEnd() throws {
    var files = ["t.md": "{{>p1}}"]
    for number in 1...17 { files["partials/p\(number).md"] = number < 17 ? "{{>p\(number + 1)}}" : "" }
    let error = #expect(throws: TemplateError.self) { try TemplateLibrary(files: files) }
    #expect(
      error?.description
        == "partials/p16.md:1:1: expected at most 16 partials inside each other, received one more")
  }
}
