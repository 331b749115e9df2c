/// How a language writes numbers for people: `1234.5` as "1234.5" or as "1234,5".
public struct NumberStyle: Sendable, Hashable {
  /// Between the whole number and its decimals.
  public var decimalMark: String
  /// Between groups of three digits, of numbers with five or more before the decimals; empty for none.
  public var groupMark: String

  public init(decimalMark: String = ".", groupMark: String = "") {
    (self.decimalMark, self.groupMark) = (decimalMark, groupMark)
  }

  /// A decimal point and no groups, as programs write numbers.
  public static let point = NumberStyle()

  /// A number that is written with a decimal point, as this style writes it; other text stays what it is.
  public func written(_ number: String) -> String {
    guard self != .point, let first = number.firstIndex(where: \.isASCIIDigit) else { return number }
    let whole = number[first...].prefix(while: \.isASCIIDigit)
    let rest = number[whole.endIndex...]
    let isDecimal = rest.first == "." && rest.dropFirst().first?.isASCIIDigit == true
    return number[..<first] + grouped(whole) + (isDecimal ? decimalMark + rest.dropFirst() : String(rest))
  }

  private func grouped(_ digits: Substring) -> String {
    guard !groupMark.isEmpty, digits.count > 4 else { return String(digits) }
    return digits.enumerated().map { place, digit in
      let left = digits.count - place
      return (place > 0 && left.isMultiple(of: 3) ? groupMark : "") + String(digit)
    }.joined()
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
