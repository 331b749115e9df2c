extension AuditStudy.Case {
  /// The one finding that is of the split and not of the rows alone, which a split by group would mend.
  ///
  /// It is about test rows whose group, such as an artist, the network knows from training.
  ///
  /// - Returns: `nil` where no test row has the group of a training row, or rows have no group.
  init?(sharedGroupsBy trainer: Trainer) {
    let experiment = trainer.experiment
    guard let grouping = trainer.grouping else { return nil }
    let groups = RunRecord.Groups(of: trainer.parts(for: experiment.firstRun.training), grouping)
    guard groups.sharedTestRows > 0 else { return nil }
    let words = "a split by \(grouping.column)"
    var split = experiment.split
    (split.shuffle, split.stratify, split.group, split.validation) = (true, false, grouping.column, .drawn)
    self.init(
      finding: StudyIndex.Finding(
        check: "groups_in_both_parts", isSerious: false, label: "\(grouping.column) in both parts",
        message:
          "\(groups.sharedTestRows) of \(trainer.split.test.count) test rows share their '\(grouping.column)' with a "
          + "row that trains",
        advice: "hold out whole groups with split.group: what is learned of one row may be known of the next",
        rows: groups.sharedTestRows, treatment: words),
      variant: Variant(name: AuditStudy.prefix + "groups-in-both-parts", title: words, split: split))
  }
}
