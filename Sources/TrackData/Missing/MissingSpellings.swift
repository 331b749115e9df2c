/// What a cell says where there is no value.
public struct MissingSpellings: Sendable, Equatable {
  /// pandas' own, and the marks of surveys and of the UCI repository; an empty cell always.
  public static let usual = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A",
    "NA", "NULL", "NaN", "None", "n/a", "nan", "null", "-", "?",
  ]

  private let texts: Set<[UInt8]>
  private let numbers: Set<Double>
  /// For each byte whether a spelling begins with it: most cells need no other look.
  private let begins: [Bool]

  /// - Parameter own: more spellings; one that is a number stands for all cells of that value.
  public init(besides own: [String] = []) {
    let texts = Set((Self.usual + own).map { Array($0.utf8) })
    self.texts = texts
    let first = Set(texts.compactMap(\.first))
    begins = (0...UInt8.max).map(first.contains)
    numbers = Set(
      own.compactMap { text in
        let number = Array(text.utf8).withUnsafeBufferPointer { CSVNumber($0) }
        if case .finite(let value) = number { return value }
        return nil
      })
  }

  /// Whether some cells with numbers in them are missing all the same.
  var haveNumbers: Bool { !numbers.isEmpty }

  func contains(_ cell: CSVCell) -> Bool {
    if !numbers.isEmpty, case .finite(let number) = cell.number { return numbers.contains(number) }
    let content = trimmed(cell.content)
    guard let first = content.first else { return true }
    return begins[Int(first)] && content.count < 64 && texts.contains(Array(content))
  }
}
