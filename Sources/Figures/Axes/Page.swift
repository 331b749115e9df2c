/// What surrounds the axes of a figure: the white page, the frame, a title and a note.
enum Page {
  static func drawBackground<C: Canvas>(on canvas: inout C) {
    let page = Rect(left: 0, top: 0, right: canvas.size.width, bottom: canvas.size.height)
    canvas.fill(Path(page), with: .white)
  }

  static func drawFrame<C: Canvas>(_ frame: Rect, on canvas: inout C) {
    canvas.stroke(Path(frame), with: Look.frame)
  }

  /// Draws a title over the frame, a line higher where it would meet the offset of an axis.
  static func drawTitle<C: Canvas>(
    _ title: String, over frame: Rect, avoiding offset: ClosedRange<Double>?, on canvas: inout C
  ) throws(C.Failure) {
    guard !title.isEmpty else { return }
    let page = canvas.size.width
    let shown = try canvas.shortened(title, in: Look.titleFont, to: page - 2 * Look.clearance)
    let half = try canvas.measure(shown, in: Look.titleFont).width / 2 + Look.clearance
    let middle = min(max(frame.center.x, half), page - half)
    var baseline = frame.top - Look.titlePadding
    if let offset, offset.overlaps(middle - half...middle + half) {
      baseline -= try canvas.measure("", in: Look.font).height
    }
    try canvas.text(
      shown, at: Point(x: middle, y: baseline), style: TextStyle(Look.titleFont, horizontal: .center))
  }

  /// The height at the foot of the page that a note takes up; none without a note.
  static func noteHeight<C: Canvas>(_ note: String, on canvas: C) throws(C.Failure) -> Double {
    note.isEmpty ? 0 : try canvas.measure(note, in: Look.noteFont).height + Look.clearance
  }

  /// Draws a small grey note in the bottom right corner of the page.
  static func drawNote<C: Canvas>(_ note: String, on canvas: inout C) throws(C.Failure) {
    guard !note.isEmpty else { return }
    let size = canvas.size
    let shown = try canvas.shortened(note, in: Look.noteFont, to: size.width - 2 * Look.clearance)
    try canvas.text(
      shown, at: Point(x: size.width - Look.clearance, y: size.height - Look.clearance),
      style: TextStyle(Look.noteFont, color: Look.noteColor, horizontal: .right, vertical: .bottom))
  }
}
