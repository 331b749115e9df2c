/// Text that its writer has marked up already, one version a format: the only way for raw LaTeX,
/// Markdown or HTML to reach a product, so that it has to be asked for by type.
///
/// Made by code, never from data: a version is printed as it stands.
public struct Markup: Sendable, Equatable {
  /// The same words without markup, for every format that has no version of its own.
  public var plain: String
  public var latex: String?
  public var markdown: String?
  public var html: String?

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
