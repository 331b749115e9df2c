/// Loss, and accuracy beside it, over the epochs of a training: blue dots, an orange and a red line.
public struct LearningCurve: Figure {
  /// The words on the figure.
  public struct Labels: Sendable, Hashable {
    /// Over the axes; empty for none.
    public var title = "Training and validation loss"
    /// Under the horizontal axis.
    public var epochs = "Epochs"
    /// Beside the vertical axis.
    public var values = "Loss"
    public var trainingLoss = "Training loss"
    public var validationLoss = "Validation loss"
    public var validationAccuracy = "Validation Accuracy"

    /// The paper's words.
    public init() {}
  }

  /// The loss on the training rows, epoch by epoch.
  public let trainingLoss: [Double]
  /// The loss on the validation rows; empty without validation.
  public let validationLoss: [Double]
  /// The accuracy on the validation rows; empty without validation.
  public let validationAccuracy: [Double]
  /// The words on the figure.
  public let labels: Labels
  /// A few words at the foot; empty for none.
  public let note: String

  /// A figure of a history whose first values are those of epoch 1.
  ///
  /// - Parameters:
  ///   - validationLoss, validationAccuracy: As many as `trainingLoss`, or empty without validation;
  ///     NaN leaves a gap, and nothing but NaN is left out of the legend.
  ///   - note: A few words in small grey print at the foot of the figure; empty for none.
  /// - Throws: where there is no epoch, series differ in length, or a value is infinite or larger than 1e100.
  public init(
    trainingLoss: [Double], validationLoss: [Double] = [], validationAccuracy: [Double] = [],
    labels: Labels = Labels(), note: String = ""
  ) throws(FigureError) {
    guard !trainingLoss.isEmpty else { throw .empty(series: labels.trainingLoss) }
    try checkDrawable(trainingLoss, series: labels.trainingLoss)
    for (name, values) in [
      (labels.validationLoss, validationLoss), (labels.validationAccuracy, validationAccuracy),
    ] where !values.isEmpty {
      guard values.count == trainingLoss.count else {
        throw .count(series: name, expected: trainingLoss.count, received: values.count)
      }
      try checkDrawable(values, series: name, gapsAllowed: true)
    }
    self.trainingLoss = trainingLoss
    self.validationLoss = validationLoss
    self.validationAccuracy = validationAccuracy
    self.labels = labels
    self.note = note
  }

  public var title: String { labels.title.isEmpty ? "Learning curve" : labels.title }

  public var summary: String {
    let epochs = trainingLoss.count == 1 ? "1 epoch" : "\(trainingLoss.count) epochs"
    let sentences = curves.map { label, _, values in
      let shown = values.filter { !$0.isNaN }.map(NumberFormat.general(3).text)
      return " \(label): \(shown[0]) at first, \(shown[shown.count - 1]) at last."
    }
    return "Line plot over \(epochs).\(sentences.joined())" + (note.isEmpty ? "" : " Note: \(note).")
  }

  /// What is drawn, in the order it is drawn.
  private var curves: [(label: String, style: SeriesStyle, values: [Double])] {
    [
      (labels.trainingLoss, .dots(.blue), trainingLoss),
      (labels.validationLoss, .line(.orange), validationLoss),
      (labels.validationAccuracy, .line(.red), validationAccuracy),
    ].filter { curve in curve.values.contains { !$0.isNaN } }
  }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    Page.drawBackground(on: &canvas)
    let (frame, x, y) = try layout(on: canvas)
    let series = curves.map { label, style, values in
      let points = values.enumerated().map { index, value in
        value.isNaN
          ? nil
          : Point(x: x.scale.position(of: Double(index + 1)), y: y.scale.position(of: value))
      }
      return Series(label: label, style: style, points: points)
    }
    for one in series { one.draw(on: &canvas) }
    Page.drawFrame(frame, on: &canvas)
    try x.draw(on: &canvas, around: frame)
    try y.draw(on: &canvas, around: frame)
    let offset = try y.offsetSpan(on: canvas, around: frame)
    try Page.drawTitle(labels.title, over: frame, avoiding: offset, on: &canvas)
    try Legend(series: series).draw(on: &canvas, in: frame)
    try Page.drawNote(note, on: &canvas)
  }

  /// matplotlib's margins, larger where labels or the note need more.
  private func layout<C: Canvas>(on canvas: C) throws(C.Failure) -> (frame: Rect, x: Axis, y: Axis) {
    let size = canvas.size
    var frame = Rect(
      left: size.width * Look.left, top: size.height * Look.top, right: size.width * Look.right,
      bottom: size.height * Look.bottom)

    // The depth of the lower axis does not depend on its length, but for an offset text.
    let epochs = Limits.around([1, Double(trainingLoss.count)])
    let noteHeight = try Page.noteHeight(note, on: canvas)
    var x = epochAxis(epochs, along: frame)
    let depth = try x.depth(on: canvas) + noteHeight + Look.clearance
    frame.bottom = min(frame.bottom, size.height - depth)

    let limits = Limits.around(curves.map(\.values).joined())
    let locator = MaxNLocator.automatic(length: frame.height, emsPerLabel: 2)
    let y = Axis(
      side: .left, scale: LinearScale(limits, from: frame.bottom, to: frame.top),
      ticks: Ticks(locator, over: limits), name: labels.values)
    frame.left = max(frame.left, try y.depth(on: canvas) + Look.clearance)
    x = epochAxis(epochs, along: frame)
    return (frame, x, y)
  }

  /// Epochs are whole numbers, so their ticks are, even where there are few of them.
  private func epochAxis(_ limits: Limits, along frame: Rect) -> Axis {
    let locator = MaxNLocator.automatic(
      length: frame.width, emsPerLabel: 3, integersOnly: true, minimumTicks: 1)
    return Axis(
      side: .bottom, scale: LinearScale(limits, from: frame.left, to: frame.right),
      ticks: Ticks(locator, over: limits), name: labels.epochs)
  }
}
