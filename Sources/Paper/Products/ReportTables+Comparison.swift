import Templates

extension ReportTables {
  /// The first run beside the one that goes on from it last, on each part of the data; `nil` where none does.
  static func comparison(of runs: [EvaluatedRun]) -> Table? {
    guard let first = runs.first, let last = runs.last, last.run.continues == first.record.name else {
      return nil
    }
    let classes = first.record.experiment.data.classes
    let rows: [[Table.Cell]] = ReportedRows.allCases.compactMap { rows in
      guard let splits = first.split(rows).flatMap({ a in last.split(rows).map { [a, $0] } }) else {
        return nil
      }
      return [.text(rows.words)]
        + splits.flatMap { split -> [Table.Cell] in
          let falsely = [(0, 1), (1, 0)].map { split.confusion[truth: $0, prediction: $1] }
          return [.number(split.confusion.accuracy, digits: 3)] + falsely.map { .integer(Int($0)) }
        }
    }
    let headers = ["accuracy"] + classes.reversed().map { "false \($0)" }
    return Table(
      caption: "\(first.run.title) beside \(last.run.title): accuracy, and tracks wrongly called "
        + "\(classes[1]) and \(classes[0]).",
      shortCaption: "\(first.run.title) beside \(last.run.title)", label: "tab:comparison",
      columns: [.init("rows")] + (headers + headers).map { .init($0, .right) },
      spans: [.init("", over: 1)]
        + [first, last].map { run in
          .init("\(run.run.title): \(run.record.result.epochsOfAllFits) epochs", over: headers.count)
        },
      rows: rows, provenance: first.record.provenance)
  }
}
