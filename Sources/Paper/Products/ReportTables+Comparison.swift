import Templates

extension ReportTables {
  /// The first run beside the one that goes on from it last, on each part of the data; `nil` where none does.
  static func comparison(of runs: [EvaluatedRun]) -> Table? {
    guard let first = runs.first, let last = runs.last, last.run.continues == first.record.name else {
      return nil
    }
    let words = first.words
    let classes = first.record.experiment.data.classes
    let epochs = [first, last].map(\.record.result.epochsOfAllFits)
    // The parts of the data, each after the first run and after the last.
    let columns = ReportedRows.allCases.flatMap { rows in [first, last].compactMap { $0.split(rows) } }
    func wrongly(_ called: Int) -> [Table.Cell] {
      [.text(words(.comparisonFalse, ["class": classes[called]]))]
        + columns.map { .integer(Int($0.confusion[truth: 1 - called, prediction: called])) }
    }
    let counts = ReportedRows.allCases.compactMap { first.split($0) }.map { String(Int($0.confusion.total)) }
    return Table(
      caption: words(
        .comparisonCaption,
        [
          "first": first.run.title, "last": last.run.title, "first_epochs": "\(epochs[0])",
          "last_epochs": "\(epochs[1])", "positive": classes[1], "negative": classes[0],
          "n": counts.joined(separator: words(.listComma)),
        ]), shortCaption: words(.comparisonShort, ["first": first.run.title, "last": last.run.title]),
      label: "tab:comparison",
      columns: [.init(words(.columnEpochs))]
        + ReportedRows.allCases.flatMap { _ in epochs.map { .init(String($0), .right) } },
      spans: [.init("", over: 1)] + ReportedRows.allCases.map { .init(words.narrow($0), over: 2) },
      groups: [
        [[.text(words(.columnAccuracy))] + columns.map { .number($0.confusion.accuracy, digits: 3) }],
        [wrongly(1), wrongly(0)],
      ],
      provenance: first.provenance)
  }
}
