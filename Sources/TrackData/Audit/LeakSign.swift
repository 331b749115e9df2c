/// What speaks for a column that separates the classes being no measurement but the label in disguise.
///
/// That it separates them is no sign yet: a tumour's size or a penguin's beak may do so honestly.
public enum LeakSign: String, Sendable, Equatable {
  /// It numbers the rows.
  case rowNumber = "row_number"
  /// Its cells are the label's, or nearly so, under other names.
  case copy
  /// Its name is that of an identifier.
  case identifier
  /// Its name says that it follows from the label.
  case afterLabel = "after_label"
  /// Its values rise, or fall, through the file.
  case sorted

  var words: String {
    switch self {
    case .rowNumber: "it numbers the rows"
    case .copy: "it is nearly a copy of the label"
    case .identifier: "its name is that of an identifier"
    case .afterLabel: "its name says that it follows from the label"
    case .sorted: "its values are in order through the file"
    }
  }
}

extension ColumnProfile {
  /// The first sign that the column is the label in disguise; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - labels: the class of each row.
  ///   - target: the name of the column of classes.
  public func leakSign(labels: [Int], target: String) -> LeakSign? {
    let words = Self.words(of: name)
    if kind == .rowNumber { return .rowNumber }
    if isCopy(of: labels) { return .copy }
    if name.isEmpty || words.contains(where: Self.identifiers.contains) { return .identifier }
    let ofTarget = Self.words(of: target)
    let namesTarget = !ofTarget.isEmpty && words.count > ofTarget.count && ofTarget.allSatisfy(words.contains)
    if namesTarget || words.contains(where: Self.consequences.contains) { return .afterLabel }
    return isInOrder ? .sorted : nil
  }

  private static let identifiers: Set = [
    "id", "ids", "uid", "uuid", "guid", "index", "idx", "row", "rowid", "rownumber", "serial", "unnamed",
  ]

  private static let consequences: Set = [
    "label", "labels", "target", "outcome", "prediction", "predictions", "predicted", "pred", "proba",
    "probability",
  ]

  /// The words of a name such as `patient_id`, `patientId` or `Patient ID`, in small letters.
  private static func words(of name: String) -> [String] {
    var words = [""]
    var isAfterSmall = false
    for character in name {
      if !character.isLetter && !character.isNumber {
        words.append("")
      } else {
        if character.isUppercase && isAfterSmall { words.append("") }
        words[words.count - 1] += character.lowercased()
      }
      isAfterSmall = character.isLowercase
    }
    return words.filter { !$0.isEmpty }
  }

  /// Whether a cell, of two or three different ones, tells the class of 95 in 100 rows, one of more codes that of
  /// 99, or a number goes with the class as if but for a little noise (correlation of 0.98 and more).
  private func isCopy(of labels: [Int]) -> Bool {
    guard distinct >= 2, labels.contains(where: { $0 != labels[0] }) else { return false }
    if distinct <= 3 || distinct * 10 <= labels.count {
      var counts: [[Int: Int]] = Array(repeating: [:], count: distinct)
      for (value, label) in zip(values, labels) {
        if let value { counts[value][label, default: 0] += 1 }
      }
      let agreeing = counts.reduce(0) { $0 + ($1.values.max() ?? 0) }
      if agreeing * 100 >= labels.count * (distinct <= 3 ? 95 : 99) { return true }
    }
    let pairs = zip(numbers, labels).compactMap { number, label in number.map { ($0, Double(label)) } }
    let count = Double(pairs.count)
    guard kind != .text, count > 2 else { return false }
    let means = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    var (both, ofNumbers, ofLabels) = (0.0, 0.0, 0.0)
    for (number, label) in pairs {
      let (x, y) = (number - means.0, label - means.1)
      (both, ofNumbers, ofLabels) = (both + x * y, ofNumbers + x * x, ofLabels + y * y)
    }
    return both * both >= 0.98 * 0.98 * ofNumbers * ofLabels && ofNumbers > 0
  }

  /// Whether the numbers of all rows rise, or all fall, if now and then they stay.
  private var isInOrder: Bool {
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, distinct > 3 else { return false }
    let steps = zip(known, known.dropFirst())
    return steps.allSatisfy { $0 <= $1 } || steps.allSatisfy { $0 >= $1 }
  }
}
