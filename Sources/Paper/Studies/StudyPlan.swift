import TrackData

/// What an experiment's studies train: the experiment itself, and what is compared with it; and what of it the data
/// cannot bear.
struct StudyPlan: Sendable {
  let arms: [StudyArm]
  /// What the audit found; empty where it is not asked for.
  let findings: [StudyIndex.Finding]
  let leftOut: [StudyIndex.LeftOut]
  /// The same for messages.
  let omissions: [Omission]

  /// - Parameter trainer: of the experiment as it is.
  /// - Throws: `badData` for rows that are not what the experiment says.
  init(_ studies: Experiment.Studies, by trainer: Trainer, source: TrackSource) throws(Failure) {
    let run = trainer.experiment.firstRun
    var planner = StudyPlanner(trainer.experiment, source: source, seeds: studies.seeds)
    let reference = try planner.arm(
      .reference, Variant(name: run.name, title: run.title), over: Trial.Series.allCases, key: "studies")
    guard let reference else {
      (self.arms, self.findings) = ([], [])
      (leftOut, omissions) = (planner.leftOut, planner.omissions)
      return
    }
    // What is mended is held against the experiment as it is, over splits where it draws any.
    let withoutSplits = planner.leftOut.first?.reason
    var arms = [reference]
    for (index, variant) in studies.variants.enumerated() {
      arms += try [
        planner.arm(.variants, variant, over: Trial.Series.allCases, key: "studies.variants[\(index)]")
      ].compactMap(\.self)
    }
    for (index, split) in studies.splits.enumerated() {
      arms += try [planner.arm(.splits, split, over: [.splits], key: "studies.splits[\(index)]")]
        .compactMap(\.self)
    }
    if !studies.splits.isEmpty {
      for arm in arms where arm.study == .reference || arm.study == .splits {
        arms += planner.models(beside: arm, seeds: studies.plainSeeds)
      }
    }
    var findings: [StudyIndex.Finding] = []
    for var one in try studies.audit ? AuditStudy(by: trainer, source: source).cases : [] {
      if let variant = one.variant, variant.applied(to: trainer.experiment).split.shuffle,
        withoutSplits != nil
      {
        one.finding.leftOut = withoutSplits
      } else if let variant = one.variant {
        let arm = try planner.arm(
          .audit, variant, over: [.splits], removing: one.removed, key: "studies.audit")
        if let arm { arms.append(arm) }
        one.finding.arm = arm?.name
        one.finding.leftOut = arm == nil ? planner.leftOut.last?.reason : nil
      }
      findings.append(one.finding)
    }
    (self.arms, self.findings) = (arms, findings)
    (leftOut, omissions) = (planner.leftOut, planner.omissions)
  }

  /// What lies beside the arms' results to say what they are.
  ///
  /// - Parameter failed: what turned out only as it was trained.
  func index(
    of experiment: Experiment, source: TrackSource, failed: [StudyIndex.LeftOut]
  ) throws(Failure) -> StudyIndex {
    let names = failed.map(\.name)
    let leftOut = leftOut + failed
    return StudyIndex(
      madeFrom: try StudyIndex.making(of: experiment, data: source.fingerprint),
      arms: arms.filter { !names.contains($0.name) }.map { arm in
        StudyIndex.Arm(
          name: arm.name, title: arm.title, study: arm.study,
          rows: source.table.rowCount - arm.removed.count,
          keepsSplit: arm.keepsSplit(of: experiment), plain: arm.plain)
      },
      findings: findings.map { finding in
        guard let reason = failed.first(where: { $0.name == finding.arm })?.reason else { return finding }
        var finding = finding
        (finding.arm, finding.leftOut) = (nil, reason)
        return finding
      }, leftOut: leftOut.isEmpty ? nil : leftOut)
  }
}
