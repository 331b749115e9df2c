import Evaluation
import Templates

extension ReportTables {
  /// The network, its seeds and the baselines, on the test rows.
  static func models(_ comparison: BaselineComparison, in run: EvaluatedRun) -> Table {
    let network = row("network, seed \(run.run.training.seed)", comparison.network)
    let rivals = comparison.rivals.map { rival in
      row(
        rival.baseline.words + (rival.outcome == .undecided ? " \(mark)" : ""), rival.score,
        [
          .integer(rival.test.onlySecond), .integer(rival.test.onlyFirst), .pValue(rival.test.p),
          .pValue(rival.correctedP),
        ])
    }
    var ours = [network]
    var ends = "low, high: 95 % interval of the accuracy (Wilson)"
    if let seeds = comparison.seeds {
      let spread = Spread(of: seeds.accuracies(on: .test))
      let area = Spread(of: seeds.results.map(\.auc)).mean
      let numbers = [spread.mean, spread.lowest, spread.highest].map { Table.Cell.number($0, digits: 3) }
      ours.append(
        [.text("network, \(seeds.results.count) seeds")] + numbers
          + [area.isFinite ? .number(area, digits: 3) : .empty] + Array(repeating: .empty, count: 4))
      ends += "; of \(seeds.results.count) seeds the lowest and highest accuracy, beside the means"
    }
    var notes = [
      ends + ".",
      "gained, lost: \(run.record.row.many) that only the model, and only the network of seed \(run.run.training.seed), gets right; "
        + "p: exact McNemar test on these; Holm p: corrected for \(rivals.count) tests.",
    ]
    if comparison.rivals.contains(where: { $0.outcome == .undecided }) {
      notes.append(
        "\(mark) Not told apart from the network at the 5 % level; that does not show it to be as good.")
    }
    return Table(
      caption: "The network beside plain models on \(ReportedRows.test.words). \(run.run.title), "
        + "n = \(comparison.network.rows).",
      shortCaption: "The network beside plain models. \(run.run.title)", label: "tab:models",
      columns: [
        .init("model"), .init("accuracy", .right), .init("low", .right), .init("high", .right),
        .init("AUC", .right), .init("gained", .right), .init("lost", .right), .init("p", .right),
        .init("Holm p", .right),
      ],
      groups: [ours, rivals], notes: notes, provenance: run.record.provenance)
  }

  /// Of a baseline that the test cannot tell from the network.
  private static let mark = "†"

  private static func row(
    _ name: String, _ score: BaselineComparison.Score,
    _ cells: [Table.Cell] = Array(repeating: .empty, count: 4)
  ) -> [Table.Cell] {
    let numbers = [score.accuracy, score.interval.low, score.interval.high].map {
      Table.Cell.number($0, digits: 3)
    }
    return [.text(name)] + numbers + [score.auc.map { .number($0, digits: 3) } ?? .empty] + cells
  }
}
