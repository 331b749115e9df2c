import Templates
import TrackData

/// What the audit finds in an experiment's data, and how each finding that can touch the result is mended.
struct AuditStudy: Sendable {
  /// A finding, and what is trained to see what it does; no variant where it cannot touch the result.
  struct Case: Sendable {
    var finding: StudyIndex.Finding
    let variant: Variant?
    /// The rows that are left out once all have been split.
    var removed: [Int] = []
  }

  let cases: [Case]

  /// What the names of its arms begin with.
  static let prefix = "audit-"

  /// - Parameter trainer: of the experiment as it is.
  init(by trainer: Trainer, source: TrackSource) throws(Failure) {
    let experiment = trainer.experiment
    let audit = try TrackAudit(of: source, experiment)
    var cases: [Case] = []
    for finding in audit.findings {
      let treatment = Treatment(of: finding, for: experiment, audit.data)
      let names = cases.compactMap(\.variant?.name)
      cases.append(
        Case(
          finding: StudyIndex.Finding(
            check: finding.check, isSerious: finding.severity == .serious, label: finding.label,
            message: finding.message, advice: finding.advice,
            rows: finding.rows.isEmpty ? nil : finding.rows.count, treatment: treatment.words),
          variant: treatment.changesAnything
            ? treatment.variant(named: Self.name(of: finding, besides: names)) : nil,
          removed: treatment.removed))
    }
    if let shared = Case(sharedGroupsBy: trainer) { cases.append(shared) }
    self.cases = cases
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
