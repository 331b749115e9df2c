import Testing

@testable import Paper

@Suite struct InlineSVGTests {
  private func inline(_ document: String) -> String { InlineSVG(Array(document.utf8), name: "roc").text }

  @Test func identifiersAndReferencesToThemTakeTheFiguresName() {
    let document = """
      <?xml version="1.0"?>
      <svg><g id="glyph0"/><use xlink:href="#glyph0"/><path clip-path="url(#clip1)" fill="#fff"/></svg>
      """
    #expect(
      inline(document)
        == "<svg><g id=\"roc-glyph0\"/><use xlink:href=\"#roc-glyph0\"/>"
        + "<path clip-path=\"url(#roc-clip1)\" fill=\"#fff\"/></svg>")
  }

  /// Class names and titles may look like references.
  @Test func textIsLeftAsItIs() {
    let text = "Rock (#1) id=\"x\" url(#2) \"#3\" href=\"#4\" &lt;g id=\"y\"&gt;"
    let document = "<svg role=\"img\"><title>\(text)</title><g id=\"a\"/><desc>\(text)</desc></svg>"
    #expect(
      inline(document)
        == "<svg role=\"img\"><title>\(text)</title><g id=\"roc-a\"/><desc>\(text)</desc></svg>")
  }

  @Test func aTagEndsWhereNoQuoteIsOpen() {
    #expect(
      inline("<svg aria-label=\"a > b\" id=\"c\">") == "<svg aria-label=\"a > b\" id=\"roc-c\">")
    #expect(inline("<svg><g id=\"open") == "<svg><g id=\"roc-open")
  }
}
