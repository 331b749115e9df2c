/// How right the positives are as more and more of them are found: the precision–recall curve.
public struct PrecisionRecallPlot: Figure {
  public let look: Look
  public let width: FigureWidth?
  /// Recalls along, precisions up.
  public let curves: [ScoreCurve]
  /// The share of positives: the precision of calling everything positive.
  public let positiveShare: Double
  public let note: String
  public let words: FigureWords

  /// - Parameter curves: with falling or rising recall, drawn as steps, each with its average precision.
  public init(
    look: Look = .journal, width: FigureWidth? = nil, curves: [ScoreCurve], positiveShare: Double,
    note: String = "", words: FigureWords = .english
  ) throws(FigureError) {
    guard !curves.isEmpty else { throw .empty(series: "precision–recall curves") }
    try checkShares([positiveShare], series: "share of positives")
    self.look = look
    self.width = width
    self.curves = curves
    self.positiveShare = positiveShare
    self.note = note
    self.words = words
  }

  private var square: UnitSquareCurves {
    UnitSquareCurves(
      curves: curves,
      guide: UnitSquareCurves.Guide(
        label: words(.precisionShare, ["value": words.number(positiveShare, .fixed(3))]),
        from: (0, positiveShare), to: (1, positiveShare)),
      areaName: words(.precisionArea), xName: words(.precisionRecall), yName: words(.precisionPrecision),
      isStepped: true, note: note, words: words, measures: measures)
  }

  public var size: Size { UnitSquareCurves.size(ofWidth: pageWidth) }
  public var title: String { words(.precisionTitle) }
  public var summary: String {
    let values = ["share": words.number(positiveShare, .fixed(3)), "areas": square.areas]
    return words.summary(words(.precisionSummary, values), note: note)
  }
  public var data: FigureData { square.data("recall", "precision") }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) { try square.draw(on: &canvas) }
}
