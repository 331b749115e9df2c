import Templates

extension Numbers {
  /// How the rows were split, and how far the parts share groups.
  static func facts(of split: RunRecord.Split, _ asked: Experiment.Split) -> [Fact] {
    let facts = [
      Fact(
        "split.train", .integer(split.train + split.validation),
        "the {rows} that train the network, those that only validate among them"),
      Fact("split.fit", .integer(split.train), "the {rows} that the weights are fitted to"),
      Fact("split.validation", .integer(split.validation), "the training {rows} that only validate"),
      Fact("split.has_validation", .flag(split.validation > 0), "whether there are {rows} that validate"),
      Fact(
        "split.is_validation_drawn", .flag(asked.validation == .drawn),
        "whether those that validate were drawn as the test {rows} were"),
      Fact("split.test", .integer(split.test), "the {rows} held out to test the network"),
      Fact("split.seed", .integer(Int(asked.seed)), "the seed of the split"),
      Fact(
        "split.is_grouped", .flag(asked.group != nil), "whether {rows} of a group are all on one side"),
      Fact(
        "split.may_share_groups", .flag(asked.group == nil && split.groups != nil),
        "whether a group, may be on both sides"),
    ]
    guard let groups = split.groups else { return facts }
    return facts + [
      Fact("split.groups.column", .text(groups.column), "the column whose equal cells make a group"),
      Fact("split.groups.fit", .integer(groups.train), "the groups among the {rows} that are fitted to"),
      Fact("split.groups.validation", .integer(groups.validation), "the groups among those that validate"),
      Fact("split.groups.test", .integer(groups.test), "the groups among the test {rows}"),
      Fact(
        "split.groups.shared_test_rows", .integer(groups.sharedTestRows),
        "the test {rows} of which a {row} of the same group trains or validates"),
      Fact(
        "split.groups.shared_test_percent",
        .number(100 * Double(groups.sharedTestRows) / Double(split.test), digits: 1),
        "their share of the test {rows}, in percent"),
    ]
  }
}
