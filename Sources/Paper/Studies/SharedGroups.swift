/// The one finding that is of the split and not of the rows alone: test tracks whose artist the network knows from
/// training.
struct SharedGroups: Sendable {
  let finding: StudyIndex.Finding
  /// The split by artist; `nil` where the rows do not allow it.
  let arm: StudyArm?

  /// - Returns: `nil` where no test row has an artist of a training row, or rows have no artist.
  init?(of experiment: Experiment, source: TrackSource, seeds: SeedList) throws(Failure) {
    let trainer = try Trainer(experiment, source: source)
    let parts = trainer.parts(for: experiment.firstRun.training)
    guard let grouping = trainer.grouping else { return nil }
    let groups = RunRecord.Groups(of: parts, grouping)
    guard groups.sharedTestRows > 0 else { return nil }
    let arm = Self.arm(for: grouping.column, experiment, source: source, seeds: seeds)
    finding = StudyIndex.Finding(
      check: "groups_in_both_parts", isSerious: false, label: "\(grouping.column) in both parts",
      message:
        "\(groups.sharedTestRows) of \(trainer.split.test.count) test rows share their '\(grouping.column)' with a "
        + "row that trains",
      advice: "hold out whole groups with split.group: what is learned of one row may be known of the next",
      rows: groups.sharedTestRows,
      treatment: arm == nil ? "none: too few groups" : "a split by \(grouping.column)",
      arm: arm?.name)
    self.arm = arm
  }

  private static func arm(
    for column: String, _ experiment: Experiment, source: TrackSource, seeds: SeedList
  ) -> StudyArm? {
    var split = experiment.split
    (split.shuffle, split.stratify, split.group, split.validation) = (true, false, column, .drawn)
    let variant = Variant(
      name: AuditStudy.prefix + "groups-in-both-parts", title: "a split by \(column)", split: split)
    let arm = StudyArm(.audit, variant, of: experiment, seeds: seeds, series: [.splits])
    // Nobody asked for this split: where few groups leave a part without a class, there is none.
    let canSplit = arm.trials.allSatisfy { trial in
      (try? Trainer(arm.experiment, source: source, plan: trial.plan(split))) != nil
    }
    return canSplit ? arm : nil
  }
}
