import CPangoCairo
import Figures

extension DocumentSurface {
  /// Says what a PDF shows, and a fixed date in place of the clock's, so that bytes can be compared.
  func describe(_ figure: some Figure) {
    cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_TITLE, oneLine(figure.title))
    cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_SUBJECT, oneLine(figure.summary))
    cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
  }
}

/// The text with spaces for control characters, among them the zero byte that would end it early in C
/// and those that XML does not allow.
func oneLine(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
}
