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

  private func freePlace(_ series: [Series], _ size: Size? = nil) -> Rect? {
    Legend(series: series).freePlace(size ?? self.size, in: frame)
  }

  /// The middle of a dot outside of the box does not make all of it lie outside.
  @Test func aDotThatReachesIntoABoxSendsItOn() {
    let beside = Series(label: "a", style: .dots(.blue), points: [Point(x: 192, y: 20)])
    #expect(place(avoiding: beside.points).left == 195)
    #expect(freePlace([beside])?.left == 5)
    #expect(freePlace([Series(label: "a", style: .dots(.blue), points: [Point(x: 190, y: 20)])])?.left == 195)
  }

  @Test func aLineThatPassesABoxByHalfItsWidthSendsItOn() {
    func line(_ x: Double) -> Series {
      Series(label: "a", style: .line(.red), points: [Point(x: x, y: -9), Point(x: x, y: 60)])
    }
    #expect(freePlace([line(194)])?.left == 5 && freePlace([line(193)])?.left == 195)
  }

  @Test func whereDataAreEverywhereNoPlaceIsFree() {
    let points = stride(from: 2.0, to: 300, by: 20).flatMap { x in
      stride(from: 2.0, to: 200, by: 20).map { y -> Point? in Point(x: x, y: y) }
    }
    #expect(freePlace([Series(label: "a", style: .dots(.blue), points: points)]) == nil)
    #expect(
      freePlace([], Size(width: 295, height: 40)) == nil && freePlace([], Size(width: 90, height: 195)) == nil
    )
  }

  @Test func aFlatBoxHasAsManyColumnsAsFit() {
    let canvas = RecordingCanvas(size: Size(width: 1000, height: 1000))
    let series = ["one", "two", "three"].map { Series(label: $0, style: .line(.red), points: []) }
    // Letters are 6 points wide; 28 stand before each label, 20 between columns, 4 at the ends.
    let three: Double = 8 + 3 * 28 + 2 * 20 + 18 + 18 + 30
    let two: Double = 8 + 2 * 28 + 20 + 18 + 30
    let one: Double = 8 + 28 + 30
    let shortened: Double = 8 + 28 + 6
    let cases: [(width: Double, size: Size)] = [
      (400, Size(width: three, height: 18)), (178, Size(width: two, height: 33)),
      (90, Size(width: one, height: 48)), (30, Size(width: shortened, height: 48)),
    ]
    for (width, size) in cases {
      #expect(Legend(series: series).flatPlan(within: width, on: canvas).size == size, "\(width)")
    }
  }
}
