/// Frames one above the other over one horizontal axis, under the names of what they show.
///
/// Only the lowest axis is labelled; the names of the upright axes stand in line. All room that words do not
/// need goes to the frames.
struct PanelLayout {
  /// What an axis is to show, before its length is known.
  struct AxisPlan {
    let name: String
    let limits: Limits
    /// Whether its numbers are whole ones.
    var integersOnly = false
    /// Labels of one's own instead of numbers.
    var ticks: Ticks?
  }

  /// One of the frames, and its share of the height.
  struct Panel {
    let y: AxisPlan
    var weight = 1.0
  }

  let page: Page
  let legend: LegendStrip
  /// From the top; each with its axes.
  private(set) var frames: [Rect] = []
  private(set) var x: [Axis] = []
  private(set) var y: [Axis] = []

  /// - Parameter isSquare: whether a single frame is to be as high as it is wide.
  init<C: Canvas>(
    x plan: AxisPlan, panels: [Panel], legend entries: [LegendStrip.Entry], note: String = "",
    isSquare: Bool = false, measures: Measures, on canvas: C
  ) throws(C.Failure) {
    page = Page(measures: measures)
    legend = LegendStrip(entries: entries, measures: measures)
    let size = canvas.size
    let clearance = measures.clearance
    let line = try canvas.measure("", in: measures.font).height

    var area = Rect(left: 0, top: clearance, right: size.width, bottom: size.height - clearance)
    area.top += try legend.height(in: size.width - 2 * clearance, on: canvas)
    area.bottom -= try page.noteHeight(note, on: canvas)
    // The depth of the lower axis depends on its length only by an offset text, which its name's line holds.
    let rough = LinearScale(plan.limits, from: 0, to: size.width)
    area.bottom -= try Self.axis(.bottom, plan, rough, measures, on: canvas).depth(on: canvas)

    // A tick label at the end of an axis reaches half a line beyond it.
    let gap = line + clearance
    let hasOffset = panels.contains { panel in
      panel.y.ticks == nil && !Ticks(MaxNLocator(bins: 4), over: panel.y.limits).offsetText.isEmpty
    }
    area.top += hasOffset ? line + measures.offsetPadding : line / 2
    let offsetRoom = hasOffset ? line : 0
    let heights = area.height - (gap + offsetRoom) * Double(panels.count - 1)
    let weights = panels.reduce(0) { $0 + $1.weight }
    var top = area.top
    for panel in panels {
      let height = heights * panel.weight / weights
      frames.append(Rect(left: 0, top: top, right: size.width, bottom: top + height))
      top += height + gap + offsetRoom
    }

    for (panel, frame) in zip(panels, frames) {
      let scale = LinearScale(panel.y.limits, from: frame.bottom, to: frame.top)
      var axis = try Self.axis(.left, panel.y, scale, measures, on: canvas)
      axis.nameSpan = frame.top - gap / 2 + 1...frame.bottom + gap / 2 - 1
      y.append(axis)
    }
    var labelRoom = 0.0
    for axis in y { labelRoom = max(labelRoom, try axis.labelDepth(on: canvas)) }
    var depth = 0.0
    for index in y.indices {
      y[index].labelRoom = labelRoom
      depth = max(depth, try y[index].depth(on: canvas))
    }
    var left = depth + clearance
    var right = size.width - clearance
    // Half of the last label lies beyond the end of the axis; which one it is depends on the length little.
    let last = try Self.axis(.bottom, plan, rough, measures, on: canvas).ticks
    right -= try canvas.widest(of: Array(last.labels.suffix(1)), in: measures.font) / 2
    if isSquare, let frame = frames.first, right - left > frame.height {
      let excess = right - left - frame.height
      left += excess / 2
      right -= excess / 2
    }
    for index in frames.indices {
      frames[index].left = left
      frames[index].right = right
      if isSquare, right - left < frames[index].height {
        let excess = frames[index].height - (right - left)
        frames[index].top += excess / 2
        frames[index].bottom -= excess / 2
        let scale = LinearScale(panels[index].y.limits, from: frames[index].bottom, to: frames[index].top)
        let room = y[index].labelRoom
        y[index] = try Self.axis(.left, panels[index].y, scale, measures, on: canvas)
        y[index].labelRoom = room
      }
      let scale = LinearScale(plan.limits, from: left, to: right)
      var axis = try Self.axis(.bottom, plan, scale, measures, on: canvas)
      if index < frames.count - 1 {
        axis.showsLabels = false
        axis.name = ""
      }
      x.append(axis)
    }
  }

  /// Draws the frames, their axes and the names above them, over what the frames hold.
  func draw<C: Canvas>(note: String, on canvas: inout C) throws(C.Failure) {
    for (index, frame) in frames.enumerated() {
      page.drawFrame(frame, on: &canvas)
      try x[index].draw(on: &canvas, around: frame)
      try y[index].draw(on: &canvas, around: frame)
    }
    let clearance = page.measures.clearance
    let width = canvas.size.width - 2 * clearance
    try legend.draw(on: &canvas, at: Point(x: clearance, y: clearance), width: width)
    try page.drawNote(note, on: &canvas)
  }

  private static func axis<C: Canvas>(
    _ side: Axis.Side, _ plan: AxisPlan, _ scale: LinearScale, _ measures: Measures, on canvas: C
  ) throws(C.Failure) -> Axis {
    let ticks =
      if let ticks = plan.ticks { ticks } else {
        try Ticks.fitting(
          scale, alongWords: side == .bottom, integersOnly: plan.integersOnly, measures: measures, on: canvas)
      }
    return Axis(side: side, scale: scale, ticks: ticks, measures: measures, name: plan.name)
  }
}
