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

  /// The texts of all templates, by path in the folder.
  func texts() throws(TemplateError) -> [String: String] {
    let files = FileManager.default
    guard let paths = try? files.subpathsOfDirectory(atPath: path) else {
      throw TemplateError(file: path, problem: .unreadable)
    }
    var texts: [String: String] = [:]
    for name in inOrder(paths) where Self.format(of: name) != nil {
      let file = path.hasSuffix("/") ? path + name : path + "/" + name
      var isFolder: ObjCBool = false
      if files.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue { continue }
      guard let bytes = files.contents(atPath: file) else {
        throw TemplateError(file: file, problem: .unreadable)
      }
      texts[name] = try decoded(bytes, of: file)
    }
    return texts
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
