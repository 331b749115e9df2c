import Paper
import TestSupport
import Testing

/// What can be wrong in the studies of an experiment file.
@Suite struct StudiesFaultTests {
  static let cases = [
    FaultInYAML(
      old: "variants:", new: "variant:",
      message: "25:3: studies: unknown key 'variant'; did you mean 'variants'?"),
    FaultInYAML(old: "  seeds: 0-3\n", new: "", message: "24:3: studies: expected the key 'seeds'"),
    FaultInYAML(
      old: "seeds: 0-3", new: "seeds: 4",
      message:
        "24:10: studies.seeds: expected at least two seeds, each at most 4294967295 because splits are "
        + "drawn from them too; received 4"),
    FaultInYAML(
      old: "scaling: none", new: "scalign: none",
      message: "27:43: studies.variants[1]: unknown key 'scalign'; did you mean 'scaling'?"),
    FaultInYAML(
      old: ", scaling: none, seeds: 1-2", new: ", seeds: 1-2",
      message:
        "27:7: studies.variants[1]: expected a change of drop, split, scaling, model, training, received none"
    ),
    FaultInYAML(
      old: "name: unscaled", new: "name: WIDER",
      message:
        "27:7: studies.variants[1]: expected a name that is no other's in the studies and not the first run's, "
        + "received 'WIDER'"),
    FaultInYAML(
      old: "name: unscaled", new: "name: small",
      message:
        "27:7: studies.variants[1]: expected a name that is no other's in the studies and not the first run's, "
        + "received 'small'"),
    FaultInYAML(
      old: "name: unscaled", new: "name: audit-x",
      message:
        "27:14: studies.variants[1].name: expected a name that does not begin with 'audit-', as those of the "
        + "audit do; received 'audit-x'"),
    FaultInYAML(
      old: "name: unscaled", new: "name: splits",
      message:
        "27:14: studies.variants[1].name: expected letters, digits, '-' and '_', and none of exists, index, seeds, "
        + "variants, splits, audit; received 'splits'"),
    FaultInYAML(
      old: "scaling: none", new: "drop: [target]",
      message: "27:49: studies.variants[1].drop: expected columns other than the target, received 'target'"),
    FaultInYAML(
      old: "scaling: none", new: "training: {epoch: 3}",
      message: "27:54: studies.variants[1].training: unknown key 'epoch'; did you mean 'epochs'?"),
    FaultInYAML(
      old: "split: {stratify: true}", new: "scaling: none",
      message: "29:48: studies.splits[0]: unknown key 'scaling'; the keys here are name, title, seeds, split"),
    FaultInYAML(
      old: "{stratify: true}", new: "{shuffle: false, stratify: true}",
      message: "29:55: studies.splits[0].split: expected shuffle: true with stratify: true"),
    FaultInYAML(
      old: "folds: 3", new: "folds: 1",
      message: "30:63: studies.splits[1].split.folds: expected a whole number, 2 to 1000, received '1'"),
    FaultInYAML(
      old: "folds: 3, ", new: "",
      message: "30:65: studies.splits[1].split.repeats: expected folds to repeat"),
    FaultInYAML(
      old: "folds: 3", new: "folds: 3, test: 0.5",
      message:
        "30:72: studies.splits[1].split.test: expected none beside folds, which are shuffled and each tested in "
        + "turn"),
    FaultInYAML(
      old: "audit: true", new: "audit: maybe",
      message: "31:10: studies.audit: expected true or false, received 'maybe'"),
  ]

  @Test(arguments: cases)
  func aWrongStudySaysWhereAndWhat(fault: FaultInYAML) throws {
    try fault.expect(in: SmallExperiment.yaml() + SmallExperiment.studies)
  }
}
