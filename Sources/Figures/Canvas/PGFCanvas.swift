import Foundation

/// A canvas that writes a PGF picture, in which LaTeX sets the text with the fonts of its document.
///
/// It asks another canvas how much room a text will take; where that measures Latin Modern and the document
/// is set in it, all is where it was planned. The picture needs the packages `pgf` and `lmodern` and is read
/// by `\input`. Text is escaped; letters that the document's encoding lacks are its own affair.
public struct PGFCanvas<Ruler: Canvas>: Canvas {
  private let ruler: Ruler
  private var commands: [String] = []

  public init(measuringWith ruler: Ruler) { self.ruler = ruler }

  public var size: Size { ruler.size }

  public func measure(_ text: String, in font: Font) throws(Ruler.Failure) -> TextMetrics {
    try ruler.measure(text, in: font)
  }

  /// The whole picture, in the order of the calls.
  ///
  /// - Parameters:
  ///   - title, data: what the figure shows and the hash of its numbers, for the comment on top.
  public func document(title: String, data: String) -> String {
    let box = Path(Rect(left: 0, top: 0, right: size.width, bottom: size.height))
    let lines =
      [
        "% \(title)", "% Data: \(data)", "% Needs \\usepackage{pgf}; reads best in \\usepackage{lmodern}.",
        "\\begin{pgfpicture}", steps(box) + "\\pgfusepath{use as bounding box}",
      ] + commands + ["\\end{pgfpicture}"]
    // A line end would be a space where the picture is read.
    return lines.map { $0.hasPrefix("% ") ? $0 : $0 + "%" }.joined(separator: "\n") + "\n"
  }

  public mutating func stroke(_ path: Path, with stroke: Stroke) {
    let cap =
      switch stroke.cap {
      case .butt: "\\pgfsetbuttcap"
      case .round: "\\pgfsetroundcap"
      case .square: "\\pgfsetrectcap"
      }
    let dash = stroke.dash.map { "{\(Self.number($0))bp}" }.joined()
    scope(
      color("stroke", stroke.color)
        + "\\pgfsetlinewidth{\(Self.number(stroke.width))bp}\(cap)\\pgfsetroundjoin"
        + (dash.isEmpty ? "" : "\\pgfsetdash{\(dash)}{0bp}") + steps(path) + "\\pgfusepath{stroke}")
  }

  public mutating func fill(_ path: Path, with color: Color) {
    scope(self.color("fill", color) + steps(path) + "\\pgfusepath{fill}")
  }

  /// Draws every pixel as a rectangle that reaches under those drawn after it, or viewers would show hairlines.
  public mutating func image(_ raster: Raster, in rect: Rect) {
    for (index, color) in raster.pixels.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: raster.columns)
      let left = rect.left + rect.width * Double(column) / Double(raster.columns)
      let top = rect.top + rect.height * Double(row) / Double(raster.rows)
      fill(Path(Rect(left: left, top: top, right: rect.right, bottom: rect.bottom)), with: color)
    }
  }

  public mutating func text(_ text: String, at point: Point, style: TextStyle) throws(Ruler.Failure) {
    guard !text.isEmpty else { return }
    // LaTeX's width may differ by a hair, so it is the anchor that is handed over, not the beginning.
    var anchored = style
    anchored.horizontal = .left
    let baseline = anchored.baseline(of: try measure(text, in: style.font), at: point)
    let side =
      switch style.horizontal {
      case .left: "left,"
      case .center: ""
      case .right: "right,"
      }
    let turn = style.rotation == .upwards ? ",rotate=90" : ""
    let font = style.font
    let size = "\\fontsize{\(Self.number(font.size))bp}{\(Self.number(1.2 * font.size))bp}\\selectfont"
    let family =
      switch font.family {
      case .roman, .serif: "\\rmfamily"
      case .sans: "\\sffamily"
      case .mono: "\\ttfamily"
      }
    let ellipsis = text.contains("…") ? try measure("…", in: style.font).width : 0
    scope(
      "\\pgftext[\(side)base,at={\(place(baseline))}\(turn)]{"
        + "\\normalfont\(family)\(font.weight == .bold ? "\\bfseries" : "")\(size)"
        + "\\color[rgb]{\(components(style.color))}\(Self.escaped(text, ellipsisWidth: ellipsis))}")
  }

  private mutating func scope(_ body: String) {
    commands.append("\\begin{pgfscope}\(body)\\end{pgfscope}")
  }

  private func color(_ use: String, _ color: Color) -> String {
    "\\definecolor{linercolor}{rgb}{\(components(color))}\\pgfset\(use)color{linercolor}"
      + (color.alpha < 1 ? "\\pgfset\(use)opacity{\(Self.number(color.alpha))}" : "")
  }

  private func components(_ color: Color) -> String {
    [color.red, color.green, color.blue].map { Self.number($0) }.joined(separator: ",")
  }

  private func steps(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let point): "\\pgfpathmoveto{\(place(point))}"
      case .line(let point): "\\pgfpathlineto{\(place(point))}"
      case .curve(let first, let second, to: let end):
        "\\pgfpathcurveto{\(place(first))}{\(place(second))}{\(place(end))}"
      case .close: "\\pgfpathclose"
      }
    }.joined()
  }

  /// PGF counts upwards from the lower left corner.
  private func place(_ point: Point) -> String {
    "\\pgfqpoint{\(Self.number(point.x))bp}{\(Self.number(size.height - point.y))bp}"
  }

  private static func number(_ value: Double) -> String {
    let text = NumberFormat.fixed(4).text(value)
    let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    let short = String(digits.reversed())
    return short.isEmpty || short == "-0" ? "0" : short
  }

  /// The text as LaTeX reads it.
  ///
  /// Empty groups keep characters from joining into dashes, quotes and the like. An ellipsis is three points set
  /// as wide as it was measured, in points: LaTeX's own is wider than the character.
  static func escaped(_ text: String, ellipsisWidth: Double) -> String {
    text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\": "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "%", "_": "\\\(scalar)"
      case "^": "\\textasciicircum{}"
      case "~": "\\textasciitilde{}"
      case "<": "\\textless{}"
      case ">": "\\textgreater{}"
      case "|": "\\textbar{}"
      case "\"": "{\\char34}"
      case "-", "'", "`", ",", "!", "?": "\(scalar){}"
      case "\u{2212}": "\\ensuremath{-}"
      case "–": "--"
      case "—": "---"
      case "…": "\\hbox to \(Self.number(ellipsisWidth))bp{.\\hss.\\hss.}"
      default:
        scalar.properties.generalCategory == .control
          ? " " : scalar.value <= 0xFF ? String(scalar) : decidedByEngine(scalar)
      }
    }.joined()
  }

  /// A letter that pdfLaTeX may not know: it then prints the letter's code, where it
  /// would stop otherwise.
  private static func decidedByEngine(_ scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return "\\ifdefined\\Umathcode \(scalar)\\else"
      + "\\ifcsname u8:\\detokenize{\(scalar)}\\endcsname \(scalar)\\else U+\(digits)\\fi\\fi{}"
  }
}
