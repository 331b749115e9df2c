import Evaluation

extension ClassificationResult {
  /// What Python's `print(confusion_matrix(…))` and `print(classification_report(…))` show, to the byte but
  /// for the empty line that the second `print` adds.
  ///
  /// - Parameter digits: decimals of the scores; default: 2.
  /// Where there are intervals, they stand in a table below.
  public func text(digits: Int = 2) -> String {
    confusion.text + "\n" + report.text(digits: digits)
      + (intervals.map { "\n" + $0.text(digits: max(digits, 3)) } ?? "")
  }

  /// What stands above the results of a part, such as "Test data, 505 rows"; `nil` where there is no split.
  public var heading: String? {
    guard let rows else { return nil }
    let words =
      switch rows {
      case .test: "Test data"
      case .train: "Training data"
      case .overall: "All data"
      }
    return "\(words), \(rowCount) \(rowCount == 1 ? "row" : "rows")"
  }

  /// All numbers under scikit-learn's names, in full precision.
  ///
  /// It is one object, or one in another for each part of a split, under `test`, `train` and `overall`. Keys
  /// are sorted; what is no finite number is "nan", "inf" or "-inf".
  public static func json(of results: [ClassificationResult]) throws(Failure) -> String {
    if let only = results.first, only.rows == nil { return try JSON.encodeResults(JSONResult(only)) }
    var parts: [String: JSONResult] = [:]
    for result in results { if let rows = result.rows { parts[rows.rawValue] = JSONResult(result) } }
    return try JSON.encodeResults(parts)
  }
}

private struct JSONResult: Encodable {
  let result: ClassificationResult

  init(_ result: ClassificationResult) { self.result = result }

  private enum CodingKeys: String, CodingKey { case confusionMatrix, classificationReport, intervals }

  func encode(to encoder: any Encoder) throws {
    try result.agreement.encode(to: encoder)
    try result.ranking?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(result.confusion.rows.map { $0.map { Int($0) } }, forKey: .confusionMatrix)
    try container.encodeIfPresent(result.intervals, forKey: .intervals)
    // As in a Python dictionary, of equal names the last one stays.
    let entries = result.report.rows.map { ($0.name, Entry(row: $0)) }
    try container.encode(Dictionary(entries) { $1 }, forKey: .classificationReport)
  }

  /// An entry of `classification_report(…, output_dict=True)`.
  private struct Entry: Encodable {
    let row: ClassificationReport.Row

    private enum CodingKeys: String, CodingKey {
      case precision, recall, support
      case f1 = "f1-score"
    }

    func encode(to encoder: any Encoder) throws {
      switch row.content {
      case .accuracy(let accuracy):
        var container = encoder.singleValueContainer()
        try container.encode(accuracy)
      case .scores(let scores):
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scores.precision, forKey: .precision)
        try container.encode(scores.recall, forKey: .recall)
        try container.encode(scores.f1, forKey: .f1)
        try container.encode(row.support, forKey: .support)
      }
    }
  }
}
