/// The text of one field.
struct CSVCell {
  /// The bytes between the quotes, or all of a field without; doubled quotes are still double.
  let content: UnsafeBufferPointer<UInt8>
  private let isQuoted: Bool
  private let numbers: CSVNumberStyle

  /// - Parameter field: the bytes between two separators.
  @inline(__always)
  init(field: UnsafeBufferPointer<UInt8>, _ numbers: CSVNumberStyle = .plain) {
    self.numbers = numbers
    isQuoted = field.first == UInt8(ascii: "\"")
    content = isQuoted ? UnsafeBufferPointer(rebasing: field[1..<field.count - 1]) : field
  }

  /// The cell as a number, spaces around it left out.
  var number: CSVNumber { CSVNumber(content, numbers) }

  /// Whether the field can stand as it is between commas, where every reader finds the same cell.
  var isPlain: Bool {
    isQuoted || !content.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
  }

  /// The text with doubled quotes made single.
  var string: String {
    guard isQuoted, content.contains(UInt8(ascii: "\"")) else {
      return String(decoding: content, as: UTF8.self)
    }
    var single: [UInt8] = []
    single.reserveCapacity(content.count)
    var isSecond = false
    for byte in content {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { single.append(byte) }
    }
    return String(decoding: single, as: UTF8.self)
  }

  /// The text as a field of a file, in quotes where it needs them.
  static func written(_ text: String) -> String {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
