import CPangoCairo
import Figures

/// Pango over a few font files and nothing else, so that text comes out the same whatever is installed.
final class FontSet {
  /// Measures in points, unhinted, at any resolution.
  let context: OpaquePointer
  private let map: OpaquePointer
  private let files: FontFiles

  /// The set of the given files; glyphs that the first lacks are taken from the next.
  init(_ files: FontFiles) throws(CairoError) {
    self.files = files
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      throw .cairo(doing: "making a set of fonts", reason: "Pango has no FreeType, or no memory")
    }
    self.map = OpaquePointer(map)
    pango_fc_font_map_set_config(OpaquePointer(map), files.configuration)
    context = pango_font_map_create_context(map)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    for file in files.files where !loads(file) {
      throw .fontUnusable(family: file.typeface.family, file: file.path)
    }
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(UnsafeMutableRawPointer(map))
  }

  /// The families in the order they are tried.
  var families: String { files.files.map(\.typeface.family).joined(separator: ",") }

  /// Whether Pango finds the typeface in the set and not another in its place.
  ///
  /// A set in which it finds nothing at all would make it crash later.
  private func loads(_ file: FontFile) -> Bool {
    let font = Font(size: 10, weight: files.weight)
    let wanted = FontDescription(families: file.typeface.family, font)
    guard let loaded = pango_context_load_font(context, wanted.pointer) else { return false }
    defer { g_object_unref(loaded) }
    let described = pango_font_describe(loaded)
    defer { pango_font_description_free(described) }
    guard let family = pango_font_description_get_family(described) else { return false }
    let name = String(cString: family)
    return file.families.contains { $0.utf8.elementsEqual(name.utf8) }
  }
}

/// What Pango is asked for: families, weight and size.
final class FontDescription {
  let pointer: OpaquePointer

  init(families: String, _ font: Font) {
    pointer = pango_font_description_new()
    pango_font_description_set_family(pointer, families)
    pango_font_description_set_weight(
      pointer, font.weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(pointer, font.size * Double(PANGO_SCALE))
  }

  deinit { pango_font_description_free(pointer) }
}
