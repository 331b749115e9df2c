import Testing

@testable import Paper

@Suite struct LinerDocumentTests {
  @Test func everyKeyIsFoundWithItsPlace() {
    let text = #"""
      \input{\linerpath numbers}
      It is \liner{paper.test.accuracy}, or \textbf{\liner{data.rows}}.
      100\,\% of \liner{a} % but not \liner{b}
      \\% nor \liner{c}
      ä\liner{d}
      """#
    let keys = LinerDocument(text, file: "x.tex").keys
    #expect(keys.map(\.name) == ["paper.test.accuracy", "data.rows", "a", "d"])
    #expect(keys.map(\.place) == ["x.tex:2:7", "x.tex:2:47", "x.tex:3:12", "x.tex:5:2"])
  }
}
