import Mustache
import Phrases
import Spelling

/// A set of Mustache templates, parsed once, filled strictly: a folder, or several that lie over each other.
///
/// - The end of a file's name decides its format and with it how values are escaped: `.tex` with the
///   delimiters `<<` and `>>`; `.md`, `.html`, `.csv` and `.txt` with `{{` and `}}`. Files with other
///   ends, hidden files and files named `README` are left alone.
/// - A partial lies in the folder `partials` and ends like the file that draws on it: `<<> footer>>` in
///   `results.tex` is `partials/footer.tex`. It sees the values of the place it is drawn into.
/// - A partial may have blocks, `{{$body}}…{{/body}}`, which whoever draws on it as a parent fills in:
///   `{{<page}}{{$body}}…{{/body}}{{/page}}`. Other blocks keep what stands in them, and of two files that
///   fill in the same block the one further out wins.
/// - Whatever a template asks for must be there; see `TemplateError`.
public struct TemplateLibrary: Sendable {
  /// Where partials lie, seen from the templates' folder.
  public static let partialsFolder = "partials"

  /// From the lowest to the topmost.
  private let layers: [TemplateLayer]
  private let sources: [String: TemplateSource]
  private let links: TemplateLinks
  private let engine: MustacheLibrary

  /// Reads every template in a folder and the folders in it.
  ///
  /// - Throws: the first problem in the order of the files' paths.
  public init(folder: String) throws(TemplateError) {
    try self.init(layers: try TemplateLayer.read([folder]))
  }

  /// Takes templates that are in memory, their texts by path, such as `partials/footer.md`.
  ///
  /// - Throws: the first problem in the order of the paths, which it names as lying in `folder`.
  public init(files: [String: String], in folder: String = "") throws(TemplateError) {
    try self.init(layers: [TemplateLayer(folder: folder, texts: files)])
  }

  /// Takes the templates of several folders, each of which lies over those before it.
  ///
  /// - Throws: the first problem in the order of the paths, which it names as lying in the file's own folder.
  public init(layers: [TemplateLayer]) throws(TemplateError) {
    var sources: [String: TemplateSource] = [:]
    for path in inOrder(Set(layers.flatMap(\.texts.keys))) {
      guard let layer = layers.last(where: { $0.texts[path] != nil }), let text = layer.texts[path],
        let format = TemplateFolder.format(of: path)
      else { continue }
      sources[path] = try TemplateScanner.scan(text, file: layer.file(path), format: format)
    }
    self.layers = layers
    self.sources = sources
    links = TemplateLinks(sources)
    try links.check()
    // No tag can name a file with a question mark.
    let partials = sources.filter { isPartial($0.key) && !$0.key.contains("?") }
    engine = MustacheLibrary(
      templates: Dictionary(
        uniqueKeysWithValues: partials.map { (TemplateSource.engineName(of: $0), $1.template) }))
  }

  /// The templates that can be filled, by path; partials are not among them.
  public var names: [String] { inOrder(sources.keys).filter { !isPartial($0) } }

  /// The text of a template or a partial, by its path in the folder.
  public func text(of file: String) -> String? { layer(of: file)?.texts[file] }

  /// The file that a template or a partial comes from: the topmost of its path.
  public func file(of name: String) -> String { (layer(of: name) ?? layers.last)?.file(name) ?? name }

  private func layer(of name: String) -> TemplateLayer? { layers.last { $0.texts[name] != nil } }

  /// The files a template is made of, by path: itself and the partials and parents it draws on, directly or
  /// not.
  public func files(of name: String) -> [String] { links.files(of: name) }

  /// Everything a template asks of the values that they do not answer, in the order of the text.
  ///
  /// - Throws: where no template has that name.
  public func problems(in name: String, with values: Values) throws(TemplateError) -> [TemplateError] {
    TemplateCheck(try source(name), with: values, among: sources).problems
  }

  /// The keys that a template names, as `Filled.usedKeys`, without filling it.
  ///
  /// - Throws: where no template has that name.
  public func usedKeys(in name: String, with values: Values) throws(TemplateError) -> Set<String> {
    TemplateCheck(try source(name), with: values, among: sources).usedKeys
  }

  /// The template with the values in it.
  ///
  /// - Throws: the first of `problems(in:with:)`.
  public func filled(_ name: String, with values: Values) throws(TemplateError) -> Filled {
    let source = try source(name)
    let check = TemplateCheck(source, with: values, among: sources)
    if let problem = check.problems.first { throw problem }
    let text = source.template.render(
      engineContext(values.root, for: source.format, in: values.numbers), library: engine)
    return Filled(text: source.format.definitions(for: text) + text, usedKeys: inOrder(check.usedKeys))
  }

  private func source(_ name: String) throws(TemplateError) -> TemplateSource {
    guard let source = sources[name], !isPartial(name) else {
      let nearest = nearestName(to: name, in: names)
      throw TemplateError(file: file(of: name), problem: .unknownTemplate(name, nearest: nearest))
    }
    return source
  }
}

/// A template with its values in it.
public struct Filled: Sendable, Equatable {
  /// What the template came to.
  public let text: String
  /// The keys the template names, sorted by bytes; those of a list's items with the list's key before them.
  public let usedKeys: [String]

  /// A filled template.
  public init(text: String, usedKeys: [String]) { (self.text, self.usedKeys) = (text, usedKeys) }
}

func isPartial(_ path: String) -> Bool { path.hasPrefix(TemplateLibrary.partialsFolder + "/") }

/// Names and keys sorted by their bytes.
func inOrder(_ paths: some Sequence<String>) -> [String] {
  paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The values as the engine takes them: text escaped for the format, flags, arrays and dictionaries.
private func engineContext(
  _ group: [String: Values.Node], for format: OutputFormat, in style: NumberStyle
) -> [String: Any] {
  group.mapValues { node -> Any in
    switch node {
    case .group(let inner): engineContext(inner, for: format, in: style)
    case .value(.flag(let flag)): flag
    case .value(.list(let items)): items.map { engineContext($0.root, for: format, in: style) }
    case .value(let value): value.text(for: format, in: style) ?? ""
    }
  }
}
