import Evaluation
import Templates

extension StudyReport {
  /// What templates ask of the studies beside their numbers: tables, lists and the sentences' subjects.
  ///
  /// - Parameter table: the table of a name as a value.
  static func insert(
    _ report: StudyReport?, in words: Words, into values: inout Values, table: (String) -> Values.Value
  ) {
    for (study, name) in [(StudyArm.Study.variants, "variants"), (.splits, "splits")] {
      let arms = report?.results.arms(of: study) ?? []
      values.insert(.flag(report?.has(study) ?? false), at: "studies.\(name).exist")
      guard let report, report.has(study) else { continue }
      values.insert(.flag(!arms.isEmpty), at: "studies.\(name).are_trained")
      values.insert(table(name), at: "studies.\(name).table")
      values.insert(.text(report.results.reference.facts.title), at: "studies.\(name).reference")
      values.insert(.integer(arms.count), at: "studies.\(name).count")
      values.insert(.flag(arms.count == 1), at: "studies.\(name).is_one")
      for series in Trial.Series.allCases {
        report.insertVerdicts(
          of: study, over: series, at: "studies.\(name).\(series.rawValue)", in: words, into: &values)
      }
    }
    let findings = report?.results.findings ?? []
    values.insert(.flag(!findings.isEmpty), at: "studies.audit.exist")
    guard let report, !findings.isEmpty else { return }
    values.insert(table("audit"), at: "studies.audit.table")
    values.insert(.integer(findings.count), at: "studies.audit.count")
    values.insert(.list(findings.map { report.item(of: $0, in: words) }), at: "studies.audit.findings")
  }

  /// Which arms are better and which are worse, by title.
  private func insertVerdicts(
    of study: StudyArm.Study, over series: Trial.Series, at key: String, in words: Words,
    into values: inout Values
  ) {
    let contrasts = (variants + splits).filter { $0.arm.facts.study == study && $0.series == series }
    values.insert(.flag(!contrasts.isEmpty), at: "\(key).exist")
    for (name, outcome) in [("better", Verdict.Outcome.better), ("worse", .worse)] {
      let titles = contrasts.filter { $0.verdict.outcome == outcome }.map { contrast in
        words(.quoted, ["text": contrast.arm.facts.title])
      }
      values.insert(.flag(!titles.isEmpty), at: "\(key).some_\(name)")
      values.insert(.text(words.list(titles)), at: "\(key).\(name)")
    }
    // Of equals the first: `max` alone would answer the last.
    let highest = contrasts.reversed().max { $0.difference.value < $1.difference.value }
    guard let highest else { return }
    let difference = highest.difference
    values.insert(.text(highest.arm.facts.title), at: "\(key).highest.title")
    values.insert(.number(100 * difference.value, digits: 1), at: "\(key).highest.points")
    values.insert(.number(100 * difference.interval.low, digits: 1), at: "\(key).highest.low_points")
    values.insert(.number(100 * difference.interval.high, digits: 1), at: "\(key).highest.high_points")
    values.insert(.flag(highest.correctedP != nil), at: "\(key).highest.has_p")
    values.insert(.text(highest.correctedP.map(words.pValue) ?? ""), at: "\(key).highest.p_words")
  }

  private func item(of finding: StudyIndex.Finding, in words: Words) -> Values {
    var item = Values()
    item.insert(.text(words.printed(finding.message)), at: "message")
    item.insert(.flag(finding.isSerious), at: "is_serious")
    item.insert(.text(words.audit(finding.treatment)), at: "treatment")
    let contrast = audit.first { $0.arm.facts.name == finding.arm }
    item.insert(.flag(contrast != nil), at: "touches")
    item.insert(.flag(finding.leftOut != nil), at: "is_left_out")
    item.insert(.text(finding.leftOut.map { words.inPrint($0) } ?? ""), at: "reason")
    if let contrast { item.insert(contrast.verdict.value(in: words, scale: 100, digits: 1), at: "verdict") }
    return item
  }
}
