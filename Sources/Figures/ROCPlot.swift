/// How many positives are found as more and more negatives are taken along: the ROC curve.
public struct ROCPlot: Figure {
  public let look: Look
  public let width: FigureWidth?
  /// False positive rates along, true positive rates up.
  public let curves: [ScoreCurve]
  public let note: String

  /// - Parameter curves: from (0, 0) to (1, 1), each with the area under it.
  public init(
    look: Look = .journal, width: FigureWidth? = nil, curves: [ScoreCurve], note: String = ""
  ) throws(FigureError) {
    guard !curves.isEmpty else { throw .empty(series: "ROC curves") }
    self.look = look
    self.width = width
    self.curves = curves
    self.note = note
  }

  private var square: UnitSquareCurves {
    UnitSquareCurves(
      curves: curves, guide: UnitSquareCurves.Guide(label: "Chance", from: (0, 0), to: (1, 1)),
      areaName: "AUC", xName: "False positive rate", yName: "True positive rate", isStepped: false,
      note: note, measures: measures)
  }

  public var size: Size { UnitSquareCurves.size(ofWidth: pageWidth) }
  public var title: String { "ROC curve" }
  public var summary: String {
    "ROC curve, true positive rate over false positive rate. Area under the curve, where 0.5 is chance: "
      + "\(square.areas)." + (note.isEmpty ? "" : " Note: \(note).")
  }
  public var data: FigureData { square.data("false_positive_rate", "true_positive_rate") }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) { try square.draw(on: &canvas) }
}
