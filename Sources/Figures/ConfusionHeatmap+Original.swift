extension ConfusionHeatmap {
  var heatMap: HeatMap { HeatMap(values, colormap: .viridis) }

  /// Draws what `ConfusionMatrixDisplay` does.
  func drawAsScikitLearn<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let page = Page(measures: measures)
    page.drawBackground(on: &canvas)
    let map = heatMap
    let layout = try ConfusionLayout(self, on: canvas)
    map.draw(on: &canvas, in: layout.cells)
    try drawTexts(of: map, on: &canvas, in: layout)
    page.drawBox(layout.cells, on: &canvas)
    try layout.predicted.draw(on: &canvas, around: layout.cells)
    try layout.truth.draw(on: &canvas, around: layout.cells)
    let colorbar = Colorbar(colormap: map.colormap, limits: map.limits, measures: measures)
    try colorbar.draw(on: &canvas, in: layout.colorbar)
    let key = colorbar.axis(along: layout.colorbar)
    let offset = try key.offsetSpan(on: canvas, around: layout.colorbar)
    // Numbers of the key stand as high as the title.
    try page.drawTitle(
      labels.title, over: layout.cells, until: layout.colorbar.right, avoiding: offset, on: &canvas)
    try page.drawNote(note, on: &canvas)
  }

  /// Writes every number into the middle of its cell, smaller where the widest would not fit; none where that
  /// would be too small to read.
  private func drawTexts<C: Canvas>(
    of map: HeatMap, on canvas: inout C, in layout: ConfusionLayout
  ) throws(C.Failure) {
    var font = measures.font
    let cell = layout.cells.width / Double(classNames.count)
    let widest = try canvas.widest(of: texts.flatMap(\.self), in: font)
    font.size *= min(1, 0.9 * cell / widest)
    guard font.size >= measures.smallestFont else { return }
    for (row, (rowValues, rowTexts)) in zip(values, texts).enumerated() {
      for (column, (value, text)) in zip(rowValues, rowTexts).enumerated() {
        let center = Point(
          x: layout.predicted.scale.position(of: Double(column)),
          y: layout.truth.scale.position(of: Double(row)))
        let style = TextStyle(
          font, color: map.textColor(on: value), horizontal: .center, vertical: .center)
        try canvas.text(text, at: center, style: style)
      }
    }
  }
}
