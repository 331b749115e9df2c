import Templates
import TrackData

/// What the audit finds in an experiment's data, with an arm for each finding that can touch the result.
struct AuditStudy: Sendable {
  let arms: [StudyArm]
  let findings: [StudyIndex.Finding]

  /// What the names of its arms begin with.
  static let prefix = "audit-"

  init(of experiment: Experiment, source: TrackSource, seeds: SeedList) throws(Failure) {
    let audit = try TrackAudit(of: source, experiment)
    var arms: [StudyArm] = []
    var findings: [StudyIndex.Finding] = []
    for finding in audit.findings {
      let treatment = Treatment(of: finding, for: experiment, audit.data)
      var name: String?
      if treatment.changesAnything {
        let arm = Self.name(of: finding, besides: arms.map(\.name))
        name = arm
        arms.append(
          StudyArm(
            .audit, treatment.variant(named: arm), of: experiment, removing: treatment.removed,
            seeds: seeds, series: [.splits]))
      }
      findings.append(
        StudyIndex.Finding(
          check: finding.check, isSerious: finding.severity == .serious, label: finding.label,
          message: finding.message, advice: finding.advice,
          rows: finding.rows.isEmpty ? nil : finding.rows.count, treatment: treatment.words, arm: name))
    }
    if let shared = try SharedGroups(of: experiment, source: source, seeds: seeds) {
      arms += [shared.arm].compactMap(\.self)
      findings.append(shared.finding)
    }
    (self.arms, self.findings) = (arms, findings)
  }

  /// The check and the column, made plain; a number behind where that is taken.
  private static func name(of finding: AuditFinding, besides taken: [String]) -> String {
    let words = finding.check.replacing("_", with: "-")
    var column = finding.column.flatMap { Values.keyPart($0) }.map { "-" + $0 } ?? ""
    if case .sortedByTarget = finding { column = "" }
    let name = prefix + words + column
    var candidate = name
    var number = 2
    while taken.contains(candidate) {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
