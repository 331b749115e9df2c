import Testing

@testable import Figures

@Suite struct FiguresCanvasTests {
  let canvas = RecordingCanvas(size: Size(width: 100, height: 50))
  let font = Font(size: 10)

  @Test func textIsAnchoredByEachOfItsParts() {
    let metrics = TextMetrics(width: 40, ascent: 8, descent: 2)
    let point = Point(x: 100, y: 100)
    func start(
      _ horizontal: TextStyle.Horizontal, _ vertical: TextStyle.Vertical,
      _ rotation: TextStyle.Rotation = .none
    ) -> Point {
      TextStyle(font, rotation: rotation, horizontal: horizontal, vertical: vertical)
        .baseline(of: metrics, at: point)
    }
    #expect(start(.left, .baseline) == point)
    #expect(start(.center, .top) == Point(x: 80, y: 108))
    #expect(start(.right, .bottom) == Point(x: 60, y: 98))
    #expect(start(.left, .center) == Point(x: 100, y: 103))
    #expect(start(.left, .digits) == Point(x: 100, y: 104))
    // Reading upwards, the text's right is up and its top is left.
    #expect(start(.right, .top, .upwards) == Point(x: 108, y: 140))
    #expect(start(.center, .bottom, .upwards) == Point(x: 98, y: 120))
  }

  @Test func longTextIsShortenedToItsBeginning() {
    #expect(canvas.shortened("abcdef", in: font, to: 36) == "abcdef")
    #expect(canvas.shortened("abcdef", in: font, to: 35) == "abcd…")
    #expect(canvas.shortened("abcdef", in: font, to: 1) == "…")
    #expect(canvas.shortened("", in: font, to: 0) == "")
    // Families and flags are one character each and stay whole.
    #expect(canvas.shortened("ab👩‍👩‍👧cdef", in: font, to: 24) == "ab👩‍👩‍👧…")
  }

  @Test func commandsAreWrittenDown() {
    var canvas = canvas
    canvas.fill(Path(Rect(left: 0, top: 0, right: 4, bottom: 2)), with: Color(white: 1, alpha: 0.5))
    canvas.stroke(
      Path(from: Point(x: 1, y: 2.00049), to: Point(x: -0.0001, y: 1e-7)),
      with: Stroke(.orange, width: 1.5, dash: [3, 1]))
    canvas.image(
      Raster(rows: 1, columns: 2, pixels: [.red, .blue]), in: Rect(left: 0, top: 1, right: 2, bottom: 3))
    canvas.text(
      "a b", at: Point(x: 50, y: 25),
      style: TextStyle(Font(.serif, size: 10, weight: .bold), rotation: .upwards, horizontal: .center))
    #expect(
      canvas.commands == [
        "fill #ffffff80 inside M 0 0 L 4 0 L 4 2 L 0 2 Z",
        "stroke #ffa500 width 1.5 butt dash 3 1 along M 1 2 L 0 0",
        "image 1x2 in 0 1 2 3 of #ff0000 #0000ff",
        "text #000000 serif bold 10 upwards at 50 34: a b",
      ])
  }

  @Test func cornersAreRoundedByTheirRadius() {
    let path = Path(Rect(left: 0, top: 0, right: 10, bottom: 10), radius: 3)
    #expect(path.elements.count == 10)
    #expect(path.elements[1] == .line(Point(x: 7, y: 0)))
    #expect(path.elements[2] == .curve(Point(x: 9, y: 0), Point(x: 10, y: 1), to: Point(x: 10, y: 3)))
  }

  @Test func linesMeetRectanglesTheyTouchOrCross() {
    let rect = Rect(left: 0, top: 0, right: 10, bottom: 10)
    func meets(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Bool {
      rect.meets(from: Point(x: x0, y: y0), to: Point(x: x1, y: y1))
    }
    #expect(meets(-5, 5, 15, 5) && meets(2, 2, 3, 3) && meets(-5, 5, 5, 5))
    #expect(meets(-1, 9, 1, 11) && meets(0, -5, 0, 5))
    #expect(!meets(-5, -1, 15, -1) && !meets(-1, 12, 3, 16) && !meets(11, 0, 11, 10))
  }

  @Test func colorsHaveBytesAndHexDigits() {
    #expect(Color.orange.hex == "#ffa500")
    #expect(Color(white: 0.8, alpha: 0.8).hex == "#cccccccc")
    #expect(Color(red: -1, green: 2, blue: 0.5).bytes == [0, 255, 128, 255])
  }
}
