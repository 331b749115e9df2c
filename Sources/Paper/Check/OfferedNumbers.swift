/// The numbers that folders of templates offer to documents without printing them themselves: the file
/// `offered.keys` of each, a key or the beginning of several on each line, `#` before a remark.
struct OfferedNumbers {
  /// The path of the topmost folder's file, there or not.
  let file: String
  private let keys: [String]

  /// - Parameter folders: from the lowest to the topmost.
  /// - Throws: `badData` where a file is no UTF-8.
  init(in folders: [String]) throws(Failure) {
    let files = folders.map { $0 + "/offered.keys" }
    file = files.last ?? ""
    var keys: [String] = []
    for file in files where Files.exists(file) {
      keys += try Files.readText(file).split(whereSeparator: \.isNewline).compactMap { line in
        let key = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
        return key.isEmpty ? nil : key
      }
    }
    self.keys = keys
  }

  /// Whether a number is offered, by itself or as one of those below a key.
  func contains(_ family: String) -> Bool {
    keys.contains { family == $0 || family.hasPrefix($0 + ".") }
  }
}
