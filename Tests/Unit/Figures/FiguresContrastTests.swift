import Foundation
import TestSupport
import Testing

@testable import Figures

/// Whether what is drawn can be told from what it is drawn on, by WCAG 2.2: text from a contrast of 4.5 on
/// (1.4.3), lines and marks from 3 on (1.4.11).
@Suite struct FiguresContrastTests {
  struct Pair: CustomStringConvertible {
    let look: Look
    let what: String
    let colors: String
    let contrast: Double
    let isText: Bool

    var needed: Double { isText ? 4.5 : 3 }
    /// The row of the table in `docs/figures.md`.
    var description: String {
      let found = NumberFormat.fixed(2).text(contrast)
      let name = "\(look.rawValue) | \(what) | \(colors) | \(found) | \(NumberFormat.general(2).text(needed))"
      return "| \(name) | \(contrast >= needed ? "yes" : "no") |"
    }

    init(_ look: Look, _ what: String, _ color: Color, on ground: Color = .white, isText: Bool = false) {
      self.look = look
      self.what = what
      colors = "\(color.hex) on \(ground.hex)"
      contrast = color.contrast(with: ground)
      self.isText = isText
    }
  }

  static let pairs: [Pair] = pairs(of: .original) + pairs(of: .journal)

  private static func pairs(of look: Look) -> [Pair] {
    let measures = look.measures
    var pairs: [Pair] = [
      Pair(look, "axis, tick labels, names", .black, isText: true),
      Pair(look, "note at the foot", measures.noteColor, isText: true),
      worstCell(look),
    ]
    if look == .original {
      pairs.append(Pair(look, "training loss", .blue))
      pairs.append(Pair(look, "validation loss", .orange))
      pairs.append(Pair(look, "validation accuracy", .red))
    }
    for (index, pen) in measures.pens.enumerated() {
      pairs.append(Pair(look, "series \(index + 1), outline of its bars", pen.color))
    }
    pairs.append(Pair(look, "guide: chance, threshold, best epoch", measures.guide))
    return pairs
  }

  /// The number that stands out least on its cell, when the cells' colours run over the whole map.
  private static func worstCell(_ look: Look) -> Pair {
    let colors = Colormap.viridis.colors
    let map = HeatMap([[0, 1]], colormap: .viridis)
    var worst = Pair(look, "", .black)
    for (index, color) in colors.enumerated() {
      // The original look chooses as scikit-learn does.
      let value = (Double(index) + 0.5) / Double(colors.count)
      let text = look == .journal ? color.textColor : map.textColor(on: value)
      let pair = Pair(look, "number on a heat map's cell, the worst of 256", text, on: color, isText: true)
      if pair.contrast < worst.contrast { worst = pair }
    }
    return worst
  }

  @Test(arguments: pairs.filter { $0.look == .journal })
  func everythingInAJournalsFigureStandsOut(_ pair: Pair) {
    #expect(pair.contrast >= pair.needed, "\(pair)")
  }

  /// matplotlib's colours are what the look is for, so they stay, and the page names those that fall short.
  @Test func theOriginalLooksColorsFallShortWhereMatplotlibsDo() {
    let short = Self.pairs.filter { $0.look == .original && $0.contrast < $0.needed }.map(\.colors)
    #expect(short == ["#fde725 on #21908d", "#ffa500 on #ffffff", "#ff7f0e on #ffffff"])
  }

  @Test func thePageAboutFiguresHasTheseNumbers() throws {
    let page = try String(contentsOf: Checkout.root.appending(path: "docs/figures.md"), encoding: .utf8)
    for pair in Self.pairs { #expect(page.contains("\n\(pair)\n"), "docs/figures.md lacks: \(pair)") }
  }
}
