/// The value of a cell written as a decimal number, rounded correctly.
enum CSVNumber: Equatable {
  case finite(Double)
  /// `nan`, `inf`, `infinity` in any case and sign, or a number beyond the largest `Double`.
  case notFinite
  case notANumber

  /// Reads `[+-] digits [. digits] [e [+-] digits]`, in which one side of the point may be empty;
  /// no spaces, no hexadecimal, whatever the locale.
  ///
  /// Numbers beyond `decimal` take the standard library's way.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var isNegative = false
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      at = 1
    }

    var mantissa: UInt64 = 0
    let wholeStart = at
    while at < text.count, let digit = digitValue(text[at]) {
      mantissa = mantissa &* 10 &+ digit
      at += 1
    }
    var digits = at - wholeStart
    var exponent = 0
    if at < text.count, text[at] == UInt8(ascii: ".") {
      at += 1
      let fractionStart = at
      while at < text.count, let digit = digitValue(text[at]) {
        mantissa = mantissa &* 10 &+ digit
        at += 1
      }
      exponent = fractionStart - at
      digits -= exponent
    }
    guard digits > 0 else {
      self = isWordForNotFinite(text) ? .notFinite : .notANumber
      return
    }

    if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      var isDown = false
      if at < text.count, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
        isDown = text[at] == UInt8(ascii: "-")
        at += 1
      }
      let powerStart = at
      var power = 0
      while at < text.count, let digit = digitValue(text[at]) {
        // Beyond this the value is 0 or infinite however many digits the mantissa has; it must not wrap.
        power = min(power * 10 + Int(digit), 1 << 40)
        at += 1
      }
      guard at > powerStart else {
        self = .notANumber
        return
      }
      exponent += isDown ? -power : power
    }
    guard at == text.count else {
      self = .notANumber
      return
    }

    if digits <= 19, let magnitude = decimal(mantissa, timesTenTo: exponent) {
      self = .finite(isNegative ? -magnitude : magnitude)
    } else {
      self = CSVNumber.byStandardLibrary(text)
    }
  }

  private static func byStandardLibrary(_ text: UnsafeBufferPointer<UInt8>) -> Self {
    guard let value = Double(String(decoding: text, as: UTF8.self)) else { return .notANumber }
    return value.isFinite ? .finite(value) : .notFinite
  }
}

@inline(__always)
private func digitValue(_ byte: UInt8) -> UInt64? {
  let value = byte &- UInt8(ascii: "0")
  return value < 10 ? UInt64(value) : nil
}

/// Whether the text is NaN or an infinity as programs write them.
private func isWordForNotFinite(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var word = String(decoding: text, as: UTF8.self).lowercased()[...]
  if word.hasPrefix("-") || word.hasPrefix("+") { word = word.dropFirst() }
  return ["nan", "inf", "infinity"].contains(word)
}
