/// What an experiment's studies train: the experiment itself, and what is compared with it.
struct StudyPlan: Sendable {
  let arms: [StudyArm]
  /// What the audit found; empty where it is not asked for.
  let findings: [StudyIndex.Finding]

  /// - Throws: `badData` for rows that are not what the experiment says.
  init(_ studies: Experiment.Studies, of experiment: Experiment, source: TrackSource) throws(Failure) {
    let run = experiment.firstRun
    let reference = Variant(name: run.name, title: run.title)
    var arms = [
      StudyArm(
        .reference, reference, of: experiment, seeds: studies.seeds, series: Trial.Series.allCases)
    ]
    arms += studies.variants.map {
      StudyArm(.variants, $0, of: experiment, seeds: studies.seeds, series: Trial.Series.allCases)
    }
    arms += studies.splits.map {
      StudyArm(.splits, $0, of: experiment, seeds: studies.seeds, series: [.splits])
    }
    let heldOut = arms.filter { $0.study == .reference || $0.study == .splits }
    if !studies.splits.isEmpty {
      arms += heldOut.flatMap { arm in experiment.baselines.map { arm.plain($0, seeds: studies.plainSeeds) } }
        .filter { !$0.trials.isEmpty }
    }
    let audit = try studies.audit ? AuditStudy(of: experiment, source: source, seeds: studies.seeds) : nil
    self.arms = arms + (audit?.arms ?? [])
    findings = audit?.findings ?? []
  }

  /// What lies beside the arms' results to say what they are.
  func index(of experiment: Experiment, source: TrackSource) throws(Failure) -> StudyIndex {
    StudyIndex(
      madeFrom: try StudyIndex.making(of: experiment, data: source.fingerprint),
      arms: arms.map { arm in
        StudyIndex.Arm(
          name: arm.name, title: arm.title, study: arm.study,
          rows: source.table.rowCount - arm.removed.count,
          keepsSplit: arm.keepsSplit(of: experiment), plain: arm.plain)
      }, findings: findings)
  }
}
