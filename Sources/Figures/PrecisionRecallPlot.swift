/// How right the positives are as more and more of them are found: the precision–recall curve.
public struct PrecisionRecallPlot: Figure {
  public let look: Look
  public let width: FigureWidth?
  /// Recalls along, precisions up.
  public let curves: [ScoreCurve]
  /// The share of positives: the precision of calling everything positive.
  public let positiveShare: Double
  public let note: String

  /// - Parameter curves: with falling or rising recall, drawn as steps, each with its average precision.
  public init(
    look: Look = .journal, width: FigureWidth? = nil, curves: [ScoreCurve], positiveShare: Double,
    note: String = ""
  ) throws(FigureError) {
    guard !curves.isEmpty else { throw .empty(series: "precision–recall curves") }
    try checkShares([positiveShare], series: "share of positives")
    self.look = look
    self.width = width
    self.curves = curves
    self.positiveShare = positiveShare
    self.note = note
  }

  private var square: UnitSquareCurves {
    UnitSquareCurves(
      curves: curves,
      guide: UnitSquareCurves.Guide(
        label: "Share of positives (\(NumberFormat.fixed(3).text(positiveShare)))",
        from: (0, positiveShare), to: (1, positiveShare)),
      areaName: "AP", xName: "Recall", yName: "Precision", isStepped: true, note: note, measures: measures)
  }

  public var size: Size { UnitSquareCurves.size(ofWidth: pageWidth) }
  public var title: String { "Precision–recall curve" }
  public var summary: String {
    "Precision over recall. Average precision, where \(NumberFormat.fixed(3).text(positiveShare)) is the "
      + "share of positives: \(square.areas)." + (note.isEmpty ? "" : " Note: \(note).")
  }
  public var data: FigureData { square.data("recall", "precision") }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) { try square.draw(on: &canvas) }
}
