import Templates
import Testing

struct LaTeXNumbersTests {
  static let values: Values = [
    "paper.test.accuracy": .number(0.69504, digits: 3), "paper.title": .text("50% & more"),
    "a.change": .integer(-2),
    "metric": .markup(Markup(plain: "F_1", latex: "$F_1$")), "flag": .flag(true), "list": .list([]),
  ]

  @Test func everyTextHasALineInTheOrderOfKeys() {
    let lines = LaTeXNumbers.file(for: Self.values).split(separator: "\n")
    #expect(
      lines.suffix(5) == [
        #"\gdef\linerprovenance{}"#, #"\linerdefine{a.change}{\ensuremath{-}2}"#,
        #"\linerdefine{metric}{$F_1$}"#,
        #"\linerdefine{paper.test.accuracy}{0.695}"#, #"\linerdefine{paper.title}{50\% \& more}"#,
      ])
  }

  @Test func theProvenanceIsSaidInACommentAndByACommand() {
    let file = LaTeXNumbers.file(for: [:], provenance: "synthetic\nsample #1")
    #expect(file.contains("\n% synthetic sample #1\n\\gdef\\linerprovenance{synthetic sample \\#1}\n"))
  }
}
