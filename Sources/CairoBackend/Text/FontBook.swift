import CPangoCairo
import Figures

/// The fonts that have been needed so far, each found and loaded once.
///
/// A text that its typeface can set is set from that typeface alone. Only one that it can't is set from a
/// larger set, so no text looks different for what was drawn before it.
final class FontBook {
  private struct Key: Hashable {
    let typefaces: [Typeface]
    let weight: Font.Weight
  }

  private var sets: [Key: FontSet] = [:]

  /// A book with the font of ordinary labels, so that its absence shows at once.
  init() throws(CairoError) { _ = try set([Typeface(.sans)], weight: .regular) }

  /// The text, shaped in fonts that have all of its glyphs.
  func layout(_ text: String, in font: Font) throws(CairoError) -> TextLayout {
    let line = text.withSpacesForControls
    let own = Typeface(font.family)
    let layout = TextLayout(line, in: font, from: try set([own], weight: font.weight))
    if layout.unknownGlyphs == 0 { return layout }
    var others: [Typeface] = []
    for scalar in line.unicodeScalars {
      if let other = Typeface.fallback(for: scalar), !others.contains(other) { others.append(other) }
    }
    let larger = try set([own] + others, weight: font.weight)
    let complete = TextLayout(line, in: font, from: larger)
    if complete.unknownGlyphs == 0 { return complete }
    let missing = Set(line.unicodeScalars).sorted { $0.value < $1.value }.filter { scalar in
      TextLayout(String(scalar), in: font, from: larger).unknownGlyphs > 0
    }
    throw .glyphsMissing(text: line, characters: missing)
  }

  private func set(_ typefaces: [Typeface], weight: Font.Weight) throws(CairoError) -> FontSet {
    let key = Key(typefaces: typefaces, weight: weight)
    if let known = sets[key] { return known }
    var files: [FontFile] = []
    for typeface in typefaces { files.append(try FontFile(typeface, weight: weight)) }
    let set = try FontSet(files, weight: weight)
    sets[key] = set
    return set
  }
}
