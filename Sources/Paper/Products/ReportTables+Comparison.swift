import Templates

extension ReportTables {
  /// The first run beside the one that goes on from it last, on each part of the data; `nil` where none does.
  static func comparison(of runs: [EvaluatedRun]) -> Table? {
    guard let first = runs.first, let last = runs.last, last.run.continues == first.record.name else {
      return nil
    }
    let classes = first.record.experiment.data.classes
    let epochs = [first, last].map(\.record.result.epochsOfAllFits)
    // The parts of the data, each after the first run and after the last.
    let columns = ReportedRows.allCases.flatMap { rows in [first, last].compactMap { $0.split(rows) } }
    func wrongly(_ called: Int) -> [Table.Cell] {
      [.text("false \(classes[called])")]
        + columns.map { .integer(Int($0.confusion[truth: 1 - called, prediction: called])) }
    }
    return Table(
      caption: "\(first.run.title) (\(epochs[0]) epochs) beside \(last.run.title) (\(epochs[1]) in all): "
        + "accuracy, and \(first.record.row.many) wrongly called \(classes[1]) and \(classes[0]), n = "
        + "\(first.splits.map { String(Int($0.confusion.total)) }.joined(separator: ", ")).",
      shortCaption: "\(first.run.title) beside \(last.run.title)", label: "tab:comparison",
      columns: [.init("epochs")]
        + ReportedRows.allCases.flatMap { _ in epochs.map { .init(String($0), .right) } },
      spans: [.init("", over: 1)] + ReportedRows.allCases.map { .init($0.shortWords, over: 2) },
      groups: [
        [[.text("accuracy")] + columns.map { .number($0.confusion.accuracy, digits: 3) }],
        [wrongly(1), wrongly(0)],
      ],
      provenance: first.record.provenance)
  }
}

extension ReportedRows {
  /// Narrower than the two columns that it stands over.
  fileprivate var shortWords: String {
    switch self {
    case .overall: "all data"
    case .train: "training"
    case .test: "test"
    }
  }
}
