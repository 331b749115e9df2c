/// The cells of a column of classes, all of one kind: the narrowest that holds each of them.
public enum ClassCells: Equatable, Sendable {
  case integers([Int])
  /// Whole numbers, at least one of them written otherwise than an integer, such as `1.0`.
  case numbers([Double])
  case text([String])
}

extension DataTable {
  /// The cells of some columns as classes: integers where every cell of the column is one, else numbers where
  /// every cell is one, else text; and either all columns hold text or none does.
  ///
  /// - Throws: where a column is missing, a cell is empty or a number with a fraction, or one column holds
  ///   text and another numbers.
  public func classes(in names: [String]) throws(DataError) -> [ClassCells] {
    var cells: [ClassCells] = []
    for name in names { cells.append(try classes(in: index(of: name))) }
    let isText = cells.map { if case .text = $0 { true } else { false } }
    if let text = isText.firstIndex(of: true), let numbers = isText.firstIndex(of: false) {
      let column = try index(of: names[text])
      try forEachCell(in: column) { cell in
        if case .finite = cell.number { return nil }
        return .classesDiffer(column: names[text], received: cell.string, other: names[numbers])
      }
    }
    return cells
  }

  /// The cells of a column of probabilities.
  ///
  /// - Throws: where there is no such column, or a cell is no number from 0 to 1.
  public func probabilities(in name: String) throws(DataError) -> [Double] {
    let probabilities = try numbers(in: name)
    let column = try index(of: name)
    if let row = probabilities.firstIndex(where: { !(0...1).contains($0) }) {
      throw error(
        .notAProbability(column: name, received: text(row: row, column: column)), row: row, column: column)
    }
    return probabilities
  }

  /// The cells of a column that holds the raw values of a type.
  ///
  /// - Throws: where there is no such column, or a cell is none of them.
  public func choices<Choice: RawRepresentable<String> & CaseIterable>(
    in name: String, of type: Choice.Type
  ) throws(DataError) -> [Choice] {
    var choices: [Choice] = []
    choices.reserveCapacity(rowCount)
    try forEachCell(in: try index(of: name)) { cell in
      let word = cell.string
      // By bytes: the initialiser of a raw value takes a composed letter for a decomposed one.
      guard let choice = Choice(rawValue: word), choice.rawValue.utf8.elementsEqual(word.utf8) else {
        return .notAChoice(column: name, received: word, choices: Choice.allCases.map(\.rawValue))
      }
      choices.append(choice)
      return nil
    }
    return choices
  }

  private func classes(in column: Int) throws(DataError) -> ClassCells {
    var (integers, numbers, text): ([Int], [Double], [String]) = ([], [], [])
    var (areIntegers, areNumbers) = (true, true)
    try forEachCell(in: column) { cell in
      let word = cell.string
      if word.isEmpty { return .noClass(column: columns[column]) }
      text.append(word)
      if areIntegers, let integer = Int(word) { integers.append(integer) } else { areIntegers = false }
      if areNumbers, case .finite(let number) = cell.number {
        numbers.append(number)
      } else {
        areNumbers = false
      }
      return nil
    }
    if areIntegers { return .integers(integers) }
    guard areNumbers else { return .text(text) }
    if let row = numbers.firstIndex(where: { $0 != $0.rounded() }) {
      throw error(
        .fractionalClass(column: columns[column], received: text[row]), row: row, column: column)
    }
    return .numbers(numbers)
  }
}
