/// A finished picture: its data are computed, it only has to be drawn.
///
/// What could be wrong with its data was refused when it was made, so that drawing fails only where the
/// canvas does.
public protocol Figure: Sendable {
  /// The size it is meant to be drawn at.
  var size: Size { get }

  /// What the figure shows, in a few words: the title of its file.
  var title: String { get }

  /// What the figure says, in a sentence or two, for those who can't see it.
  var summary: String { get }

  /// Draws the figure over the whole canvas.
  func draw<C: Canvas>(on canvas: inout C) throws(C.Failure)
}

extension Figure {
  /// 6.4 by 4.8 inches, as matplotlib's.
  public var size: Size { Look.pageSize }
}
