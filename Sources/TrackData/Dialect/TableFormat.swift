/// How a table is written, as far as somebody says; what is `nil` is found out from the first lines.
public struct TableFormat: Codable, Equatable, Sendable {
  /// The character between fields.
  public var delimiter: Delimiter?
  /// What stands before the fraction of a number.
  public var decimal: DecimalMark?
  /// What stands between groups of three digits; nothing where it is neither said nor beyond doubt.
  public var thousands: ThousandsMark?
  /// What a missing cell says, besides `MissingSpellings.usual`.
  public var missingValues: [String]

  public init(
    delimiter: Delimiter? = nil, decimal: DecimalMark? = nil, thousands: ThousandsMark? = nil,
    missingValues: [String] = []
  ) {
    (self.delimiter, self.decimal, self.thousands) = (delimiter, decimal, thousands)
    self.missingValues = missingValues
  }
}

/// The character between the fields of a record.
public enum Delimiter: String, Codable, CaseIterable, Sendable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case pipe = "|"

  /// The delimiter of a text: the character itself, or `tab` or `\t`.
  public init?(text: String) {
    self.init(rawValue: text == "tab" || text == "\\t" ? "\t" : text)
  }

  /// What it is called: `semicolon`.
  public var name: String { "\(self)" }

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    }
  }
}

/// What stands before the fraction of a number.
public enum DecimalMark: String, Codable, CaseIterable, Sendable {
  case point = "."
  case comma = ","

  var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
}

/// What stands between groups of three digits.
public enum ThousandsMark: String, Codable, CaseIterable, Sendable {
  case comma = ","
  case point = "."
  /// A space of any width, breaking or not.
  case space = " "
  case apostrophe = "'"

  /// The bytes of the mark at a place; `nil` where there is none.
  func length(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let first = text[place]
    switch self {
    case .comma: return first == UInt8(ascii: ",") ? 1 : nil
    case .point: return first == UInt8(ascii: ".") ? 1 : nil
    case .space where first == UInt8(ascii: " "): return 1
    case .apostrophe where first == UInt8(ascii: "'"): return 1
    case .space, .apostrophe:
      let others: [[UInt8]] =
        // U+00A0, U+2009, U+202F; U+2019.
        self == .space ? [[0xC2, 0xA0], [0xE2, 0x80, 0x89], [0xE2, 0x80, 0xAF]] : [[0xE2, 0x80, 0x99]]
      return others.first { text[place...].starts(with: $0) }?.count
    }
  }
}
