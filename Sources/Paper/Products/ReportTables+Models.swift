import Evaluation
import Templates

extension ReportTables {
  /// The network, its seeds and the baselines, on the test rows.
  static func models(_ comparison: BaselineComparison, in run: EvaluatedRun) -> Table {
    let (words, seed) = (run.words, "\(run.run.training.seed)")
    let network = row(words(.modelNetworkSeed, ["seed": seed]), comparison.network)
    let rivals: [[Table.Cell]] = run.record.experiment.baselines.compactMap { baseline -> [Table.Cell]? in
      guard let rival = comparison.rivals.first(where: { $0.baseline == baseline }) else {
        let name = words(.leftOutName, ["name": words.model(baseline)])
        return comparison.leftOut.contains { $0.name == baseline }
          ? [.text(name)] + Array(repeating: .empty, count: 8) : nil
      }
      return row(
        words.model(rival.baseline) + (rival.outcome == .undecided ? " \(mark)" : ""), rival.score,
        [
          .integer(rival.test.onlySecond), .integer(rival.test.onlyFirst), .pValue(rival.test.p),
          .pValue(rival.correctedP),
        ])
    }
    var ours = [network]
    var ends = words(.modelsEnds)
    if let seeds = comparison.seeds {
      let spread = Spread(of: seeds.accuracies(on: .test))
      let area = Spread(of: seeds.results.map(\.auc)).mean
      let numbers = [spread.mean, spread.lowest, spread.highest].map { Table.Cell.number($0, digits: 3) }
      ours.append(
        [.text(words(.modelNetworkSeeds, count: seeds.results.count))] + numbers
          + [area.isFinite ? .number(area, digits: 3) : .empty] + Array(repeating: .empty, count: 4))
      ends = words(.modelsEndsSeeds, count: seeds.results.count)
    }
    var notes = [ends, words(.modelsNote, ["seed": seed], count: rivals.count)]
    if comparison.rivals.contains(where: { $0.outcome == .undecided }) {
      notes.append(words(.modelsUndecided, ["mark": mark]))
    }
    notes += comparison.leftOut.map {
      words(.leftOutNote, ["names": words.model($0.name), "reason": words.inPrint($0.reason)])
    }
    return Table(
      caption: words(.modelsCaption, ["run": run.run.title, "n": "\(comparison.network.rows)"]),
      shortCaption: words(.modelsShort, ["run": run.run.title]), label: "tab:models",
      columns: [.init(words(.columnModel))]
        + [
          .modelsAccuracy, .columnLow, .columnHigh, .columnAUC, .modelsGained, .modelsLost, .columnP,
          .modelsHolm,
        ].map { .init(words($0), .right) },
      groups: [ours, rivals], notes: notes, provenance: run.provenance)
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
