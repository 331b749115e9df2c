/// The language of a product, which decides how text is escaped in it.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  case latex, markdown, html, csv, plain

  /// The format of files whose names end so, without the dot: `tex`, `md`, `html`, `csv`, `txt`.
  public init?(fileExtension: String) {
    guard let format = Self.allCases.first(where: { $0.fileExtension == fileExtension }) else { return nil }
    self = format
  }

  /// How the names of its files end, without the dot.
  public var fileExtension: String {
    switch self {
    case .latex: "tex"
    case .markdown: "md"
    case .html: "html"
    case .csv: "csv"
    case .plain: "txt"
    }
  }

  /// What opens and closes a template's tags: `<<` and `>>` in LaTeX, where braces mean something
  /// else, `{{` and `}}` everywhere else.
  var delimiters: Delimiters {
    self == .latex ? Delimiters(open: "<<", close: ">>") : Delimiters(open: "{{", close: "}}")
  }
}

/// What opens and closes a template's tags.
struct Delimiters: Sendable, Equatable {
  var open: String
  var close: String
}
