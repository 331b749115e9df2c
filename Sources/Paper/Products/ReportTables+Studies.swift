import Evaluation
import Templates

extension ReportTables {
  /// The tables of the studies: `variants`, `splits` and `audit`, those of them that there are.
  static func studies(_ report: StudyReport, of run: EvaluatedRun) -> [(name: String, table: Table)] {
    var tables: [(String, Table)] = []
    if report.has(.variants) { tables.append(("variants", variants(report, of: run))) }
    if report.has(.splits) { tables.append(("splits", splits(report, of: run))) }
    if !report.results.findings.isEmpty { tables.append(("audit", audit(report, of: run))) }
    return tables
  }

  private static func variants(_ report: StudyReport, of run: EvaluatedRun) -> Table {
    let words = run.words
    let leftOut = report.leftOut(of: .reference) + report.leftOut(of: .variants)
    let blanks = blank(accuracyColumns(words).count + changeColumns(words).count + 1)
    let groups: [[[Table.Cell]]] = Trial.Series.allCases.map { series in
      report.names(of: .variants, run.record.experiment).compactMap { name -> [Table.Cell]? in
        let arm = report.arms(of: .variants).first { $0.facts.name == name }
        if let arm, let cells = accuracy(of: arm, series) {
          let contrast = report.contrast(of: arm, over: series)
          let p = contrast?.correctedP.map { Table.Cell.pValue($0) } ?? .empty
          return [.text(arm.facts.title), .text(words.series(series))] + cells + change(contrast) + [p]
        }
        let left = leftOut.first { $0.name == name && $0.series ?? series == series }
        return left.map { [.text($0.title), .text(words(.leftOutMark))] + blanks }
      }
    }.filter { !$0.isEmpty }
    return Table(
      caption: words(.variantsCaption), shortCaption: words(.variantsShort), label: "tab:variants",
      columns: [.init(words(.columnNetwork), .wrapped(share: 0.16)), .init(words(.variantsVaried))]
        + accuracyColumns(words) + changeColumns(words) + [.init(words(.columnP), .right)],
      groups: groups,
      notes: [
        words(.variantsSeedsNote, ["n": "\(run.record.split.test)"]), words(.studiesSplitsNote),
        words(.variantsChangeNote), words(.variantsPNote),
      ] + leftOut.notes(in: words), provenance: run.provenance)
  }

  private static func splits(_ report: StudyReport, of run: EvaluatedRun) -> Table {
    let words = run.words
    let leftOut =
      report.leftOut(of: .reference) + report.leftOut(of: .splits) + report.leftOut(of: .models)
    func row(_ way: String, _ baseline: Baseline?) -> [Table.Cell] {
      let model = baseline.map { words.model($0) } ?? words(.columnNetwork)
      return [.text(way), .text(words(.leftOutName, ["name": model]))]
        + blank(accuracyColumns(words).count + 4)
    }
    let names = report.names(of: .splits, run.record.experiment)
    let groups: [[[Table.Cell]]] = names.map { name -> [[Table.Cell]] in
      guard let arm = report.arms(of: .splits).first(where: { $0.facts.name == name }) else {
        return leftOut.filter { $0.name == name }.map { row($0.title, nil) }
      }
      let way = arm.facts.study == .reference ? words.way(run.record.experiment.split) : arm.facts.title
      let models: [[Table.Cell]] = ([arm] + report.results.models(beside: arm)).compactMap { model in
        guard let cells = accuracy(of: model, .splits), let mean = StudyAccuracy(model, over: .splits)?.mean
        else { return nil }
        let tested = model.results(.splits).map { Double($0.testRows) }
        let name = model.facts.plain.map { words.model($0.baseline) } ?? words(.modelNetwork)
        return [.text(way), .text(name), .number(Spread(of: tested).mean, digits: 0)]
          + cells + [mean.interval.low, mean.interval.high].map { .number($0, digits: 1) }
          + [report.contrast(ofModel: model)?.correctedP.map { .pValue($0) } ?? .empty]
      }
      let others = leftOut.filter { $0.plain?.arm == name || $0.name == name }
      return models + others.map { row(way, $0.plain?.baseline) }
    }.filter { !$0.isEmpty }
    return Table(
      caption: words(.splitsCaption), shortCaption: words(.splitsShort), label: "tab:splits",
      columns: [
        .init(words(.splitsHeldOut)), .init(words(.columnModel)), .init(words(.splitsTested), .right),
      ] + accuracyColumns(words)
        + [.columnLow, .columnHigh, .columnP].map { .init(words($0), .right) },
      groups: groups,
      notes: [words(.studiesSplitsNote), words(.splitsNNote), words(.splitsPNote)]
        + leftOut.notes(in: words), provenance: run.provenance)
  }

  private static func blank(_ count: Int) -> [Table.Cell] { Array(repeating: .empty, count: count) }

  private static func audit(_ report: StudyReport, of run: EvaluatedRun) -> Table {
    let words = run.words
    let findings: [[Table.Cell]] = report.results.findings.map { finding in
      let arm = report.results.arms(of: .audit).first { $0.facts.name == finding.arm }
      let contrast = arm.flatMap { report.contrast(of: $0, over: $0.widestSeries) }
      let cells = arm.flatMap { accuracy(of: $0, $0.widestSeries) }
      return [
        .text(words.audit(finding.label)), finding.rows.map { .integer($0) } ?? .empty,
        .text(
          finding.leftOut == nil
            ? words.audit(finding.treatment)
            : words(.leftOutName, ["name": words.audit(finding.treatment)])),
      ]
        + (cells ?? Array(repeating: .empty, count: accuracyColumns(words).count)) + change(contrast)
    }
    let unshuffled = report.audit.contains { $0.series == .seeds }
    return Table(
      caption: words(.auditCaption), shortCaption: words(.auditShort), label: "tab:audit",
      columns: [
        .init(words(.auditFinding), .wrapped(share: 0.19)), .init(words(.auditRows), .right),
        .init(words(.auditTreatment), .wrapped(share: 0.17)),
      ] + accuracyColumns(words) + changeColumns(words), rows: findings,
      notes: [words(.studiesSplitsNote)] + (unshuffled ? [words(.auditUnshuffledNote)] : [])
        + [words(.auditNote)] + report.leftOut(of: .audit).notes(in: words), provenance: run.provenance)
  }

  private static func accuracyColumns(_ words: Words) -> [Table.Column] {
    [.columnN, .columnMean, .columnSD].map { .init(words($0), .right) }
  }

  private static func changeColumns(_ words: Words) -> [Table.Column] {
    [.columnChange, .columnLow, .columnHigh].map { .init(words($0), .right) }
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
      return Array(repeating: .empty, count: 3)
    }
    return [difference.value, difference.interval.low, difference.interval.high]
      .map { .number(100 * $0, digits: 1) }
  }
}
