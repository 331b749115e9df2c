/// What a sample is said to be: the value of a class, as it stands in a table.
///
/// Two labels are equal where Python's are: `.integer(1)` is `.number(1.0)`, so rounded predictions meet
/// integer truth. Sorted, labels stand as `numpy.unique` puts them: numbers rising, not-a-number last,
/// then text by code points (never by the canonical equivalence of `String`).
public enum ClassLabel: Sendable {
  case integer(Int)
  case number(Double)
  case text(String)
}

extension ClassLabel {
  /// The label with a whole `number` told as the `integer` it equals.
  private var canonical: ClassLabel {
    if case .number(let value) = self, let whole = Int(exactly: value) { .integer(whole) } else { self }
  }

  var isText: Bool { if case .text = self { true } else { false } }

  /// The labels as one array of NumPy holds them: one `number` among integers makes all of them numbers.
  static func inOneArray(_ labels: [ClassLabel]) -> [ClassLabel] {
    let holdsNumber = labels.contains { if case .number = $0 { true } else { false } }
    guard holdsNumber else { return labels }
    return labels.map { label in
      if case .integer(let value) = label { .number(Double(value)) } else { label }
    }
  }
}

extension ClassLabel: Hashable {
  public static func == (left: ClassLabel, right: ClassLabel) -> Bool {
    switch (left.canonical, right.canonical) {
    case (.integer(let a), .integer(let b)): a == b
    case (.number(let a), .number(let b)): a == b || (a.isNaN && b.isNaN)
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch canonical {
    case .integer(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value.isNaN ? .nan : value)
    case .text(var value): value.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

extension ClassLabel: Comparable {
  public static func < (left: ClassLabel, right: ClassLabel) -> Bool {
    switch (left.canonical, right.canonical) {
    case (.integer(let a), .integer(let b)): a < b
    // A canonical number is no `Int`: rounding the other side to a double can at most make it equal to the
    // first number beyond them, 2⁶³.
    case (.integer(let a), .number(let b)): b.isNaN || Double(a) <= b
    case (.number(let a), .integer(let b)): a < Double(b)
    case (.number(let a), .number(let b)): a < b || (b.isNaN && !a.isNaN)
    // The order of UTF-8 bytes is the order of code points.
    case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    case (_, .text): true
    case (.text, _): false
    }
  }
}

extension ClassLabel: CustomStringConvertible {
  /// The label as Python's `"%s" % label` prints it: `0`, `0.0`, `jazz`.
  public var description: String {
    switch self {
    case .integer(let value): String(value)
    case .number(let value): PythonNumber.shortest(value)
    case .text(let value): value
    }
  }
}

extension ClassLabel: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral {
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(stringLiteral value: String) { self = .text(value) }
}
