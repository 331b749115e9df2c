/// One side of a frame with ticks, their labels and a name.
struct Axis {
  enum Side {
    case bottom, left, right
  }

  let side: Side
  let scale: LinearScale
  let ticks: Ticks
  /// What the axis shows; empty for nothing.
  var name = ""
  var font = Look.font
  /// Whether the labels of a bottom axis read upwards, so that long ones don't meet.
  var labelsUpwards = false

  /// The distance from the frame to the far side of the tick labels.
  private func labelDepth<C: Canvas>(on canvas: C) throws(C.Failure) -> Double {
    guard !ticks.labels.isEmpty else { return Look.tickLength }
    let along = side == .bottom && !labelsUpwards
    let room =
      along
      ? try canvas.measure("", in: font).height : try canvas.widest(of: ticks.labels, in: font)
    return Look.tickLength + Look.tickPadding + room
  }

  /// The distance from the frame to the far side of all that the axis draws.
  func depth<C: Canvas>(on canvas: C) throws(C.Failure) -> Double {
    var depth = try labelDepth(on: canvas)
    let line = try canvas.measure("", in: Look.font).height
    if !name.isEmpty { depth += Look.labelPadding + line }
    if !ticks.offsetText.isEmpty && side == .bottom {
      depth = max(depth, try labelDepth(on: canvas) + Look.offsetPadding + line)
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
    guard !ticks.offsetText.isEmpty else { return }
    let above = frame.top - Look.offsetPadding
    let (point, style) =
      switch side {
      case .left: (Point(x: frame.left, y: above), TextStyle(font))
      case .right: (Point(x: frame.right, y: above), TextStyle(font, horizontal: .right))
      case .bottom:
        (
          Point(x: frame.right, y: frame.bottom + (try labelDepth(on: canvas)) + Look.offsetPadding),
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
    let reach = Look.tickLength + Look.tickPadding
    for (value, label) in zip(ticks.positions, ticks.labels) {
      let place = scale.position(of: value)
      switch side {
      case .bottom:
        marks.move(to: Point(x: place, y: frame.bottom))
        marks.line(to: Point(x: place, y: frame.bottom + Look.tickLength))
        let style =
          labelsUpwards
          ? TextStyle(font, rotation: .upwards, horizontal: .right, vertical: .center)
          : TextStyle(font, horizontal: .center, vertical: .top)
        try canvas.text(label, at: Point(x: place, y: frame.bottom + reach), style: style)
      case .left:
        marks.move(to: Point(x: frame.left, y: place))
        marks.line(to: Point(x: frame.left - Look.tickLength, y: place))
        let style = TextStyle(font, horizontal: .right, vertical: .digits)
        try canvas.text(label, at: Point(x: frame.left - reach, y: place), style: style)
      case .right:
        marks.move(to: Point(x: frame.right, y: place))
        marks.line(to: Point(x: frame.right + Look.tickLength, y: place))
        let style = TextStyle(font, horizontal: .left, vertical: .digits)
        try canvas.text(label, at: Point(x: frame.right + reach, y: place), style: style)
      }
    }
    canvas.stroke(marks, with: Look.tick)
  }

  private func drawName<C: Canvas>(on canvas: inout C, around frame: Rect) throws(C.Failure) {
    guard !name.isEmpty else { return }
    let distance = try labelDepth(on: canvas) + Look.labelPadding
    switch side {
    case .bottom:
      let shown = try canvas.shortened(name, in: Look.font, to: canvas.size.width - 2 * Look.clearance)
      let half = try canvas.measure(shown, in: Look.font).width / 2 + Look.clearance
      let middle = min(max(frame.center.x, half), canvas.size.width - half)
      try canvas.text(
        shown, at: Point(x: middle, y: frame.bottom + distance),
        style: TextStyle(Look.font, horizontal: .center, vertical: .top))
    case .left:
      let shown = try canvas.shortened(name, in: Look.font, to: canvas.size.height - 2 * Look.clearance)
      let half = try canvas.measure(shown, in: Look.font).width / 2 + Look.clearance
      let middle = min(max(frame.center.y, half), canvas.size.height - half)
      try canvas.text(
        shown, at: Point(x: frame.left - distance, y: middle),
        style: TextStyle(Look.font, rotation: .upwards, horizontal: .center, vertical: .bottom))
    case .right:
      preconditionFailure("No figure names a right axis.")
    }
  }
}
