import Templates
import TestSupport
import Testing

struct TemplateLibraryTests {
  static let values: Values = [
    "title": .text("50% & <more>_"), "n": .integer(-3), "f1": .markup(Markup(plain: "F_1", latex: "$F_1$")),
    "paper.test.accuracy": .number(0.69504, digits: 3), "paper.test.recall": .number(0.5, digits: 2),
    "is-sample": .flag(true), "is-real": .flag(false), "none": .list([]),
    "songs": .list([
      ["name": .text("A&B"), "likes": .list([["who": .text("x")], ["who": .text("y")]])],
      ["name": .text("C"), "n": .integer(7), "likes": .list([])],
    ]),
  ]

  static func filled(_ text: String, as name: String = "t.md", partials: [String: String] = [:]) throws
    -> String
  {
    try TemplateLibrary(files: partials.merging([name: text]) { $1 }).filled(name, with: values).text
  }

  @Test func theFileNameDecidesEscapingAndDelimiters() throws {
    #expect(
      try Self.filled("<<title>> {{title}}", as: "t.tex")
        == #"50\% \& \textless{}more\textgreater{}\_ {{title}}"#)
    #expect(try Self.filled("{{title}} <<title>>", as: "t.md") == #"50% \& \<more\>\_ <<title>>"#)
    #expect(try Self.filled("{{title}}", as: "t.html") == "50% &amp; &lt;more&gt;_")
    #expect(try Self.filled("{{title}},x", as: "t.csv") == "50% & <more>_,x")
    #expect(try Self.filled("{{title}}", as: "t.txt") == "50% & <more>_")
    #expect(try Self.filled("<<n>>", as: "t.tex") == "\\ensuremath{-}3")
  }

  @Test func onlyMarkupIsPrintedAsItStands() throws {
    #expect(try Self.filled("<<f1>> <<{f1}>> <<& f1 >>", as: "t.tex") == "$F_1$ $F_1$ $F_1$")
    #expect(try Self.filled("{{f1}} {{{f1}}} {{&f1}}", as: "t.html") == "F_1 F_1 F_1")
  }

