/// The bytes of a file as UTF-8 text with line feeds, whatever they were packed or encoded as.
struct DecodedText {
  private(set) var bytes: [UInt8]
  /// What was done to the file's bytes, each in a few words.
  private(set) var notes: [String] = []

  /// - Parameter limit: how many bytes a packed file may unpack to.
  init(_ file: consuming [UInt8], limit: Int = Gzip.limit) throws(CSVFault) {
    bytes = file
    if bytes.starts(with: Gzip.signature) {
      bytes = try Gzip.unpacked(bytes, limit: limit)
      notes.append("unpacked by gzip")
    }
    if let kind = OtherFile(of: bytes) { throw CSVFault(problem: .otherFile(kind)) }
    if let order = UTF16Order(of: bytes) {
      bytes = try order.decoded(bytes)
      notes.append("in UTF-16")
    }
    if Self.endsLinesWithReturns(bytes) {
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\r") {
        bytes[index] = UInt8(ascii: "\n")
      }
      notes.append("with lines that end with a carriage return")
    }
  }

  /// Whether there are carriage returns and not one line feed, as old Macs wrote.
  private static func endsLinesWithReturns(_ bytes: [UInt8]) -> Bool {
    // The first line break of most files tells.
    guard let first = bytes.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }),
      bytes[first] == UInt8(ascii: "\r")
    else { return false }
    return !bytes[first...].contains(UInt8(ascii: "\n"))
  }
}

/// The order of bytes in UTF-16.
private enum UTF16Order {
  case littleEndian
  case bigEndian

  /// By the byte-order mark or, without one, by two characters of ASCII at the start.
  init?(of bytes: [UInt8]) {
    let start = bytes.prefix(4)
    if start.starts(with: [0xFF, 0xFE]) {
      self = .littleEndian
    } else if start.starts(with: [0xFE, 0xFF]) {
      self = .bigEndian
    } else if start.count == 4, start[0] != 0, start[1] == 0, start[2] != 0, start[3] == 0 {
      self = .littleEndian
    } else if start.count == 4, start[0] == 0, start[1] != 0, start[2] == 0, start[3] != 0 {
      self = .bigEndian
    } else {
      return nil
    }
  }

  /// The text as UTF-8; a byte-order mark stays one.
  func decoded(_ bytes: [UInt8]) throws(CSVFault) -> [UInt8] {
    guard bytes.count % 2 == 0 else { throw CSVFault(problem: .damagedUTF16) }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for at in stride(from: 0, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(self == .littleEndian ? second << 8 | first : first << 8 | second)
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw CSVFault(problem: .damagedUTF16)
    }
    return Array(text.utf8)
  }
}

/// A kind of file that is often taken for a table of text.
public enum OtherFile: Equatable, Sendable {
  case workbook
  case oldWorkbook
  case webPage
  case parquet
  case pdf
  case packed(by: String)
  case utf32

  /// By its first bytes.
  init?(of bytes: [UInt8]) {
    let kinds: [([UInt8], OtherFile)] = [
      ([0x50, 0x4B, 0x03, 0x04], .workbook), ([0x50, 0x4B, 0x05, 0x06], .workbook),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldWorkbook),
      (Array("PAR1".utf8), .parquet), (Array("%PDF-".utf8), .pdf),
      (Array("BZh".utf8) + [], .packed(by: "bzip2")),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .packed(by: "xz")),
      ([0x28, 0xB5, 0x2F, 0xFD], .packed(by: "zstd")),
      ([0xFF, 0xFE, 0x00, 0x00], .utf32), ([0x00, 0x00, 0xFE, 0xFF], .utf32),
    ]
    if let kind = kinds.first(where: { bytes.starts(with: $0.0) }) {
      // `BZh` may begin a header; bzip2 goes on with a digit and the digits of pi.
      if kind.0 == Array("BZh".utf8), !bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59]) { return nil }
      self = kind.1
      return
    }
    let start = bytes.prefix(512).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let word = String(decoding: start.prefix(9), as: UTF8.self).lowercased()
    guard word.hasPrefix("<!doctype") || word.hasPrefix("<html") else { return nil }
    self = .webPage
  }
}
