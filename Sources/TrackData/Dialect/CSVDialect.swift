/// How one text is written: what the reader has to know before it begins.
struct CSVDialect: Equatable, Sendable {
  /// The byte between fields.
  var separator = UInt8(ascii: ",")
  /// Whether spaces before a field are none of it.
  var skipsSpaces = false
  /// Whether each row, but not the header, ends with a separator.
  var rowsEndWithSeparator = false
  /// How numbers are written.
  var numbers = CSVNumberStyle.plain
  /// Where the header begins: behind a byte-order mark, comments and the like.
  var start = 0

  /// RFC 4180 from the first character on.
  static func plain(_ text: UnsafeBufferPointer<UInt8>) -> CSVDialect {
    CSVDialect(start: CSVFields.textStart(in: text))
  }

  /// A field without the spaces before it, where these are none of it.
  func content(of field: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard skipsSpaces else { return field }
    var start = field.lowerBound
    while start < field.upperBound, text[start] == UInt8(ascii: " ") { start += 1 }
    return start..<field.upperBound
  }
}