  @Test(arguments: [
    ("{{paper.test.accuracy}}", "0.695"), ("{{ title\n}}|", #"50% \& \<more\>\_|"#),
    ("{{#paper}}{{test.accuracy}} {{n}}{{/paper}}", "0.695 −3"),
    ("{{#paper.test}}{{accuracy}} {{paper.test.recall}}{{/paper.test}}", "0.695 0.50"),
    (
      "{{#is-sample}}yes{{/is-sample}}{{#is-real}}no{{/is-real}}{{^is-real}}, not real{{/is-real}}",
      "yes, not real"
    ),
    (
      "{{#songs}}{{name}}:{{n}} {{#likes}}{{who}}{{name}}{{/likes}}{{^likes}}-{{/likes}};{{/songs}}",
      #"A\&B:−3 xA\&ByA\&B;C:7 -;"#
    ),
    ("{{#none}}{{anything}}{{/none}}{{^none}}none{{/none}}", "none"),
    ("a{{! {{ not a tag }}b", "ab"), ("{{=<% %>=}}{{n}}<%n%>", "{{n}}−3"), ("", ""), ("{", "{"),
    ("}} {", "}} {"),
    ("one\n  {{#is-sample}}  \ntwo\n  {{/is-sample}}\nthree", "one\ntwo\nthree"),
    ("{{! alone }}\nx", "x"), ("{{=<% %>=}}\nx", "x"), ("a\r\nb\r{{n}}", "a\nb\n−3"), ("\u{FEFF}x", "x"),
    ("{{n}}\u{301}", "−3\u{301}"), ("\u{301}{{n}}", "\u{301}−3"),
  ])
  func templatesFollowMustache(_ text: String, _ expected: String) throws {
    #expect(try Self.filled(text) == expected)
  }

  @Test func partialsLieInTheirFolderAndEndLikeTheirTemplate() throws {
    let partials = [
      "partials/foot.md": "md {{name}}\nend\n", "partials/foot.tex": "tex <<title>>",
      "partials/deep/er.md": "{{> foot}}!",
    ]
    #expect(
      try Self.filled("{{#songs}}\n  {{> foot}}\n{{/songs}}", partials: partials)
        == "  md A\\&B\n  end\n  md C\n  end\n")
    #expect(
      try Self.filled("<<> foot>>", as: "t.tex", partials: partials)
        == #"tex 50\% \& \textless{}more\textgreater{}\_"#)
    #expect(
      try Self.filled("{{#songs}}{{>deep/er}}{{/songs}}", partials: partials)
        == "md A\\&B\nend\n!md C\nend\n!")
    // Delimiters are a file's own: the partial's are not the template's.
    #expect(
      try Self.filled("{{=<% %>=}}<%#songs%><%>foot%><%/songs%>", partials: partials)
        == "md A\\&B\nend\nmd C\nend\n")
  }

  /// As the Mustache specification has them, where it leaves no choice.
  @Test(arguments: [
    ("{{<page}}{{/page}}", "[T|B]"),
    ("{{<page}}{{$body}}x{{n}}{{/body}}{{/page}}", "[T|x−3]"),
    ("{{<page}}\n{{! a comment }}\n{{$top}}\n{{title}}\n{{/top}}\n{{/page}}", "[50% \\& \\<more\\>\\_\n|B]"),
    // The values are those of the place that is filled in.
    ("{{<list}}{{$item}}{{name}};{{/item}}{{/list}}", "A\\&B;C;"),
    ("{{#songs}}{{<list}}{{$item}}{{name}}{{/item}}{{/list}}{{/songs}}", "A\\&BCA\\&BC"),
    // A parent of a parent; the file further out wins.
    ("{{<deep/child}}{{/deep/child}}", "[top|B]"),
    ("{{< deep/child }}{{$top}}mine{{/top}}{{$body}}{{n}}{{/body}}{{/ deep/child }}", "[mine|−3]"),
    // A parent inside a block, and blocks inside blocks.
    ("{{<page}}{{$body}}{{<list}}{{$item}}-{{/item}}{{/list}}{{/body}}{{/page}}", "[T|--]"),
    ("{{<page}}{{$body}}{{$more}}m{{/more}}{{/body}}{{/page}}", "[T|m]"),
    ("{{<page}}{{$body}}{{$more}}m{{/more}}{{/body}}{{$more}}filled{{/more}}{{/page}}", "[T|filled]"),
    // A block outside a parent is what stands in it.
    ("{{$a}}alone {{$b}}{{n}}{{/b}}{{/a}}", "alone −3"),
    ("{{=<% %>=}}<%<page%><%$body%><%n%><%/body%><%/page%>", "[T|−3]"),
  ])
  func blocksOfAParentAreFilledIn(_ text: String, _ expected: String) throws {
    let partials = [
      "partials/page.md": "[{{$top}}T{{/top}}|{{$body}}B{{/body}}]",
      "partials/list.md": "{{#songs}}{{$item}}{{/item}}{{/songs}}",
      "partials/deep/child.md": "{{<page}}{{$top}}top{{/top}}{{/page}}",
    ]
    #expect(try Self.filled(text, partials: partials) == expected)
  }

  @Test func aParentIsOneOfTheFilesThatATemplateIsMadeOf() throws {
    let library = try TemplateLibrary(files: [
      "t.md": "{{<page}}{{$body}}{{> p}}{{/body}}{{/page}}", "u.md": "", "partials/p.md": "{{n}}",
      "partials/page.md": "{{$body}}{{title}}{{/body}}",
    ])
    #expect(library.files(of: "t.md") == ["partials/p.md", "partials/page.md", "t.md"])
    #expect(try library.filled("t.md", with: Self.values) == Filled(text: "−3", usedKeys: ["n"]))
  }

  @Test func aFilledLaTeXFileBringsTheDefinitionsOfTheCharactersThatItHolds() throws {
    let library = try TemplateLibrary(files: ["t.tex": "<<x>>\n", "t.md": "{{x}}\n"])
    let filled = try library.filled("t.tex", with: ["x": .text("방")]).text
    #expect(filled.contains("\n\\ifdefined\\linerchar\\else\n"))
    #expect(filled.hasSuffix("\\linerchar{BC29}{방}\n"))
    #expect(try library.filled("t.tex", with: ["x": .text("é")]).text == "é\n")
    #expect(try library.filled("t.md", with: ["x": .text("방")]).text == "방\n")
  }

  @Test func aTemplateTellsWhichKeysItUsed() throws {
    let text = """
      {{paper.test.recall}}{{n}}{{#paper}}{{#test}}{{accuracy}}{{/test}}{{/paper}}{{#songs}}{{name}}{{#likes}}{{/likes}}{{/songs}}
      {{#is-real}}{{title}}{{absent}}{{/is-real}}
      """
    let filled = try TemplateLibrary(files: ["t.md": text]).filled("t.md", with: Self.values)
    #expect(
      filled.usedKeys
        == [
          "is-real", "n", "paper.test.accuracy", "paper.test.recall", "songs", "songs.likes", "songs.name",
          "title",
        ])
  }

  @Test func aValueHiddenByAListsOwnIsNotUsed() throws {
    let library = try TemplateLibrary(files: ["t.md": "{{#songs}}{{n}}{{/songs}}"])
    let values: Values = ["n": .integer(1), "songs": .list([["n": .integer(2)]])]
    #expect(try library.filled("t.md", with: values) == Filled(text: "2", usedKeys: ["songs", "songs.n"]))
  }

  @Test func aFolderIsReadWithItsSubfoldersAndWithoutWhatIsNoTemplate() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [
      ("results.md", "{{> a}}"), ("sub/poster.tex", "<<n>>"), ("partials/a.md", "{{> b}}"),
      ("partials/b.md", "{{n}}"),
      ("README.md", "write {{"), (".hidden.md", "{{"), (".git/x.md", "{{"), ("style.css", "a{{b"),
      ("folder.md/x.txt", ""),
    ] { try folder.write(text, to: name) }
    let library = try TemplateLibrary(folder: folder.path)
    #expect(library.names == ["folder.md/x.txt", "results.md", "sub/poster.tex"])
    #expect(library.files(of: "results.md") == ["partials/a.md", "partials/b.md", "results.md"])
    #expect(library.files(of: "nothing.md") == [])
    #expect(try library.filled("results.md", with: Self.values).text == "−3")
    #expect(try library.filled("sub/poster.tex", with: Self.values).text == "\\ensuremath{-}3")
  }

  @Test func theSameTemplateCanBeFilledManyTimes() throws {
    let library = try TemplateLibrary(files: ["t.md": "{{x}}"])
    for number in 1...3 {
      #expect(try library.filled("t.md", with: ["x": .integer(number)]).text == "\(number)")
    }
  }
}
