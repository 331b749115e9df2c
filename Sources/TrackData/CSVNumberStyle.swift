/// How numbers are written in a file.
struct CSVNumberStyle: Equatable, Sendable {
  /// What stands before the fraction: a point or a comma.
  var decimal = UInt8(ascii: ".")
  /// What stands between groups of three digits; `nil` for nothing.
  var thousands: ThousandsMark?

  static let plain = CSVNumberStyle()
}

extension CSVNumber {
  /// Reads a number in a style; spaces and tabs around it are left out, as in pandas.
  init(_ text: UnsafeBufferPointer<UInt8>, _ style: CSVNumberStyle) {
    let text = trimmed(text)
    guard style != .plain else {
      self.init(text)
      return
    }
    guard !text.isEmpty, let plain = style.plain(text) else {
      self = .notANumber
      return
    }
    self = plain.withUnsafeBufferPointer { CSVNumber($0) }
  }
}

extension CSVNumberStyle {
  /// The number in the plain style; `nil` for marks where none belong.
  fileprivate func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    // The digits since the last mark of thousands, or since the start.
    var digits = 0
    var hasGroups = false
    var isWhole = true
    var at = 0
    while at < text.count {
      let byte = text[at]
      if isWhole, let length = thousands?.length(in: text, at: at) {
        guard hasGroups ? digits == 3 : (1...3).contains(digits) else { return nil }
        (digits, hasGroups) = (0, true)
        at += length
        continue
      }
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits += 1
      } else if byte != UInt8(ascii: "-") && byte != UInt8(ascii: "+") {
        // A sign is before the digits or after the `e`; anything else ends the whole part.
        if isWhole, hasGroups, digits != 3 { return nil }
        isWhole = false
      }
      if byte == decimal {
        plain.append(UInt8(ascii: "."))
      } else if byte == UInt8(ascii: ".") {
        return nil
      } else {
        plain.append(byte)
      }
      at += 1
    }
    return isWhole && hasGroups && digits != 3 ? nil : plain
  }
}

/// The text without spaces and tabs around it.
@inline(__always)
func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var (start, end) = (0, text.count)
  while start < end, isBlank(text[start]) { start += 1 }
  while end > start, isBlank(text[end - 1]) { end -= 1 }
  return end - start == text.count ? text : UnsafeBufferPointer(rebasing: text[start..<end])
}

@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
