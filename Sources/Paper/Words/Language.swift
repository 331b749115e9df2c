/// A language that reports can be written in; the raw value is its tag in experiment files, names of folders and HTML.
public enum Language: String, Codable, CaseIterable, Sendable {
  case english = "en"
  case german = "de"
}

extension Language {
  /// The catalogue of `templates/words`, as it was when this was built: for places without the folder.
  var catalogue: String {
    let bytes =
      switch self {
      case .english: PackageResources.en_yaml
      case .german: PackageResources.de_yaml
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Experiment {
  /// The language of the report.
  var reportLanguage: Language { language ?? .english }
}
