/// Text that its writer has marked up already, one version a format: the only way for raw LaTeX,
/// Markdown or HTML to reach a product, so that it has to be asked for by type.
///
/// Made by code, never from data: a version is printed as it stands.
public struct Markup: Sendable, Equatable {
  /// The same words without markup, for every format that has no version of its own.
  public var plain: String
  /// The LaTeX version; `nil` for the plain words, escaped.
  public var latex: String?
  /// The Markdown version; `nil` for the plain words, escaped.
  public var markdown: String?
  /// The HTML version; `nil` for the plain words, escaped.
  public var html: String?

  /// Words with a version for each format that has one.
  public init(plain: String, latex: String? = nil, markdown: String? = nil, html: String? = nil) {
    (self.plain, self.latex, self.markdown, self.html) = (plain, latex, markdown, html)
  }

  /// The version for the format as it stands, or else the plain words, escaped.
  public func text(for format: OutputFormat) -> String {
    let version: String? =
      switch format {
      case .latex: latex
      case .markdown: markdown
      case .html: html
      case .csv, .plain: nil
      }
    return version ?? format.escaped(plain)
  }
}
