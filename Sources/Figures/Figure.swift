/// A finished picture: its data are computed, it only has to be drawn.
///
/// What could be wrong with its data was refused when it was made, so that drawing fails only where the
/// canvas does.
public protocol Figure: Sendable {
  /// How it is dressed.
  var look: Look { get }

  /// How wide it is meant to be printed; `nil` for the look's own width.
  var width: FigureWidth? { get }

  /// The size it is meant to be drawn at, in points.
  var size: Size { get }

  /// What the figure shows, in a few words: the title of its file.
  var title: String { get }

  /// What the figure says, in a sentence or two, for those who can't see it.
  var summary: String { get }

  /// The numbers it shows.
  var data: FigureData { get }

  /// What it says, in which language.
  var words: FigureWords { get }

  /// Draws the figure over the whole canvas.
  func draw<C: Canvas>(on canvas: inout C) throws(C.Failure)
}

extension Figure {
  /// English.
  public var words: FigureWords { .english }

  var measures: Measures {
    var measures = look.measures
    measures.numbers = words.numbers
    return measures
  }

  /// The width of its page in points.
  var pageWidth: Double { width?.points ?? measures.pageWidth }
}

extension String {
  /// The text as the name of an axis begins: with a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
