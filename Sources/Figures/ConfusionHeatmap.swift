/// A confusion matrix as coloured cells with their numbers, rows true and columns predicted classes.
///
/// It looks like scikit-learn's `ConfusionMatrixDisplay(matrix, display_labels=classNames).plot()`.
public struct ConfusionHeatmap: Figure {
  /// `values[i][j]` belongs to samples of class `i` that were predicted as class `j`.
  public let values: [[Double]]
  /// What stands in the cells, in the shape of `values`.
  public let texts: [[String]]
  /// What stands beside the rows and below the columns.
  public let classNames: [String]
  /// The words around the cells.
  public let labels: Labels
  /// A few words at the foot; empty for none.
  public let note: String

  /// The words around the cells.
  public struct Labels: Sendable, Hashable {
    /// Over the cells; empty for none, as in scikit-learn.
    public var title = ""
    /// Under the columns.
    public var predicted = "Predicted label"
    /// Beside the rows.
    public var truth = "True label"

    /// scikit-learn's words.
    public init() {}
  }

  /// A figure of shares, such as those of `normalize="all"`, each of all samples.
  ///
  /// - Parameters:
  ///   - format: How the shares are written; two significant digits unless told otherwise.
  ///   - note: A few words in small grey print at the foot of the figure; empty for none.
  /// - Throws: where there is no cell, rows and names differ in number, or a share is not finite.
  public init(
    shares: [[Double]], classNames: [String], format: NumberFormat = .general(2),
    labels: Labels = Labels(), note: String = ""
  ) throws(FigureError) {
    try self.init(
      values: shares, texts: shares.map { $0.map(format.text) }, classNames: classNames,
      labels: labels, note: note)
  }

  /// A figure of counts, written in full where that is no longer than two digits and an exponent.
  ///
  /// - Throws: where there is no cell, or rows and names differ in number.
  public init(
    counts: [[Int]], classNames: [String], labels: Labels = Labels(), note: String = ""
  ) throws(FigureError) {
    let texts = counts.map { row in
      row.map { count in
        let short = NumberFormat.general(2).text(Double(count))
        let full = String(count)
        return full.utf8.count < short.utf8.count ? full : short
      }
    }
    try self.init(
      values: counts.map { $0.map(Double.init) }, texts: texts, classNames: classNames, labels: labels,
      note: note)
  }

  private init(
    values: [[Double]], texts: [[String]], classNames: [String], labels: Labels, note: String
  ) throws(FigureError) {
    guard !values.isEmpty else { throw .empty(series: "confusion matrix") }
    guard classNames.count == values.count else {
      throw .count(series: "class names", expected: values.count, received: classNames.count)
    }
    for (index, row) in values.enumerated() {
      let name = "confusion matrix, row \(index + 1)"
      guard row.count == values.count else {
        throw .count(series: name, expected: values.count, received: row.count)
      }
      try checkDrawable(row, series: name)
    }
    self.values = values
    self.texts = texts
    self.classNames = classNames
    self.labels = labels
    self.note = note
  }

  public var title: String { labels.title.isEmpty ? "Confusion matrix" : labels.title }

  public var summary: String {
    let cells = zip(classNames, texts).flatMap { truth, row in
      zip(classNames, row).map { predicted, text in "true \(truth), predicted \(predicted): \(text)" }
    }
    // Nobody wants hundreds of cells read out.
    let details = cells.count <= 25 ? ": \(cells.joined(separator: "; "))" : ""
    return "Confusion matrix of \(classNames.count) classes\(details)."
      + (note.isEmpty ? "" : " Note: \(note).")
  }

  var heatMap: HeatMap { HeatMap(values, colormap: .viridis) }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    Page.drawBackground(on: &canvas)
    let map = heatMap
    let layout = try ConfusionLayout(self, on: canvas)
    map.draw(on: &canvas, in: layout.cells)
    try drawTexts(of: map, on: &canvas, in: layout)
    Page.drawFrame(layout.cells, on: &canvas)
    try layout.predicted.draw(on: &canvas, around: layout.cells)
    try layout.truth.draw(on: &canvas, around: layout.cells)
    let colorbar = Colorbar(colormap: map.colormap, limits: map.limits)
    try colorbar.draw(on: &canvas, in: layout.colorbar)
    let key = colorbar.axis(along: layout.colorbar)
    let offset = try key.offsetSpan(on: canvas, around: layout.colorbar)
    try Page.drawTitle(labels.title, over: layout.cells, avoiding: offset, on: &canvas)
    try Page.drawNote(note, on: &canvas)
  }

  /// Writes every number into the middle of its cell, smaller where the widest would not fit.
  private func drawTexts<C: Canvas>(
    of map: HeatMap, on canvas: inout C, in layout: ConfusionLayout
  ) throws(C.Failure) {
    var font = Look.font
    let cell = layout.cells.width / Double(classNames.count)
    let widest = try canvas.widest(of: texts.flatMap(\.self), in: font)
    font.size *= min(1, 0.9 * cell / widest)
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
