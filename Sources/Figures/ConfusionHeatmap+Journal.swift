extension ConfusionHeatmap {
  /// What every cell says, in one line or two, the most that can be read at the size of the cells.
  struct CellTexts {
    let lines: [[[String]]]
    let font: Font
  }

  /// Draws cells with count and percent under a line that says what the percents are of.
  func drawForJournal<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    let page = Page(measures: measures)
    page.drawBackground(on: &canvas)
    let layout = try JournalConfusionLayout(self, on: canvas)
    let map = HeatMap(values, colormap: .viridis, limits: JournalConfusionLayout.limits(of: self))
    map.draw(on: &canvas, in: layout.cells)
    let texts = try cellTexts(cell: layout.cells.width / Double(classNames.count), on: canvas)
    if let texts { try draw(texts, of: map, on: &canvas, in: layout) }
    page.drawBox(layout.cells, on: &canvas)
    try layout.predicted.draw(on: &canvas, around: layout.cells)
    try layout.truth.draw(on: &canvas, around: layout.cells)
    if let colorbar = layout.colorbar { try colorbar.draw(on: &canvas, in: layout.bar) }
    try drawHeading(texts, on: &canvas, in: layout)
    try page.drawNote(note, on: &canvas)
  }

  /// The forms that the cells' texts can take, the fullest first.
  private var forms: [(words: String, lines: [[[String]]])] {
    func percents(_ format: NumberFormat) -> [[String]] {
      values.map { $0.map { words.number(100 * $0, format) } }
    }
    func rows(_ one: [[String]], _ two: [[String]]) -> [[[String]]] {
      zip(one, two).map { zip($0, $1).map { [$0, $1] } }
    }
    func rows(_ one: [[String]]) -> [[[String]]] { one.map { $0.map { [$0] } } }
    let full = counts.map { $0.map { $0.map(String.init) } }
    guard normalization != nil else { return [("", rows(full ?? texts))] }
    // Where there are many cells, the sign would only crowd them: the line above says it.
    let hasSign = classNames.count <= 5
    let exact = percents(.fixed(1)).map { row in
      row.map { hasSign ? words(.percent, ["number": $0]) : $0 }
    }
    let number = words(.confusionNumberAnd, ["unit": unit])
    let coloured = words(.confusionColoured, ["rows": labels.samples, "unit": unit])
    guard let full else { return [(unit, rows(exact)), (unit, rows(percents(.fixed(0))))] }
    return [
      (number, rows(full, exact)), (number, rows(full, percents(.fixed(0)))),
      (coloured, rows(full)), (unit, rows(percents(.fixed(0)))),
    ]
  }

  /// The fullest form that is legible in cells of a given side; `nil` where none is.
  private func cellTexts<C: Canvas>(
    cell: Double, on canvas: C
  ) throws(C.Failure) -> (words: String, texts: CellTexts)? {
    for form in forms {
      var font = measures.font
      let lines = Double(form.lines[0][0].count)
      let widest = try canvas.widest(of: form.lines.flatMap { $0.flatMap(\.self) }, in: font)
      let height = try canvas.measure("", in: font).height * lines
      font.size *= min(1, 0.82 * cell / widest, 0.95 * cell / height)
      if font.size >= measures.smallestFont {
        return (form.words, CellTexts(lines: form.lines, font: font))
      }
    }
    return nil
  }

  private func draw<C: Canvas>(
    _ texts: (words: String, texts: CellTexts), of map: HeatMap, on canvas: inout C,
    in layout: JournalConfusionLayout
  ) throws(C.Failure) {
    let font = texts.texts.font
    let line = try canvas.measure("", in: font).height
    for (row, cells) in texts.texts.lines.enumerated() {
      for (column, lines) in cells.enumerated() {
        let center = Point(
          x: layout.predicted.scale.position(of: Double(column)),
          y: layout.truth.scale.position(of: Double(row)))
        let color = map.color(of: values[row][column]).textColor
        for (index, text) in lines.enumerated() {
          let down = (Double(index) - Double(lines.count - 1) / 2) * line
          let style = TextStyle(font, color: color, horizontal: .center, vertical: .center)
          try canvas.text(text, at: Point(x: center.x, y: center.y + down), style: style)
        }
      }
    }
  }

  /// Names the normalisation over the cells, and the figure over that.
  private func drawHeading<C: Canvas>(
    _ texts: (words: String, texts: CellTexts)?, on canvas: inout C, in layout: JournalConfusionLayout
  ) throws(C.Failure) {
    let heading = texts.map(\.words) ?? words(.confusionTooMany, ["unit": unit])
    let clearance = measures.clearance
    let room = canvas.size.width - layout.heading.x - clearance
    let shown = try canvas.shortened(heading.isEmpty ? unit : heading, in: measures.font, to: room)
    try canvas.text(shown, at: layout.heading, style: TextStyle(measures.font, vertical: .bottom))
    guard !labels.title.isEmpty else { return }
    let line = try canvas.measure("", in: measures.font).height
    let title = try canvas.shortened(labels.title, in: measures.titleFont, to: room)
    try canvas.text(
      title, at: Point(x: layout.heading.x, y: layout.heading.y - line),
      style: TextStyle(measures.titleFont, vertical: .bottom))
  }
}
