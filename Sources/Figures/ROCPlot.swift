/// How many positives are found as more and more negatives are taken along: the ROC curve.
public struct ROCPlot: Figure {
  public let look: Look
  public let width: FigureWidth?
  /// False positive rates along, true positive rates up.
  public let curves: [ScoreCurve]
  public let note: String
  public let words: FigureWords

  /// - Parameter curves: from (0, 0) to (1, 1), each with the area under it.
  public init(
    look: Look = .journal, width: FigureWidth? = nil, curves: [ScoreCurve], note: String = "",
    words: FigureWords = .english
  ) throws(FigureError) {
    guard !curves.isEmpty else { throw .empty(series: "ROC curves") }
    self.look = look
    self.width = width
    self.curves = curves
    self.note = note
    self.words = words
  }

  private var square: UnitSquareCurves {
    UnitSquareCurves(
      curves: curves, guide: UnitSquareCurves.Guide(label: words(.rocChance), from: (0, 0), to: (1, 1)),
      areaName: words(.rocArea), xName: words(.rocFalsePositives), yName: words(.rocTruePositives),
      isStepped: false, note: note, words: words, measures: measures)
  }

  public var size: Size { UnitSquareCurves.size(ofWidth: pageWidth) }
  public var title: String { words(.rocTitle) }
  public var summary: String {
    let values = ["chance": words.number(0.5, .general(1)), "areas": square.areas]
    return words.summary(words(.rocSummary, values), note: note)
  }
  public var data: FigureData { square.data("false_positive_rate", "true_positive_rate") }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) { try square.draw(on: &canvas) }
}
