import CPangoCairo
import Figures

/// One line of text, shaped and measured.
final class TextLayout {
  let pointer: OpaquePointer
  let text: String

  init(_ text: String, in font: Font, from fonts: FontSet) {
    self.text = text
    pointer = pango_layout_new(fonts.context)
    let description = FontDescription(families: fonts.families, font)
    pango_layout_set_font_description(pointer, description.pointer)
    pango_layout_set_single_paragraph_mode(pointer, 1)
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { buffer in
      pango_layout_set_text(
        pointer, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

  /// The number of glyphs that would show as boxes.
  var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(pointer)) }

  /// How far the pen moves, in points.
  var width: Double {
    var width: Int32 = 0
    pango_layout_get_size(pointer, &width, nil)
    return Double(width) / Double(PANGO_SCALE)
  }

  /// From the top of the layout to the baseline, in points.
  var baseline: Double { Double(pango_layout_get_baseline(pointer)) / Double(PANGO_SCALE) }
}
