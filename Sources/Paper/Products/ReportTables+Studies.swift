import Evaluation
import Templates

extension ReportTables {
  /// The tables of the studies: `variants`, `splits` and `audit`, those of them that there are.
  static func studies(_ report: StudyReport, of record: RunRecord) -> [(name: String, table: Table)] {
    let provenance = record.provenance
    var tables: [(String, Table)] = []
    if !report.results.arms(of: .variants).isEmpty {
      tables.append(("variants", variants(report, of: record, provenance)))
    }
    if !report.results.arms(of: .splits).isEmpty {
      tables.append(("splits", splits(report, of: record, provenance)))
    }
    if !report.results.findings.isEmpty { tables.append(("audit", audit(report, record.row, provenance))) }
    return tables
  }

  private static func variants(_ report: StudyReport, of record: RunRecord, _ provenance: String?) -> Table {
    let rows = record.row.many
    let groups = Trial.Series.allCases.map { series in
      report.arms(of: .variants).compactMap { arm in
        accuracy(of: arm, series).map { cells in
          let contrast = report.contrast(of: arm, over: series)
          let p = contrast?.correctedP.map { Table.Cell.pValue($0) } ?? .empty
          return [.text(arm.facts.title), .text(series.rawValue)] + cells + change(contrast) + [p]
        }
      }
    }
    return Table(
      caption: "Variants of the network: accuracy on test \(rows) in percent, and its change in points.",
      shortCaption: "Variants of the network", label: "tab:variants",
      columns: [.init("network", .wrapped(share: 0.16)), .init("varied")] + accuracyColumns + changeColumns
        + [.init("p", .right)],
      groups: groups,
      notes: [
        "Seeds varied: all fits are tested on the same \(record.split.test) \(rows), and Welch's interval (95 %) covers "
          + "the chance of training alone.",
        splitsNote(rows),
        "Change: from the first row of the block, where splits vary on those splits that both have. Where a variant holds "
          + "out other \(rows), its change holds the change of \(rows) too.",
        "p is corrected by Holm for all variants of a block; low and high are not.",
      ], provenance: provenance)
  }

  private static func splits(_ report: StudyReport, of record: RunRecord, _ provenance: String?) -> Table {
    let rows = record.row.many
    let groups: [[[Table.Cell]]] = report.arms(of: .splits).map { arm in
      let way = arm.facts.study == .reference ? record.experiment.split.words : arm.facts.title
      return ([arm] + report.results.models(beside: arm)).compactMap { model in
        guard let cells = accuracy(of: model, .splits), let mean = StudyAccuracy(model, over: .splits)?.mean
        else { return nil }
        let tested = model.results(.splits).map { Double($0.testRows) }
        let name = model.facts.plain?.baseline.words ?? "network"
        return [.text(way), .text(name), .number(Spread(of: tested).mean, digits: 0)]
          + cells + [mean.interval.low, mean.interval.high].map { .number($0, digits: 1) }
          + [report.contrast(ofModel: model)?.correctedP.map { .pValue($0) } ?? .empty]
      }
    }
    return Table(
      caption: "Ways to hold out \(rows): accuracy on test \(rows) in percent.",
      shortCaption: "Ways to hold out \(rows)", label: "tab:splits",
      columns: [.init("\(rows) held out"), .init("model"), .init("tested", .right)] + accuracyColumns
        + ["low", "high", "p"].map { .init($0, .right) }, groups: groups,
      notes: [
        splitsNote(rows),
        "n: fits, each on a split of its own, of which plain models may have fewer; tested: \(rows), on average.",
        "p: against the network on the same splits, with the variance of the interval, corrected by Holm for the models of "
          + "one way to hold out \(rows).",
      ], provenance: provenance)
  }

  private static func audit(_ report: StudyReport, _ row: RowNoun, _ provenance: String?) -> Table {
    let rows = row.many
    let findings: [[Table.Cell]] = report.results.findings.map { finding in
      let arm = report.results.arms(of: .audit).first { $0.facts.name == finding.arm }
      let contrast = arm.flatMap { report.contrast(of: $0, over: $0.widestSeries) }
      let cells = arm.flatMap { accuracy(of: $0, $0.widestSeries) }
      return [.text(finding.label), finding.rows.map { .integer($0) } ?? .empty, .text(finding.treatment)]
        + (cells ?? Array(repeating: .empty, count: accuracyColumns.count)) + change(contrast)
    }
    let unshuffled = report.audit.contains { $0.series == .seeds }
    return Table(
      caption:
        "What the audit found, and the accuracy on test \(rows) in percent where something is done about it.",
      shortCaption: "What the audit found", label: "tab:audit",
      columns: [
        .init("finding", .wrapped(share: 0.19)), .init("rows", .right),
        .init("trained with", .wrapped(share: 0.17)),
      ] + accuracyColumns + changeColumns, rows: findings,
      notes: [splitsNote(rows)]
        + (unshuffled
          ? ["Rows that are not shuffled have one split: there the interval covers training alone."] : [])
        + ["Each finding is a question of its own: nothing is corrected for their number."],
      provenance: provenance)
  }

  private static let accuracyColumns: [Table.Column] = ["n", "mean", "sd"].map { .init($0, .right) }
  private static let changeColumns: [Table.Column] = ["change", "low", "high"].map { .init($0, .right) }

  private static func splitsNote(_ rows: String) -> String {
    "Splits varied: each fit draws a split and a seed of its own; the interval (95 %), corrected for splits that share "
      + "\(rows) (Nadeau and Bengio), covers training and the choice of \(rows), and is careful rather than exact."
  }

  /// As `accuracyColumns`; `nil` where an arm was not trained so.
  private static func accuracy(of arm: StudyResults.Arm, _ series: Trial.Series) -> [Table.Cell]? {
    StudyAccuracy(arm, over: series).map { accuracy in
      [
        .integer(accuracy.count), .number(accuracy.spread.mean, digits: 1),
        .number(accuracy.spread.deviation, digits: 1),
      ]
    }
  }

  /// As `changeColumns`, in percentage points; blank where nothing is compared.
  private static func change(_ contrast: StudyContrast?) -> [Table.Cell] {
    guard let difference = contrast?.difference else {
      return Array(repeating: .empty, count: changeColumns.count)
    }
    return [difference.value, difference.interval.low, difference.interval.high]
      .map { .number(100 * $0, digits: 1) }
  }
}

extension Experiment.Split {
  /// How it holds out rows, in a few words.
  fileprivate var words: String {
    guard shuffle else { return "From the end" }
    let way = group.map { "By \($0)" } ?? "At random"
    return way + (stratify ? ", in proportion of classes" : "")
  }
}
