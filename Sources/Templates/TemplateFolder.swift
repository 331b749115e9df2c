import Foundation

/// A folder of templates on disk.
struct TemplateFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// The format of a file that is a template, by its path in the folder; `nil` for everything else there.
  static func format(of path: String) -> OutputFormat? {
    let parts = path.split(separator: "/")
    guard let name = parts.last, let dot = name.lastIndex(of: "."), name != "README",
      !name.hasPrefix("README."),
      !parts.contains(where: { $0.hasPrefix(".") })
    else { return nil }
    return OutputFormat(fileExtension: String(name[name.index(after: dot)...]))
  }

  /// Whether there is such a folder.
  var exists: Bool { isFolder(path) }

  /// The texts of all templates, by path in the folder, without those in subfolders that are not the folder's own;
  /// see `TemplateLayer`.
  ///
  /// - Parameter others: subfolders that are layers themselves, by path in the folder.
  func texts(besides others: [String] = []) throws(TemplateError) -> [String: String] {
    let files = FileManager.default
    guard let paths = try? files.subpathsOfDirectory(atPath: path) else {
      throw TemplateError(file: path, problem: .unreadable)
    }
    let foreign = others + foreignFolders(among: paths)
    var texts: [String: String] = [:]
    for name in inOrder(paths) where Self.format(of: name) != nil {
      guard !foreign.contains(where: { name.hasPrefix($0 + "/") }) else { continue }
      let file = path.hasSuffix("/") ? path + name : path + "/" + name
      if isFolder(file) { continue }
      guard let bytes = files.contents(atPath: file) else {
        throw TemplateError(file: file, problem: .unreadable)
      }
      texts[name] = try decoded(bytes, of: file)
    }
    return texts
  }

  /// The subfolders that belong to a language, to the words or to another set of templates.
  private func foreignFolders(among paths: [String]) -> [String] {
    let tops = paths.filter { path in
      !path.contains("/") && (path == "words" || TemplateLayer.isLanguage(path))
    }
    let partials = "/" + TemplateLibrary.partialsFolder
    return tops
      + paths.filter { $0.hasSuffix(partials) }.map { String($0.dropLast(partials.count)) }
      .filter { $0 != TemplateLibrary.partialsFolder }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

private func decoded(_ bytes: Data, of file: String) throws(TemplateError) -> String {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var (line, column) = (1, 1)
  var text = String.UnicodeScalarView()
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar):
      text.append(scalar)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    case .emptyInput: return String(text)
    case .error:
      throw TemplateError(at: .init(file: file, line: line, column: column), problem: .notUTF8)
    }
  }
}
