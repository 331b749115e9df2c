/// How wide a figure is meant to be printed; fonts and pens stay as large as they are at every width.
public enum FigureWidth: Sendable, Hashable {
  /// One of two columns: 84 mm, the narrowest that Springer, IEEE, Nature and Elsevier ask for.
  case column
  /// Both columns: 174 mm, the narrowest of the same four.
  case text
  case millimetres(Double)
  case inches(Double)
  /// TeX's points, 72.27 to the inch: what `\the\columnwidth` prints.
  case texPoints(Double)

  /// The widths for which there is room for axes and words.
  public static let allowed: ClosedRange<Double> = 144...2880

  /// A width as people write it: `column`, `text`, or a number with `mm`, `cm`, `in` or `pt` behind it.
  ///
  /// - Returns: `nil` for anything else, and for what is narrower than two inches or wider than forty.
  public init?(_ text: String) {
    switch text {
    case "column": self = .column
    case "text": self = .text
    default:
      guard let number = Double(text.dropLast(2)) else { return nil }
      switch text.suffix(2) {
      case "mm": self = .millimetres(number)
      case "cm": self = .millimetres(10 * number)
      case "in": self = .inches(number)
      case "pt": self = .texPoints(number)
      default: return nil
      }
    }
    guard Self.allowed.contains(points) else { return nil }
  }

  /// The width in the points of the page, 72 to the inch.
  public var points: Double {
    switch self {
    case .column: 84 / 25.4 * 72
    case .text: 174 / 25.4 * 72
    case .millimetres(let length): length / 25.4 * 72
    case .inches(let length): length * 72
    case .texPoints(let length): length / 72.27 * 72
    }
  }
}
