import CPangoCairo

extension DocumentSurface {
  /// Says what a PDF shows, and a fixed date in place of the clock's, so that bytes can be compared.
  func describe(_ identity: FigureIdentity) {
    cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_TITLE, identity.title)
    cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_SUBJECT, identity.summary)
    cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_KEYWORDS, identity.data)
    cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
  }
}
