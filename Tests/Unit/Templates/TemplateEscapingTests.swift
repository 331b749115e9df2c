import Templates
import Testing

struct TemplateEscapingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var latex: String
    var markdown: String
    var html: String
    var testDescription: String { text.debugDescription }
  }

  static let cases: [Case] = [
    Case(text: "", latex: "", markdown: "", html: ""),
    Case(text: "plain f1-score", latex: "plain f1-score", markdown: "plain f1-score", html: "plain f1-score"),
    Case(
      text: #"\{}$&#%_^~"#,
      latex: ##"\textbackslash{}\{\}\$\&\#\%\_\textasciicircum{}\textasciitilde{}"##,
      markdown: ##"\\\{\}\$\&\#%\_\^\~"##,
      html: #"\{}$&amp;#%_^~"#),
    Case(
      text: #"<>|"'`"#,
      latex:
        #"\textless{}\textgreater{}\textbar{}{\ifdefined\Umathcode\textquotedbl\else\char34\fi}'\textasciigrave{}"#,
      markdown: #"\<\>\|"'\`"#,
      html: "&lt;&gt;|&quot;&#39;`"),
    Case(
      text: "Ty Dolla $ign", latex: #"Ty Dolla \$ign"#, markdown: #"Ty Dolla \$ign"#, html: "Ty Dolla $ign"),
    Case(text: "a -- b", latex: #"a -\/- b"#, markdown: #"a \-\- b"#, html: "a -- b"),
    Case(text: "---", latex: #"-\/-\/-"#, markdown: #"\-\-\-"#, html: "---"),
    Case(text: "''", latex: #"'\/'"#, markdown: "''", html: "&#39;&#39;"),
    Case(text: ",,x", latex: #",\/,x"#, markdown: ",,x", html: ",,x"),
    Case(
      text: "<<x>>", latex: #"\textless{}\/\textless{}x\textgreater{}\/\textgreater{}"#,
      markdown: #"\<\<x\>\>"#,
      html: "&lt;&lt;x&gt;&gt;"),
    Case(text: "?`!`", latex: #"?\textasciigrave{}!\textasciigrave{}"#, markdown: #"?\`!\`"#, html: "?`!`"),
    // `\\` at the end of a table row would take both of these as its argument.
    Case(text: "[2pt] x", latex: "{[}2pt{]} x", markdown: #"\[2pt\] x"#, html: "[2pt] x"),
    Case(text: "*starred", latex: "{*}starred", markdown: #"\*starred"#, html: "*starred"),
    Case(text: "a*b", latex: "a*b", markdown: #"a\*b"#, html: "a*b"),
    Case(text: "a\r\nb\nc\td", latex: "a b c d", markdown: "a b c d", html: "a\r\nb\nc\td"),
    Case(
      text: "a\u{0}b\u{7F}c", latex: "aU+0000bU+007Fc", markdown: "a\u{FFFD}b\u{FFFD}c",
      html: "a\u{FFFD}b\u{FFFD}c"),
    Case(text: "\u{FFFD}", latex: "\\linerchar{FFFD}{\u{FFFD}}", markdown: "\u{FFFD}", html: "\u{FFFD}"),
    // Left as they are, these would turn around what follows.
    Case(
      text: "a\u{202E}b\u{2067}", latex: "aU+202EbU+2067", markdown: "a\u{FFFD}b\u{FFFD}",
      html: "a\u{FFFD}b\u{FFFD}"),
    Case(text: "\u{FFFF}", latex: "U+FFFF", markdown: "\u{FFFD}", html: "\u{FFFD}"),
    Case(text: "# Heading", latex: ##"\# Heading"##, markdown: ##"\# Heading"##, html: "# Heading"),
    Case(text: "- item", latex: "- item", markdown: #"\- item"#, html: "- item"),
    Case(text: "+ item", latex: "+ item", markdown: #"\+ item"#, html: "+ item"),
    Case(text: ": caption", latex: ": caption", markdown: #"\: caption"#, html: ": caption"),
    Case(text: "1. Song", latex: "1. Song", markdown: #"1\. Song"#, html: "1. Song"),
    Case(text: "2) Song", latex: "2) Song", markdown: #"2\) Song"#, html: "2) Song"),
    Case(text: "0.695", latex: "0.695", markdown: "0.695", html: "0.695"),
    Case(text: "wait...", latex: "wait...", markdown: #"wait\.\.\."#, html: "wait..."),
    Case(text: "@smith2020", latex: "@smith2020", markdown: #"\@smith2020"#, html: "@smith2020"),
    Case(
      text: "&amp; H~2~O x^2^",
      latex: #"\&amp; H\textasciitilde{}2\textasciitilde{}O x\textasciicircum{}2\textasciicircum{}"#,
      markdown: #"\&amp; H\~2\~O x\^2\^"#, html: "&amp;amp; H~2~O x^2^"),
    Case(text: "방 é ÿ", latex: #"\linerchar{BC29}{방} é ÿ"#, markdown: "방 é ÿ", html: "방 é ÿ"),
    Case(text: "😀\u{100}", latex: #"\linerchar{1F600}{😀}\linerchar{0100}{Ā}"#, markdown: "😀Ā", html: "😀Ā"),
    // Right to left as one run, from the first such letter to the last, its numbers turned back.
    Case(
      text: "x א 1.5, ב y",
      latex:
        #"x \linerrtl{\linerchar{05D0}{א} \linerltr{1.5}, \linerchar{05D1}{ב}} y"#,
      markdown: "x א 1.5, ב y", html: "\u{2068}x א 1.5, ב y\u{2069}"),
    Case(
      text: "1 א 2 y",
      latex: #"1 \linerrtl{\linerchar{05D0}{א} \linerltr{2}} y"#, markdown: "1 א 2 y",
      html: "\u{2068}1 א 2 y\u{2069}"),
    Case(
      text: "א(x)ב", latex: #"\linerrtl{\linerchar{05D0}{א}}(x)\linerrtl{\linerchar{05D1}{ב}}"#,
      markdown: "א(x)ב", html: "\u{2068}א(x)ב\u{2069}"),
    // An accent on a special character hides it from a comparison by Character.
    Case(
      text: "&\u{301}", latex: "\\&\\linerchar{0301}{\u{301}}", markdown: "\\&\u{301}", html: "&amp;\u{301}"),
    Case(
      text: #"\write18{rm}"#, latex: #"\textbackslash{}write18\{rm\}"#, markdown: #"\\write18\{rm\}"#,
      html: #"\write18{rm}"#),
    Case(text: "^^M", latex: #"\textasciicircum{}\textasciicircum{}M"#, markdown: #"\^\^M"#, html: "^^M"),
    Case(
      text: "<script>alert('x')</script>",
      latex: #"\textless{}script\textgreater{}alert('x')\textless{}/script\textgreater{}"#,
      markdown: #"\<script\>alert('x')\</script\>"#, html: "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
  ]

  @Test(arguments: cases) func hostileTextsAreSpeltSafelyInEachFormat(_ example: Case) {
    #expect(scalars(OutputFormat.latex.escaped(example.text)) == scalars(example.latex))
    #expect(scalars(OutputFormat.markdown.escaped(example.text)) == scalars(example.markdown))
    #expect(scalars(OutputFormat.html.escaped(example.text)) == scalars(example.html))
    #expect(scalars(OutputFormat.plain.escaped(example.text)) == scalars(example.text))
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), (" padded", "\" padded\""), ("tab\t", "\"tab\t\""),
    ("semi;colon", "semi;colon"),
  ])
  func fieldsAreQuotedAsRFC4180Asks(_ text: String, _ field: String) {
    #expect(OutputFormat.csv.escaped(text) == field)
  }

  @Test func theEndOfAFileNameGivesTheFormat() {
    let ends = ["tex", "md", "html", "csv", "txt", "swift", "TEX", ""]
    #expect(
      ends.map(OutputFormat.init(fileExtension:)) == [.latex, .markdown, .html, .csv, .plain, nil, nil, nil])
  }

  @Test func onlyLaTeXNeedsDefinitionsAndOnlyForLettersBeyondLatin1() {
    let escaped = OutputFormat.latex.escaped("é 방")
    #expect(OutputFormat.latex.definitions(for: escaped).contains("\\gdef\\linerchar#1#2"))
    #expect(!OutputFormat.latex.definitions(for: escaped).contains("linerrtl"))
    #expect(
      OutputFormat.latex.definitions(for: OutputFormat.latex.escaped("é א")).contains("\\gdef\\linerrtl#1"))
    #expect(OutputFormat.latex.definitions(for: OutputFormat.latex.escaped("é & \u{7}")).isEmpty)
    for format in OutputFormat.allCases where format != .latex {
      #expect(format.definitions(for: format.escaped("방 א")).isEmpty)
    }
  }

  @Test func markupPassesAsItStandsAndElseItsPlainWordsAreEscaped() {
    let markup = Markup(plain: "F_1", latex: "$F_1$", html: "F<sub>1</sub>")
    #expect(markup.text(for: .latex) == "$F_1$")
    #expect(markup.text(for: .html) == "F<sub>1</sub>")
    #expect(markup.text(for: .markdown) == #"F\_1"#)
    #expect(markup.text(for: .plain) == "F_1")
    #expect(Markup(plain: "a,b").text(for: .csv) == "\"a,b\"")
  }
}

private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
