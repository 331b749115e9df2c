/// What surrounds the axes of a figure: the white page, the frame, a title and a note.
struct Page {
  let measures: Measures

  func drawBackground<C: Canvas>(on canvas: inout C) {
    let page = Rect(left: 0, top: 0, right: canvas.size.width, bottom: canvas.size.height)
    canvas.fill(Path(page), with: .white)
  }

  /// Draws a frame around what has axes, open above and on the right where the look is.
  func drawFrame<C: Canvas>(_ frame: Rect, on canvas: inout C) {
    guard !measures.framesAllSides else { return drawBox(frame, on: &canvas) }
    var path = Path(
      from: Point(x: frame.left, y: frame.top), to: Point(x: frame.left, y: frame.bottom))
    path.line(to: Point(x: frame.right, y: frame.bottom))
    canvas.stroke(path, with: measures.frame)
  }

  /// Draws a frame of four sides.
  func drawBox<C: Canvas>(_ frame: Rect, on canvas: inout C) {
    canvas.stroke(Path(frame), with: measures.frame)
  }

  /// Draws a title over the frame, a line higher where it would meet the offset of an axis.
  ///
  /// - Parameter end: how far to the right it may reach; `nil` for the end of the page.
  func drawTitle<C: Canvas>(
    _ title: String, over frame: Rect, until end: Double? = nil, avoiding offset: ClosedRange<Double>?,
    on canvas: inout C
  ) throws(C.Failure) {
    guard !title.isEmpty else { return }
    let page = end ?? canvas.size.width
    let shown = try canvas.shortened(title, in: measures.titleFont, to: page - 2 * measures.clearance)
    let half = try canvas.measure(shown, in: measures.titleFont).width / 2 + measures.clearance
    let middle = max(min(frame.center.x, page - half), half)
    var baseline = frame.top - measures.titlePadding
    if let offset, offset.overlaps(middle - half...middle + half) {
      baseline -= try canvas.measure("", in: measures.font).height
    }
    try canvas.text(
      shown, at: Point(x: middle, y: baseline), style: TextStyle(measures.titleFont, horizontal: .center))
  }

  /// The height at the foot of the page that a note takes up; none without a note.
  func noteHeight<C: Canvas>(_ note: String, on canvas: C) throws(C.Failure) -> Double {
    note.isEmpty ? 0 : try canvas.measure(note, in: measures.noteFont).height + measures.clearance
  }

  /// Draws a small grey note in the bottom right corner of the page.
  func drawNote<C: Canvas>(_ note: String, on canvas: inout C) throws(C.Failure) {
    guard !note.isEmpty else { return }
    let size = canvas.size
    let clearance = measures.clearance
    let shown = try canvas.shortened(note, in: measures.noteFont, to: size.width - 2 * clearance)
    try canvas.text(
      shown, at: Point(x: size.width - clearance, y: size.height - clearance),
      style: TextStyle(measures.noteFont, color: measures.noteColor, horizontal: .right, vertical: .bottom))
  }
}
