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
    var axes = try axes(page, on: canvas)
    var series = series(in: axes)
    var legend = Legend(series: series)
    var plan = try legend.plan(in: axes.frame, on: canvas)
    var place = legend.freePlace(plan.size, in: axes.frame)
    if place == nil {
      // No place in the frame is free, so the legend stands below the axes, which make room for it.
      let width = canvas.size.width - 2 * measures.clearance
      plan = try legend.flatPlan(within: width, on: canvas)
      axes = try self.axes(page, legend: plan.size, on: canvas)
      series = self.series(in: axes)
      legend = Legend(series: series)
      place = try foot(plan.size, page, on: canvas)
    }
    for one in series { one.draw(on: &canvas) }
    page.drawFrame(axes.frame, on: &canvas)
    try axes.x.draw(on: &canvas, around: axes.frame)
    try axes.y.draw(on: &canvas, around: axes.frame)
    let offset = try axes.y.offsetSpan(on: canvas, around: axes.frame)
    try page.drawTitle(labels.title, over: axes.frame, avoiding: offset, on: &canvas)
    if let place { try legend.draw(plan, in: place, on: &canvas) }
    try page.drawNote(note, on: &canvas)
  }

  private struct Axes {
    let frame: Rect
    let x: Axis
    let y: Axis
  }

  private func series(in axes: Axes) -> [Series] {
    curves.map { label, style, values in
      let points = values.enumerated().map { index, value in
        value.isNaN
          ? nil
          : Point(x: axes.x.scale.position(of: Double(index + 1)), y: axes.y.scale.position(of: value))
      }
      return Series(label: label, style: style, points: points)
    }
  }

  /// Where a legend of a given size stands at the foot of the page, over the note.
  private func foot<C: Canvas>(_ size: Size, _ page: Page, on canvas: C) throws(C.Failure) -> Rect {
    let left = (canvas.size.width - size.width) / 2
    let bottom = try canvas.size.height - page.noteHeight(note, on: canvas) - measures.clearance
    return Rect(left: left, top: bottom - size.height, right: left + size.width, bottom: bottom)
  }

  /// matplotlib's margins, larger where labels, the note or a legend below need more.
  private func axes<C: Canvas>(
    _ page: Page, legend: Size? = nil, on canvas: C
  ) throws(C.Failure) -> Axes {
    let size = canvas.size
    var frame = MatplotlibMargins.frame(in: size)

    // The depth of the lower axis does not depend on its length, but for an offset text.
    let epochs = Limits.around([1, Double(trainingLoss.count)])
    let noteHeight = try page.noteHeight(note, on: canvas)
    var x = try epochAxis(epochs, along: frame, on: canvas)
    let below = noteHeight + (legend.map { $0.height + measures.clearance } ?? 0)
    let depth = try x.depth(on: canvas) + below + measures.clearance
    frame.bottom = min(frame.bottom, size.height - depth)

    let limits = Limits.around(curves.map(\.values).joined())
    var y = try valueAxis(limits, along: frame, on: canvas)
    // The title, and a line more where an offset stands beside it.
    let lines = try labels.title.isEmpty ? 0 : canvas.measure("", in: measures.titleFont).ascent
    let offset = try y.ticks.offsetText.isEmpty ? 0 : canvas.measure("", in: measures.font).height
    let top = measures.titlePadding + lines + offset
    // With the legend below, what is left above goes to the curves.
    frame.top = legend == nil ? max(frame.top, top) : top + measures.clearance
    y = try valueAxis(limits, along: frame, on: canvas)
    frame.left = max(frame.left, try y.depth(on: canvas) + measures.clearance)
    x = try epochAxis(epochs, along: frame, on: canvas)
    return Axes(frame: frame, x: x, y: y)
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
