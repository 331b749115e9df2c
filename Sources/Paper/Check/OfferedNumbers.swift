/// The numbers that a folder of templates offers to documents without printing them itself: the file
/// `offered.keys`, a key or the beginning of several on each line, `#` before a remark.
struct OfferedNumbers {
  /// The file's path, there or not.
  let file: String
  private let keys: [String]

  /// - Throws: `badData` where the file is no UTF-8.
  init(in templates: String) throws(Failure) {
    file = templates + "/offered.keys"
    keys =
      try Files.exists(file)
      ? Files.readText(file).split(whereSeparator: \.isNewline).compactMap { line in
        let key = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
        return key.isEmpty ? nil : key
      } : []
  }

  /// Whether a number is offered, by itself or as one of those below a key.
  func contains(_ family: String) -> Bool {
    keys.contains { family == $0 || family.hasPrefix($0 + ".") }
  }
}
