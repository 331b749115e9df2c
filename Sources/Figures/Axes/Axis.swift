/// One side of a frame with ticks, their labels and a name.
struct Axis {
  enum Side {
    case bottom, left, right
  }

  let side: Side
  let scale: LinearScale
  let ticks: Ticks
  let measures: Measures
  /// What the axis shows; empty for nothing.
  var name: String
  /// Of the tick labels.
  var font: Font
  /// Whether the labels of a bottom axis read upwards, so that long ones don't meet.
  var labelsUpwards: Bool
  /// Whether ticks say anything; those of frames over another one need not.
  var showsLabels = true
  /// The room that is kept for labels where several axes are to have their names in line.
  var labelRoom = 0.0
  /// Where the name of an upright axis must lie; by default anywhere on the page.
  var nameSpan: ClosedRange<Double>?

  init(
    side: Side, scale: LinearScale, ticks: Ticks, measures: Measures, name: String = "", font: Font? = nil,
    labelsUpwards: Bool = false
  ) {
    self.side = side
    self.scale = scale
    self.ticks = ticks
    self.measures = measures
    self.name = name
    self.font = font ?? measures.font
    self.labelsUpwards = labelsUpwards
  }

  /// The distance from the frame to the far side of the tick labels.
  func labelDepth<C: Canvas>(on canvas: C) throws(C.Failure) -> Double {
    guard !ticks.labels.isEmpty && showsLabels else { return max(labelRoom, measures.tickLength) }
    let along = side == .bottom && !labelsUpwards
    let room =
      along
      ? try canvas.measure("", in: font).height : try canvas.widest(of: ticks.labels, in: font)
    return max(labelRoom, measures.tickLength + measures.tickPadding + room)
  }

  /// The distance from the frame to the far side of all that the axis draws.
  func depth<C: Canvas>(on canvas: C) throws(C.Failure) -> Double {
    var depth = try labelDepth(on: canvas)
    let line = try canvas.measure("", in: measures.font).height
    if !name.isEmpty { depth += measures.labelPadding + line }
    if !ticks.offsetText.isEmpty && side == .bottom {
      depth = max(depth, try labelDepth(on: canvas) + measures.offsetPadding + line)
    }
    return depth
  }

  /// Draws ticks, labels and name outside of the frame.
  func draw<C: Canvas>(on canvas: inout C, around frame: Rect) throws(C.Failure) {
    try drawTicks(on: &canvas, around: frame)
    try drawName(on: &canvas, around: frame)
    try drawOffset(on: &canvas, around: frame)
  }

  /// The offset of an upright axis stands over its upper end, level with the frame's outer edge; that of a
  /// lower one below its right end.
  private func drawOffset<C: Canvas>(on canvas: inout C, around frame: Rect) throws(C.Failure) {
    guard !ticks.offsetText.isEmpty && showsLabels else { return }
    let above = frame.top - measures.offsetPadding
    let (point, style) =
      switch side {
      case .left: (Point(x: frame.left, y: above), TextStyle(font))
      case .right: (Point(x: frame.right, y: above), TextStyle(font, horizontal: .right))
      case .bottom:
        (
          Point(x: frame.right, y: frame.bottom + (try labelDepth(on: canvas)) + measures.offsetPadding),
          TextStyle(font, horizontal: .right, vertical: .top)
        )
      }
    try canvas.text(ticks.offsetText, at: point, style: style)
  }

  /// What the offset of an upright axis covers above the frame; `nil` where there is none.
  func offsetSpan<C: Canvas>(on canvas: C, around frame: Rect) throws(C.Failure) -> ClosedRange<Double>? {
    guard !ticks.offsetText.isEmpty else { return nil }
    let width = try canvas.measure(ticks.offsetText, in: font).width
    switch side {
    case .left: return frame.left...frame.left + width
    case .right: return frame.right - width...frame.right
    case .bottom: return nil
    }
  }

  private func drawTicks<C: Canvas>(on canvas: inout C, around frame: Rect) throws(C.Failure) {
    var marks = Path()
    let reach = measures.tickLength + measures.tickPadding
    for (value, label) in zip(ticks.positions, ticks.labels) {
      let place = scale.position(of: value)
      let point: Point
      let style: TextStyle
      switch side {
      case .bottom:
        marks.move(to: Point(x: place, y: frame.bottom))
        marks.line(to: Point(x: place, y: frame.bottom + measures.tickLength))
        point = Point(x: place, y: frame.bottom + reach)
        style =
          labelsUpwards
          ? TextStyle(font, rotation: .upwards, horizontal: .right, vertical: .center)
          : TextStyle(font, horizontal: .center, vertical: .top)
      case .left:
        marks.move(to: Point(x: frame.left, y: place))
        marks.line(to: Point(x: frame.left - measures.tickLength, y: place))
        point = Point(x: frame.left - reach, y: place)
        style = TextStyle(font, horizontal: .right, vertical: .digits)
      case .right:
        marks.move(to: Point(x: frame.right, y: place))
        marks.line(to: Point(x: frame.right + measures.tickLength, y: place))
        point = Point(x: frame.right + reach, y: place)
        style = TextStyle(font, horizontal: .left, vertical: .digits)
      }
      if showsLabels { try canvas.text(label, at: point, style: style) }
    }
    canvas.stroke(marks, with: measures.tick)
  }

  private func drawName<C: Canvas>(on canvas: inout C, around frame: Rect) throws(C.Failure) {
    guard !name.isEmpty else { return }
    let font = measures.font
    let clearance = measures.clearance
    let distance = try labelDepth(on: canvas) + measures.labelPadding
    switch side {
    case .bottom:
      // An offset stands at the right end of the same line.
      let end =
        try ticks.offsetText.isEmpty
        ? canvas.size.width
        : frame.right - canvas.measure(ticks.offsetText, in: self.font).width
      let shown = try canvas.shortened(name, in: font, to: end - 2 * clearance)
      let half = try canvas.measure(shown, in: font).width / 2 + clearance
      let middle = max(min(frame.center.x, end - half), half)
      try canvas.text(
        shown, at: Point(x: middle, y: frame.bottom + distance),
        style: TextStyle(font, horizontal: .center, vertical: .top))
    case .left, .right:
      let span = nameSpan ?? clearance...canvas.size.height - clearance
      let shown = try canvas.shortened(name, in: font, to: span.upperBound - span.lowerBound)
      let half = try canvas.measure(shown, in: font).width / 2
      let middle = min(max(frame.center.y, span.lowerBound + half), span.upperBound - half)
      let x = side == .left ? frame.left - distance : frame.right + distance
      try canvas.text(
        shown, at: Point(x: x, y: middle),
        style: TextStyle(
          font, rotation: .upwards, horizontal: .center, vertical: side == .left ? .bottom : .top))
    }
  }
}
