import Evaluation
import NeuralNetwork
import Phrases
import Templates

/// The tables that the paper pulls in, by their names.
public struct ReportTables: Sendable {
  public let named: [(name: String, table: Table)]

  /// The model summary, then per run the classification reports in the paper's order, then the baselines, the studies
  /// and the claims.
  init(
    of runs: [EvaluatedRun], _ studies: StudyReport? = nil, claims: [AssessedClaim] = [],
    published: [PublishedScore] = []
  ) {
    var named = runs.prefix(1).map { ("summary", Self.summary(of: $0)) }
    for run in runs {
      if let seeds = run.folder.seeds {
        named.append(("seeds" + run.suffix, Self.spread(of: seeds, in: run)))
      }
      named += Self.doubts(of: run)
      for split in run.splits {
        named.append((split.rows.stem + run.suffix, Self.report(of: split, in: run)))
      }
    }
    named += Self.published(published)
    for run in runs {
      if let baselines = run.baselines { named.append(("models", Self.models(baselines, in: run))) }
    }
    if let studies, let run = runs.first { named += Self.studies(studies, of: run) }
    if let table = Self.table(of: claims, in: runs) { named.append(("claims", table)) }
    if let comparison = Self.comparison(of: runs) { named.append(("comparison", comparison)) }
    let numbers = runs.first?.words.numbers ?? .point
    self.named = named.map { ($0, $1.written(numbers)) }
  }

  private static func summary(of run: EvaluatedRun) -> Table {
    let (record, words) = (run.record, run.words)
    let layers: [[Table.Cell]] = record.model.layers.map { layer in
      [
        .text(layer.name), .text(layer.type), .text(layer.activation ?? ""), .text("(None, \(layer.units))"),
        .integer(layer.parameters),
      ]
    }
    let total: [Table.Cell] = [
      .text(words(.summaryTotal)), .empty, .empty, .empty, .integer(record.model.parameters),
    ]
    return Table(
      caption: words(
        .summaryCaption, ["layers": "\(layers.count)", "parameters": "\(record.model.parameters)"]),
      shortCaption: words(.summaryShort), label: "tab:summary",
      columns: [
        .init(words(.columnLayer)), .init(words(.columnType)), .init(words(.columnActivation)),
        .init(words(.columnShape)), .init(words(.columnParameters), .right),
      ],
      groups: [layers, [total]], provenance: run.provenance)
  }

  /// scikit-learn's report.
  ///
  /// The accuracy is one number, so its row has one, in the column of F1, and the
  /// supports are whole numbers: pandas, in the paper, repeated the accuracy in all four cells.
  private static func report(of split: EvaluatedSplit, in run: EvaluatedRun) -> Table {
    let words = run.words
    func name(_ row: ClassificationReport.Row) -> Table.Cell {
      switch row.content {
      case .accuracy: .text(words(.columnAccuracy))
      case .scores where row.name == "macro avg": .text(words(.scoreMacro))
      case .scores where row.name == "weighted avg": .text(words(.scoreWeighted))
      case .scores: .text(row.name)
      }
    }
    func cells(_ row: ClassificationReport.Row) -> [Table.Cell] {
      let support = Table.Cell.integer(Int(row.support))
      return switch row.content {
      case .scores(let scores):
        [name(row)] + [scores.precision, scores.recall, scores.f1].map { .number($0, digits: 2) } + [
          support
        ]
      case .accuracy(let accuracy):
        [name(row), .empty, .empty, .number(accuracy, digits: 2), support]
      }
    }
    let rows = split.report.rows.map(cells)
    let classCount = split.report.classes.count
    let called = ["rows_of": words.rows(split.rows), "run": run.run.title]
    return Table(
      caption: words(.reportCaption, called.merging(["n": "\(Int(split.confusion.total))"]) { $1 }),
      shortCaption: words(.reportShort, called),
      label: "tab:" + (split.rows.stem + run.suffix).replacing("_", with: "-"),
      columns: [
        .init(""), .init(words(.columnPrecision), .right), .init(words(.columnRecall), .right),
        .init(words(.columnF1), .right), .init(words(.columnSupport), .right),
      ],
      groups: [Array(rows[..<classCount]), Array(rows[classCount...])], provenance: run.provenance)
  }
}

extension RunRecord {
  /// Whether the rows are those that the experiment's published numbers and claims are about.
  var isOfPublishedData: Bool { !data.isSynthetic && experiment.data.isAbout(data.sha256) }

  /// Whether they are others, of which nothing was published or claimed; the sample stands in for the experiment's own.
  var isOfOtherData: Bool { !data.isSynthetic && !isOfPublishedData }
}

extension Table {
  /// The table with its numbers as a language writes them.
  func written(_ numbers: NumberStyle) -> Table {
    var table = self
    table.numbers = numbers
    return table
  }
}
