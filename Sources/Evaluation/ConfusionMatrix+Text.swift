extension ConfusionMatrix {
  /// The counts as `print(confusion_matrix(…))` shows them, without the line's end: NumPy's way to print an
  /// array of integers.
  ///
  ///     [[196  56]
  ///      [ 98 155]]
  ///
  /// All cells are as wide as the widest. A row of more than 75 characters is broken and goes on under its
  /// first cell; of a matrix of more than 1,000 cells only three rows and columns at each side are shown.
  /// Only for counts: sums of weights NumPy prints as floats, which nobody has asked for yet.
  public var text: String {
    precondition(!isWeighted, "expected counts to print, received sums of weights")
    let isLong = classCount * classCount > NumPyPrint.threshold
    let shown = isLong ? NumPyPrint.edges(of: classCount) : labels.indices.map { $0 }
    let cells = shown.map { row in
      shown.map { PythonNumber.fixed(self[truth: row, prediction: $0], digits: 0) }
    }
    let width = cells.joined().map(\.utf8.count).max() ?? 0
    var lines: [String] = []
    for row in cells {
      if isLong, lines.count == NumPyPrint.edgeCount { lines.append(" ...") }
      lines.append(NumPyPrint.row(row, width: width, isLong: isLong))
    }
    // The outermost bracket takes the place of the first row's indent.
    return "[" + lines.joined(separator: "\n").dropFirst() + "]"
  }
}

/// The defaults of `numpy.set_printoptions`, and what they do to a row.
private enum NumPyPrint {
  static let threshold = 1000
  static let edgeCount = 3
  static let lineWidth = 75

  /// The positions that are shown of so many.
  static func edges(of count: Int) -> [Int] {
    Array(0..<edgeCount) + Array(count - edgeCount..<count)
  }

  /// A row in its brackets, indented by one for the matrix's own bracket.
  static func row(_ cells: [String], width: Int, isLong: Bool) -> String {
    // What stands before the cells of each line: the matrix's indent, and the row's bracket or a blank.
    let indent = "  "
    // The brackets behind the last cell have to fit too.
    let room = lineWidth - 2
    var finished = ""
    var line = indent
    func add(_ word: String) {
      if line.utf8.count + word.utf8.count > room, line.utf8.count > indent.utf8.count {
        finished += line.dropLast() + "\n"
        line = indent
      }
      line += word + " "
    }
    for (place, cell) in cells.enumerated() {
      if isLong, place == edgeCount { add("...") }
      add(String(repeating: " ", count: width - cell.utf8.count) + cell)
    }
    return " [" + (finished + line.dropLast()).dropFirst(indent.utf8.count) + "]"
  }
}
