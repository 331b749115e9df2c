import CPangoCairo
import Figures

/// The fonts that one thread at a time sets text in, each loaded when it is first needed.
///
/// A text that its typeface can set is set from that typeface alone. Only one that it can't is set from a
/// larger set, so no text looks different for what was drawn before it.
///
/// It may go from one thread to the next, but two must never use it at once: the renderer lends each book to one.
final class FontBook: @unchecked Sendable {
  private struct Key: Hashable {
    let typefaces: [Typeface]
    let weight: Font.Weight
  }

  private struct Line: Hashable {
    let text: String
    let font: Font
  }

  private let catalogue: FontCatalogue
  private var sets: [Key: FontSet] = [:]
  /// Every text of a figure is measured before it is drawn, often more than once, and for each of its formats.
  private var layouts: [Line: TextLayout] = [:]
  private static let mostLayouts = 4096

  /// - Parameter catalogue: to be shared by books that are used side by side.
  init(_ catalogue: FontCatalogue = FontCatalogue()) { self.catalogue = catalogue }

  /// The text, shaped in fonts that have all of its glyphs.
  func layout(_ text: String, in font: Font) throws(CairoError) -> TextLayout {
    let line = Line(text: text.withSpacesForControls, font: font)
    if let known = layouts[line], known.text.utf8.elementsEqual(line.text.utf8) { return known }
    let layout = try shaped(line.text, in: font)
    if layouts.count == Self.mostLayouts { layouts.removeAll() }
    layouts[line] = layout
    return layout
  }

  private func shaped(_ line: String, in font: Font) throws(CairoError) -> TextLayout {
    let own = Typeface(font)
    let layout = TextLayout(line, in: font, from: try set([own], weight: font.weight))
    if layout.unknownGlyphs == 0 { return layout }
    // Fonts are asked for only as far as the text needs them: each is a package to install.
    var typefaces = [own]
    var missing: [Unicode.Scalar] = []
    for scalar in line.unicodeScalars where !missing.contains(scalar) {
      let candidates = Typeface.fallbacks(for: scalar, in: font.family)
      var isKnown = try has(scalar, in: typefaces, font)
      for candidate in candidates where !isKnown {
        if !typefaces.contains(candidate) { typefaces.append(candidate) }
        isKnown = try has(scalar, in: typefaces, font)
      }
      if !isKnown { missing.append(scalar) }
    }
    guard missing.isEmpty else {
      throw .glyphsMissing(text: line, characters: missing.sorted { $0.value < $1.value })
    }
    let complete = TextLayout(line, in: font, from: try set(typefaces, weight: font.weight))
    guard complete.unknownGlyphs == 0 else {
      // Each is known by itself, so it is marks that no font joins to their letters.
      let marks = line.unicodeScalars.filter { $0.properties.generalCategory == .nonspacingMark }
      throw .glyphsMissing(text: line, characters: Array(marks))
    }
    return complete
  }

  private func has(
    _ scalar: Unicode.Scalar, in typefaces: [Typeface], _ font: Font
  ) throws(CairoError) -> Bool {
    TextLayout(String(scalar), in: font, from: try set(typefaces, weight: font.weight)).unknownGlyphs == 0
  }

  private func set(_ typefaces: [Typeface], weight: Font.Weight) throws(CairoError) -> FontSet {
    let key = Key(typefaces: typefaces, weight: weight)
    if let known = sets[key] { return known }
    let set = try FontSet(try catalogue.files(of: typefaces, weight: weight))
    sets[key] = set
    return set
  }
}
