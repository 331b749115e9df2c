/// The kinds of file a figure can be written as; the raw value is the file's extension.
public enum ImageFormat: String, CaseIterable, Sendable {
  case pdf, png, svg, pgf
}
