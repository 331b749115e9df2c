import Evaluation
import NeuralNetwork
import Templates

/// The tables that the paper pulls in, by their names.
public struct ReportTables: Sendable {
  public let named: [(name: String, table: Table)]

  /// The model summary, then per run the classification reports in the paper's order, then the baselines, the studies
  /// and the claims.
  init(of runs: [EvaluatedRun], _ studies: StudyReport? = nil, claims: [AssessedClaim] = []) {
    var named = runs.prefix(1).map { ("summary", Self.summary(of: $0.record)) }
    for run in runs {
      if let seeds = run.folder.seeds {
        named.append(("seeds" + run.suffix, Self.spread(of: seeds, in: run)))
      }
      named += Self.doubts(of: run)
      for split in run.splits {
        named.append((split.rows.stem + run.suffix, Self.report(of: split, in: run)))
      }
    }
    for run in runs {
      if let baselines = run.baselines { named.append(("models", Self.models(baselines, in: run))) }
    }
    if let studies, let record = runs.first?.record { named += Self.studies(studies, of: record) }
    if let table = Self.table(of: claims, in: runs) { named.append(("claims", table)) }
    if let comparison = Self.comparison(of: runs) { named.append(("comparison", comparison)) }
    self.named = named
  }

  private static func summary(of record: RunRecord) -> Table {
    let layers: [[Table.Cell]] = record.model.layers.map { layer in
      [
        .text(layer.name), .text(layer.type), .text(layer.activation ?? ""), .text("(None, \(layer.units))"),
        .integer(layer.parameters),
      ]
    }
    let total: [Table.Cell] = [.text("total"), .empty, .empty, .empty, .integer(record.model.parameters)]
    return Table(
      caption: "Summary of the network: \(layers.count) layers, \(record.model.parameters) parameters.",
      shortCaption: "Summary of the network", label: "tab:summary",
      columns: [
        .init("layer"), .init("type"), .init("activation"), .init("output shape"),
        .init("parameters", .right),
      ],
      groups: [layers, [total]], provenance: record.provenance)
  }

  /// scikit-learn's report.
  ///
  /// The accuracy is one number, so its row has one, in the column of F1, and the
  /// supports are whole numbers: pandas, in the paper, repeated the accuracy in all four cells.
  private static func report(of split: EvaluatedSplit, in run: EvaluatedRun) -> Table {
    func cells(_ row: ClassificationReport.Row) -> [Table.Cell] {
      let support = Table.Cell.integer(Int(row.support))
      return switch row.content {
      case .scores(let scores):
        [.text(row.name)] + [scores.precision, scores.recall, scores.f1].map { .number($0, digits: 2) } + [
          support
        ]
      case .accuracy(let accuracy):
        [.text(row.name), .empty, .empty, .number(accuracy, digits: 2), support]
      }
    }
    let rows = split.report.rows.map(cells)
    let classCount = split.report.classes.count
    return Table(
      caption:
        "Classification report on \(split.rows.words). \(run.run.title), n = \(Int(split.confusion.total)).",
      shortCaption: "Classification report on \(split.rows.words). \(run.run.title)",
      label: "tab:" + (split.rows.stem + run.suffix).replacing("_", with: "-"),
      columns: [
        .init(""), .init("precision", .right), .init("recall", .right), .init("f1-score", .right),
        .init("support", .right),
      ],
      groups: [Array(rows[..<classCount]), Array(rows[classCount...])], provenance: run.record.provenance)
  }
}

extension RunRecord {
  /// What every product says of rows that are invented; `nil` for real ones.
  var provenance: String? { data.isSynthetic ? TrackSource.sampleName : nil }

  /// What was published of the real rows; nothing was of invented ones, nor of a run after the first.
  var published: Experiment.Published? {
    data.isSynthetic || name != experiment.firstRun.name ? nil : experiment.published
  }
}
