/// What the commas and points in the numbers of some rows are.
struct NumberMarks {
  /// Numbers in which the mark can only be that of a fraction: `0,5`, `1.25`.
  private var decimalCommas = 0
  private var decimalPoints = 0
  /// Numbers in which the mark comes before three digits, so that it may be either: `1,234`.
  private var eitherCommas = 0
  /// Numbers with both marks, or one of them twice, of which the first is that of thousands: `1.234,5`.
  private var thousandsPoints = 0
  private var thousandsCommas = 0

  init(in rows: [[Slice<UnsafeBufferPointer<UInt8>>]]) {
    for field in rows.joined() {
      add(trimmed(CSVCell(field: UnsafeBufferPointer(rebasing: field)).content))
    }
  }

  /// Whether commas come before fractions, beyond doubt.
  var areDecimalCommas: Bool {
    decimalCommas + thousandsPoints > 0 && decimalPoints == 0 && thousandsCommas == 0
  }

  /// What stands between thousands, beyond doubt.
  func thousands(with decimal: UInt8) -> ThousandsMark? {
    if decimal == UInt8(ascii: ",") { return thousandsPoints > 0 && decimalPoints == 0 ? .point : nil }
    return thousandsCommas > 0 && thousandsPoints == 0 && decimalCommas == 0 ? .comma : nil
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard let marks = Marks(of: text) else { return }
    switch (marks.commas, marks.points) {
    case (0, 0): break
    case (1, 0): if marks.areThousands { eitherCommas += 1 } else { decimalCommas += 1 }
    case (0, 1): if !marks.areThousands { decimalPoints += 1 }
    case (1, _) where marks.lastIsComma && marks.areThousands: thousandsPoints += 1
    case (_, 1) where !marks.lastIsComma && marks.areThousands: thousandsCommas += 1
    case (0, _) where marks.areThousands: thousandsPoints += 1
    case (_, 0) where marks.areThousands: thousandsCommas += 1
    default: break
    }
  }
}

/// The commas and points of one number.
private struct Marks {
  private(set) var commas = 0
  private(set) var points = 0
  private(set) var lastIsComma = false
  /// Whether all marks, or all but a single last one of the other kind, stand before groups of three digits.
  private(set) var areThousands = true

  /// `nil` for a text that is no number however its marks are read.
  init?(of text: UnsafeBufferPointer<UInt8>) {
    var rest = text[...]
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    if let power = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      let digits = rest[(power + 1)...].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
      rest = rest[..<power]
      areThousands = false
    }
    guard rest.contains(where: isDigit), !rest.isEmpty else { return nil }
    var groups: [(mark: UInt8, digits: Int)] = [(0, 0)]
    for byte in rest {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        groups.append((byte, 0))
        if byte == UInt8(ascii: ",") { commas += 1 } else { points += 1 }
        lastIsComma = byte == UInt8(ascii: ",")
      } else if isDigit(byte) {
        groups[groups.count - 1].digits += 1
      } else {
        return nil
      }
    }
    // The last mark is that of the fraction where it is of its own kind.
    let hasFraction = groups.count > 2 && groups[groups.count - 1].mark != groups[groups.count - 2].mark
    let whole = hasFraction ? groups.dropLast() : groups[...]
    let lead = whole[0].digits
    let begins = (1...3).contains(lead) && rest.first != UInt8(ascii: "0")
    areThousands =
      areThousands && begins
      && whole.dropFirst().allSatisfy { $0.digits == 3 && $0.mark == whole[whole.startIndex + 1].mark }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
