import Testing

@testable import Figures

@Suite struct FiguresLegendTests {
  let frame = Rect(left: 0, top: 0, right: 300, bottom: 200)
  let size = Size(width: 100, height: 40)

  private func place(avoiding points: [Point?]) -> Rect {
    Legend(series: [Series(label: "a", style: .line(.red), points: points)]).place(size, in: frame)
  }

  @Test func anEmptyPlotHasItInTheUpperRightCorner() {
    #expect(place(avoiding: []) == Rect(left: 195, top: 5, right: 295, bottom: 45))
  }

  @Test func aPointInOneCornerSendsItToTheNext() {
    let upperRight = Point(x: 250, y: 20)
    let upperLeft = Point(x: 50, y: 20)
    let lowerLeft = Point(x: 50, y: 180)
    #expect(place(avoiding: [upperRight]).left == 5)
    #expect(
      place(avoiding: [upperRight, nil, upperLeft]) == Rect(left: 5, top: 155, right: 105, bottom: 195))
    let three = place(avoiding: [upperRight, nil, upperLeft, nil, lowerLeft])
    #expect(three == Rect(left: 195, top: 155, right: 295, bottom: 195))
  }

  @Test func aLineThroughACornerCountsWithoutAVertexInIt() {
    #expect(place(avoiding: [Point(x: 150, y: 25), Point(x: 310, y: 25)]).left == 5)
  }

  @Test func whereEverythingIsCoveredItHidesTheFewestPoints() {
    // Points all over, and fewer at the lower centre.
    let all = stride(from: 2.0, to: 300, by: 4).flatMap { x in
      stride(from: 2.0, to: 200, by: 4).map { y -> Point? in Point(x: x, y: y) }
    }
    let sparse = all.filter { point in
      guard let point else { return true }
      return !(point.x > 110 && point.x < 190 && point.y > 170)
    }
    #expect(place(avoiding: sparse) == Rect(left: 100, top: 155, right: 200, bottom: 195))
  }
}
