extension ClassificationReport {
  /// The report as `print(classification_report(…, digits=digits))` shows it, to the byte, with its closing
  /// newline.
  ///
  /// The first column is as wide as the longest name, 12 characters or `digits`, whichever is most; names
  /// count by code points.
  ///
  /// - Parameter digits: decimals of the scores, at least 0; default: 2.
  public func text(digits: Int = 2) -> String {
    precondition(digits >= 0, "a report needs at least 0 digits, received \(digits)")
    let width = max(classes.map(\.name.unicodeScalars.count).max() ?? 0, "weighted avg".count, digits)

    func line(_ name: String, _ cells: [String]) -> String {
      padded(name, to: width) + " " + cells.map { " " + padded($0, to: 9) }.joined() + "\n"
    }
    func line(_ name: String, _ scores: Scores, _ support: Double) -> String {
      let numbers = [scores.precision, scores.recall, scores.f1]
      return line(
        name, numbers.map { PythonNumber.fixed($0, digits: digits) } + [printed(support: support)])
    }

    let head = line("", ["precision", "recall", "f1-score", "support"])
    let body = classes.map { line($0.name, $0.scores, $0.support) }.joined()
    let overall =
      coversAllLabels
      ? line(
        "accuracy",
        ["", "", PythonNumber.fixed(microAverage.f1, digits: digits), printed(support: support)])
      : line("micro avg", microAverage, support)
    return head + "\n" + body + "\n" + overall
      + line("macro avg", macroAverage, support)
      + line("weighted avg", weightedAverage, support)
  }

  /// Counts without a point, weights with one; and counts too where no prediction at all was right, for
  /// scikit-learn then counts in floating point.
  private func printed(support: Double) -> String {
    isWeighted || !isAnyCorrect ? PythonNumber.shortest(support) : PythonNumber.fixed(support, digits: 0)
  }
}

/// The text moved to the right in a field, its width counted by code points as Python does.
private func padded(_ text: String, to width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
}
