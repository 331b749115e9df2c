extension LearningCurve {
  /// One frame of the journal look: a name, and for training and validation the values and their band.
  private struct PanelValues {
    let name: String
    let curves: [(values: [Double], band: Band?)]

    /// Around all that is drawn of the first epochs.
    func limits(epochs: Int) -> Limits {
      Limits.around(
        curves.flatMap { curve in
          curve.values + [curve.band?.low, curve.band?.high].flatMap { ($0 ?? []).prefix(epochs) }
        })
    }
  }

  private var panels: [PanelValues] {
    [
      PanelValues(
        name: labels.values,
        curves: [(trainingLoss, bands?.trainingLoss), (validationLoss, bands?.validationLoss)]),
      PanelValues(
        name: labels.accuracies,
        curves: [
          (trainingAccuracy, bands?.trainingAccuracy), (validationAccuracy, bands?.validationAccuracy),
        ]),
    ].filter { $0.curves.contains { $0.values.hasValues } }
  }

  /// Draws losses above accuracies on one axis of epochs.
  func drawPanels<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let (panels, epochs) = (panels, trainingLoss.count)
    let layout = try PanelLayout(
      x: PanelLayout.AxisPlan(
        name: labels.epochs, limits: Limits.around([1, Double(epochs)], margin: 0.02), integersOnly: true),
      panels: panels.map { panel in
        PanelLayout.Panel(y: PanelLayout.AxisPlan(name: panel.name, limits: panel.limits(epochs: epochs)))
      },
      legend: legend(of: panels), note: note, measures: measures, on: canvas)
    layout.page.drawBackground(on: &canvas)
    for (index, panel) in panels.enumerated() {
      let (x, y) = (layout.x[index].scale, layout.y[index].scale)
      drawBands(of: panel, x: x, y: y, on: &canvas)
      drawEnding(from: layout.frames[index], x: x, on: &canvas)
      for (place, curve) in panel.curves.enumerated() {
        let points = curve.values.enumerated().map { index, value in
          value.isNaN ? nil : Point(x: x.position(of: Double(index + 1)), y: y.position(of: value))
        }
        PenLine(pen: measures.pen(place), points: points, phase: Double(place)).draw(on: &canvas)
      }
    }
    try layout.draw(note: note, on: &canvas)
  }

  private func drawBands<C: Canvas>(
    of panel: PanelValues, x: LinearScale, y: LinearScale, on canvas: inout C
  ) {
    for (place, curve) in panel.curves.enumerated() {
      for path in curve.band?.paths(x: x, y: y, epochs: trainingLoss.count) ?? [] {
        canvas.fill(path, with: measures.pen(place).color.with(alpha: Self.bandOpacity))
      }
    }
  }

  private func drawEnding<C: Canvas>(from frame: Rect, x: LinearScale, on canvas: inout C) {
    func upright(_ epoch: Int, _ stroke: Stroke) {
      let place = x.position(of: Double(epoch))
      let path = Path(from: Point(x: place, y: frame.top), to: Point(x: place, y: frame.bottom))
      canvas.stroke(path, with: stroke)
    }
    if let best = ending.bestEpoch { upright(best, bestStroke) }
    if ending.stoppedEarly { upright(trainingLoss.count, stopStroke) }
  }

  private static let bandOpacity = 0.18
  private var bestStroke: Stroke { Stroke(measures.guide, width: 0.8, dash: [1, 1.5]) }
  private var stopStroke: Stroke { Stroke(measures.guide, width: 0.8) }

  private func legend(of panels: [PanelValues]) -> [LegendStrip.Entry] {
    var entries: [LegendStrip.Entry] = []
    for (place, name) in [labels.training, labels.validation].enumerated()
    where panels.contains(where: { $0.curves[place].values.hasValues }) {
      entries.append(LegendStrip.Entry(sample: .line(measures.pen(place)), label: name))
    }
    if let best = ending.bestEpoch {
      entries.append(
        LegendStrip.Entry(sample: .upright(bestStroke), label: words(.lossBest, ["epoch": "\(best)"])))
    }
    if ending.stoppedEarly {
      let label = words(.lossStopped, ["epoch": "\(trainingLoss.count)"])
      entries.append(LegendStrip.Entry(sample: .upright(stopStroke), label: label))
    }
    if let bands {
      // A grey of the same strength stands for the bands of both colours.
      let color = Color(white: 0.3, alpha: 2 * Self.bandOpacity)
      entries.append(LegendStrip.Entry(sample: .patch(color), label: bands.label))
    }
    return entries
  }
}
