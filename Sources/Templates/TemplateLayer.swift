/// One folder of templates among several that lie over each other: of files of the same path the topmost counts.
///
/// Subfolders are part of a folder, except those that are not its own:
/// - a language's, named by its tag (`de`, `pt-BR`), lies over the folder for reports in that language;
/// - `words` holds no templates;
/// - one that has `partials` of its own, or that is named as a layer itself, is another set of templates.
public struct TemplateLayer: Sendable, Equatable {
  /// The folder, as errors name it.
  public let folder: String
  let texts: [String: String]

  /// Templates that are in memory, their texts by path, such as `partials/footer.md`.
  public init(folder: String, texts: [String: String]) { (self.folder, self.texts) = (folder, texts) }

  /// A file of the layer, as errors name it.
  func file(_ path: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// Reads folders that lie over each other.
  ///
  /// - Parameters:
  ///   - folders: from the lowest to the topmost.
  ///   - language: the tag of the report's language; its folder lies over each folder that has one.
  /// - Returns: the layers, from the lowest to the topmost.
  /// - Throws: the first file or folder that cannot be read.
  public static func read(_ folders: [String], language: String? = nil) throws(TemplateError) -> [Self] {
    var layers: [Self] = []
    for path in Self.paths(folders, language: language) {
      let folder = TemplateFolder(path)
      let inside = folders.compactMap { other in
        other.hasPrefix(path + "/") ? String(other.dropFirst(path.count + 1)) : nil
      }
      layers.append(Self(folder: path, texts: try folder.texts(besides: inside)))
    }
    return layers
  }

  /// The folders with those of a language, from the lowest to the topmost: `templates`, `templates/de`, `mine`,
  /// `mine/de`.
  ///
  /// Of a regional language such as `de-AT` the folder of the language itself lies below.
  public static func paths(_ folders: [String], language: String? = nil) -> [String] {
    let tags =
      language.map { tag in tag.contains("-") ? [String(tag.prefix { $0 != "-" }), tag] : [tag] } ?? []
    return folders.flatMap { folder in
      [folder] + tags.map { "\(folder)/\($0)" }.filter { TemplateFolder($0).exists }
    }
  }

  /// Whether a folder of this name holds what lies over its own folder for one language: `de`, `pt-BR`.
  public static func isLanguage(_ name: String) -> Bool {
    name.wholeMatch(of: #/[a-z]{2}(-[A-Z]{2})?/#) != nil
  }
}
