import Templates

/// Folders of templates that lie over the standard ones, as an experiment or a command names them.
public struct TemplateChoice: Codable, Equatable, Sendable {
  /// From the lowest to the topmost, as seen from the current folder.
  public var folders: [String]
  /// Whether nothing lies below them.
  public var isAlone: Bool

  private enum CodingKeys: String, CodingKey {
    case folders
    case isAlone = "only"
  }

  /// - Parameter folders: as seen from the current folder.
  public init(_ folders: [String], isAlone: Bool = false) {
    self.folders = folders.map { Paths.resolve($0, from: ".") }
    self.isAlone = isAlone
  }

  /// The keys `templates` and `templates_only` of an experiment; `nil` where it names no folders.
  ///
  /// - Parameter folder: where paths are seen from.
  init?(_ fields: YAMLFields, folder: String) throws(Failure) {
    let isAlone = try fields["templates_only"]?.flag() ?? false
    guard let value = fields["templates"] else {
      guard isAlone else { return nil }
      throw (fields["templates_only"] ?? fields.value).failure(
        "expected false, or the key 'templates' with the folder to take them from alone")
    }
    let paths = try value.node.sequence == nil ? [value.text()] : value.texts()
    guard !paths.isEmpty, !paths.contains("") else {
      throw value.failure("expected a folder, or a list of folders, of templates")
    }
    self.init(paths.map { Paths.resolve($0, from: folder) }, isAlone: isAlone)
  }

  /// The same without the folders' own folders: what may stand in a product.
  var withoutFolders: Self {
    var copy = self
    copy.folders = folders.map(Paths.name(of:))
    return copy
  }

  /// Whether the standard folder alone is named, over which nothing lies then but what the experiment names.
  func isNone(beside standard: String) -> Bool {
    !isAlone && folders == [Paths.resolve(standard, from: ".")]
  }

  /// These folders over others.
  fileprivate func over(_ lower: [String]) -> [String] {
    (isAlone ? [] : lower.filter { !folders.contains($0) }) + folders
  }
}

/// What an output folder is known to be made with, kept beside its manifest's products.
struct KnownTemplates: Codable, Equatable, Sendable {
  /// The experiment's, as seen from the current folder: its runs know only the names.
  var experiment: TemplateChoice?
  /// What `render --templates` was given last.
  var given: TemplateChoice?
}

extension Paths {
  /// The folders whose templates make a report, from the lowest to the topmost: the standard ones, over them the
  /// experiment's, over these those that `render` is given or was given before.
  ///
  /// - Parameters:
  ///   - experiment: as the run folders have it.
  ///   - given: what the command is given; `nil` for what it was given before.
  ///   - standard: the folder of the standard templates.
  /// - Throws: `noInput` where a folder is not there; the standard one is not missed where others are named.
  func templates(
    of experiment: Experiment?, given: TemplateChoice?, standard: String = Paths.templates
  ) throws(Failure) -> [String] {
    let known = Manifest(readingFrom: self).templates
    let chosen = experiment?.templates.map { chosen in
      known?.experiment.flatMap { $0.withoutFolders == chosen ? $0 : nil } ?? chosen.inside(standard)
    }
    let layers = [
      (chosen, "the experiment names it under 'templates'"),
      given.map { ($0.isNone(beside: standard) ? nil : $0, "name it with --templates") }
        ?? (
          known?.given,
          "--templates named it before; name another, or '\(standard)' for the standard ones alone"
        ),
    ]
    var folders = Files.isFolder(standard) ? [standard] : []
    for case (let layer?, let advice) in layers {
      folders = layer.over(folders)
      if let missing = folders.first(where: { !Files.isFolder($0) }) {
        throw Failure(.noInput, "\(missing): no such folder of templates; \(advice)")
      }
    }
    return folders.isEmpty ? [standard] : folders
  }
}

extension TemplateChoice {
  /// The folders where they are looked for when only their names are known.
  fileprivate func inside(_ standard: String) -> Self {
    TemplateChoice(folders.map { "\(standard)/\($0)" }, isAlone: isAlone)
  }
}
