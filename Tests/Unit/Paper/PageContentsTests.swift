import Testing

@testable import Paper

@Suite struct PageContentsTests {
  @Test func theListHasEveryHeadingAfterIt() {
    let page = """
      <h2 id="before">Before</h2><nav><contents></contents></nav>
      <h2 id="a">One &lt;b&gt;</h2><h3 id="x">Not this</h3>
      <h2 id="b" class="wide">Two</h2><h2>Nor this</h2>
      """
    let list = """
      <nav><ol>
      <li><a href="#a">One &lt;b&gt;</a></li>
      <li><a href="#b">Two</a></li>
      </ol></nav>
      """
    #expect(PageContents.filled(page) == page.replacing("<nav><contents></contents></nav>", with: list))
  }

  @Test func aPageWithoutThePlaceStaysAsItIs() {
    #expect(PageContents.filled("<h2 id=\"a\">One</h2>") == "<h2 id=\"a\">One</h2>")
  }
}
