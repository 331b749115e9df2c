extension LearningCurve {
  /// What is drawn, in the order it is drawn.
  private var curves: [(label: String, style: SeriesStyle, values: [Double])] {
    [
      (labels.trainingLoss, .dots(.blue), trainingLoss),
      (labels.validationLoss, .line(.orange), validationLoss),
      (labels.validationAccuracy, .line(.red), validationAccuracy),
    ].filter { $0.values.hasValues }
  }

  /// Draws all curves in one frame, as the paper's script did.
  func drawAsMatplotlib<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let page = Page(measures: measures)
    page.drawBackground(on: &canvas)
    let (frame, x, y) = try layout(page, on: canvas)
    let series = curves.map { label, style, values in
      let points = values.enumerated().map { index, value in
        value.isNaN
          ? nil
          : Point(x: x.scale.position(of: Double(index + 1)), y: y.scale.position(of: value))
      }
      return Series(label: label, style: style, points: points)
    }
    for one in series { one.draw(on: &canvas) }
    page.drawFrame(frame, on: &canvas)
    try x.draw(on: &canvas, around: frame)
    try y.draw(on: &canvas, around: frame)
    let offset = try y.offsetSpan(on: canvas, around: frame)
    try page.drawTitle(labels.title, over: frame, avoiding: offset, on: &canvas)
    try Legend(series: series).draw(on: &canvas, in: frame)
    try page.drawNote(note, on: &canvas)
  }

  /// matplotlib's margins, larger where labels or the note need more.
  private func layout<C: Canvas>(
    _ page: Page, on canvas: C
  ) throws(C.Failure) -> (frame: Rect, x: Axis, y: Axis) {
    let size = canvas.size
    var frame = MatplotlibMargins.frame(in: size)

    // The depth of the lower axis does not depend on its length, but for an offset text.
    let epochs = Limits.around([1, Double(trainingLoss.count)])
    let noteHeight = try page.noteHeight(note, on: canvas)
    var x = try epochAxis(epochs, along: frame, on: canvas)
    let depth = try x.depth(on: canvas) + noteHeight + measures.clearance
    frame.bottom = min(frame.bottom, size.height - depth)

    let limits = Limits.around(curves.map(\.values).joined())
    var y = try valueAxis(limits, along: frame, on: canvas)
    // The title, and a line more where an offset stands beside it.
    let lines = try labels.title.isEmpty ? 0 : canvas.measure("", in: measures.titleFont).ascent
    let offset = try y.ticks.offsetText.isEmpty ? 0 : canvas.measure("", in: measures.font).height
    frame.top = max(frame.top, measures.titlePadding + lines + offset)
    y = try valueAxis(limits, along: frame, on: canvas)
    frame.left = max(frame.left, try y.depth(on: canvas) + measures.clearance)
    x = try epochAxis(epochs, along: frame, on: canvas)
    return (frame, x, y)
  }

  private func valueAxis<C: Canvas>(
    _ limits: Limits, along frame: Rect, on canvas: C
  ) throws(C.Failure) -> Axis {
    let scale = LinearScale(limits, from: frame.bottom, to: frame.top)
    let ticks = try Ticks.fitting(scale, alongWords: false, measures: measures, on: canvas)
    return Axis(side: .left, scale: scale, ticks: ticks, measures: measures, name: labels.values)
  }

  /// Epochs are whole numbers, so their ticks are, even where there are few of them.
  private func epochAxis<C: Canvas>(
    _ limits: Limits, along frame: Rect, on canvas: C
  ) throws(C.Failure) -> Axis {
    let scale = LinearScale(limits, from: frame.left, to: frame.right)
    let ticks = try Ticks.fitting(
      scale, alongWords: true, integersOnly: true, measures: measures, on: canvas)
    return Axis(side: .bottom, scale: scale, ticks: ticks, measures: measures, name: labels.epochs)
  }
}
