import Phrases

/// The fonts, pens and distances of a look, in points; none of them depends on the width of the page.
struct Measures: Sendable, Hashable {
  /// The width of a page that is given none.
  let pageWidth: Double

  let font: Font
  let titleFont: Font
  let noteFont: Font
  /// The smallest print that still counts as legible.
  let smallestFont: Double
  let noteColor: Color

  let frame: Stroke
  /// Whether the frame has all four sides, not only those with an axis.
  let framesAllSides: Bool
  let tick: Stroke
  let tickLength: Double
  /// From the end of a tick to its label.
  let tickPadding: Double
  /// From the tick labels to the axis label.
  let labelPadding: Double
  /// From the axes to the text of the offset.
  let offsetPadding: Double
  /// From the axes to the baseline of the title.
  let titlePadding: Double
  /// What labels keep from the edge of the page and from each other at least.
  let clearance: Double

  let lineWidth: Double
  let dotDiameter: Double
  /// The pens of series that stand side by side, in their order.
  let pens: [Pen]
  /// Of what serves only to compare with: chance, a threshold, the best epoch.
  let guide: Color
  /// How the numbers at ticks are written.
  var numbers = NumberStyle.point
}

extension Measures {
  /// matplotlib 3's default style.
  static let original = Measures(
    pageWidth: 6.4 * 72, font: Font(size: 10), titleFont: Font(size: 12), noteFont: Font(size: 7),
    smallestFont: 5, noteColor: Color(white: 0.45),
    frame: Stroke(.black, width: 0.8, cap: .square), framesAllSides: true,
    tick: Stroke(.black, width: 0.8), tickLength: 3.5, tickPadding: 3.5, labelPadding: 4, offsetPadding: 3,
    titlePadding: 6, clearance: 4, lineWidth: 1.5,
    // A marker of 6 points with an edge of 1 point around it, half of it outside.
    dotDiameter: 7,
    pens: ["1f77b4", "ff7f0e", "2ca02c", "d62728"].map { Pen(Color(hex: $0), width: 1.5) },
    guide: Color(white: 0.5))

  /// Eight points are what journals ask of the words in a figure; the colours are those of Okabe and Ito
  /// (2008, "Color Universal Design"), which people of every colour vision tell apart.
  static let journal = Measures(
    pageWidth: FigureWidth.millimetres(120).points, font: Font(.roman, size: 8),
    titleFont: Font(.roman, size: 9), noteFont: Font(.roman, size: 7), smallestFont: 5,
    noteColor: Color(white: 0.4), frame: Stroke(.black, width: 0.5, cap: .square), framesAllSides: false,
    tick: Stroke(.black, width: 0.5), tickLength: 2.5, tickPadding: 2, labelPadding: 2.5, offsetPadding: 2,
    titlePadding: 4, clearance: 3, lineWidth: 1, dotDiameter: 3.5,
    pens: [
      Pen(Color(hex: "0072b2"), width: 1, marker: .circle),
      Pen(Color(hex: "d55e00"), width: 1, dash: [4, 1.8], marker: .square),
      Pen(Color(hex: "009e73"), width: 1, dash: [4, 1.5, 1, 1.5], marker: .triangle),
      Pen(Color(hex: "cc79a7"), width: 1, dash: [1.2, 1.2], marker: .diamond),
    ],
    guide: Color(white: 0.4))

  /// The pen of the series at an index; they come round again after the last.
  func pen(_ index: Int) -> Pen { pens[index % pens.count] }
}

extension Look {
  var measures: Measures {
    switch self {
    case .original: .original
    case .journal: .journal
    }
  }
}
