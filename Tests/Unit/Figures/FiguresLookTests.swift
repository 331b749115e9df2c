import Testing

@testable import Figures

@Suite struct FiguresLookTests {
  /// The values that WCAG 2.2 gives for the extremes, and #767676, its lightest grey for text on white.
  @Test func contrastIsThatOfTheGuidelines() {
    #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-12)
    #expect(Color.red.contrast(with: .red) == 1)
    #expect(abs(Color(hex: "767676").contrast(with: .white) - 4.54) < 0.005)
    #expect(Color(hex: "777777").contrast(with: .white) < 4.5)
  }

  @Test(arguments: Colormap.viridis.colors.indices)
  func textStandsOutOnEveryColorOfTheMap(_ index: Int) {
    let color = Colormap.viridis.colors[index]
    #expect(color.textColor.contrast(with: color) >= 4.5)
  }

  @Test func textStandsOutOnEveryGrey() {
    for level in 0...255 {
      let grey = Color(white: Double(level) / 255)
      #expect(grey.textColor.contrast(with: grey) >= 4.5)
    }
  }

  @Test func seriesOfAJournalDifferInColorDashAndMarker() {
    let pens = Measures.journal.pens
    #expect(Set(pens.map(\.color)).count == pens.count)
    #expect(Set(pens.map(\.dash)).count == pens.count)
    #expect(Set(pens.map(\.marker)).count == pens.count)
    // Lines of a figure are graphics, of which WCAG asks a contrast of 3 to the page.
    #expect(pens.allSatisfy { $0.color.contrast(with: .white) >= 3 })
  }

  @Test(arguments: [
    ("column", 238.110), ("text", 493.228), ("84mm", 238.110), ("8.4cm", 238.110), ("3.5in", 252),
    ("252.945pt", 252), ("345pt", 343.711),
  ])
  func widthsAreReadAsPeopleWriteThem(_ text: String, _ points: Double) throws {
    let width = try #require(FigureWidth(text))
    #expect(abs(width.points - points) < 0.001)
  }

  @Test(arguments: ["", "84", "mm", "wide", "-84mm", "nanmm", "infin", "20mm", "50in", "84 px", "8,4cm"])
  func whatIsNoWidthIsNone(_ text: String) { #expect(FigureWidth(text) == nil) }

  @Test func dataAreWrittenSoThatTheyReadBack() {
    let data = FigureData(
      columns: ["class", "count", "share"],
      rows: [[.text("a, \"b\""), .integer(3), .number(0.1)], [.text("c"), .integer(0), .number(.nan)]])
    #expect(data.csv == "class,count,share\n\"a, \"\"b\"\"\",3,0.1\nc,0,\n")
  }
}
