import Paper
import TestSupport
import Testing

/// What can be wrong in the studies of an experiment file.
@Suite struct StudiesFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// What of good studies is replaced by what.
    let old: String
    let new: String
    /// After the file's name and the line.
    let message: String
    var testDescription: String { new }
  }

  static let cases = [
    Case(
      old: "variants:", new: "variant:",
      message: "24:3: studies: unknown key 'variant'; did you mean 'variants'?"),
    Case(old: "  seeds: 0-3\n", new: "", message: "23:3: studies: expected the key 'seeds'"),
    Case(
      old: "seeds: 0-3", new: "seeds: 4",
      message:
        "23:10: studies.seeds: expected at least two seeds, each at most 4294967295 because splits are "
        + "drawn from them too; received 4"),
    Case(
      old: "scaling: none", new: "scalign: none",
      message: "26:43: studies.variants[1]: unknown key 'scalign'; did you mean 'scaling'?"),
    Case(
      old: ", scaling: none, seeds: 1-2", new: ", seeds: 1-2",
      message:
        "26:7: studies.variants[1]: expected a change of drop, split, scaling, model, training, received none"
    ),
    Case(
      old: "name: unscaled", new: "name: WIDER",
      message:
        "26:7: studies.variants[1]: expected a name that is no other's in the studies and not the first run's, "
        + "received 'WIDER'"),
    Case(
      old: "name: unscaled", new: "name: small",
      message:
        "26:7: studies.variants[1]: expected a name that is no other's in the studies and not the first run's, "
        + "received 'small'"),
    Case(
      old: "name: unscaled", new: "name: audit-x",
      message:
        "26:14: studies.variants[1].name: expected a name that does not begin with 'audit-', as those of the "
        + "audit do; received 'audit-x'"),
    Case(
      old: "name: unscaled", new: "name: splits",
      message:
        "26:14: studies.variants[1].name: expected letters, digits, '-' and '_', and none of exists, index, seeds, "
        + "variants, splits, audit; received 'splits'"),
    Case(
      old: "scaling: none", new: "drop: [target]",
      message: "26:49: studies.variants[1].drop: expected columns other than the target, received 'target'"),
    Case(
      old: "scaling: none", new: "training: {epoch: 3}",
      message: "26:54: studies.variants[1].training: unknown key 'epoch'; did you mean 'epochs'?"),
    Case(
      old: "split: {stratify: true}", new: "scaling: none",
      message: "28:48: studies.splits[0]: unknown key 'scaling'; the keys here are name, title, seeds, split"),
    Case(
      old: "{stratify: true}", new: "{shuffle: false, stratify: true}",
      message: "28:55: studies.splits[0].split: expected shuffle: true with stratify: true"),
    Case(
      old: "folds: 3", new: "folds: 1",
      message: "29:63: studies.splits[1].split.folds: expected a whole number, 2 to 1000, received '1'"),
    Case(
      old: "folds: 3, ", new: "",
      message: "29:65: studies.splits[1].split.repeats: expected folds to repeat"),
    Case(
      old: "folds: 3", new: "folds: 3, test: 0.5",
      message:
        "29:72: studies.splits[1].split.test: expected none beside folds, which are shuffled and each tested in "
        + "turn"),
    Case(
      old: "audit: true", new: "audit: maybe",
      message: "30:10: studies.audit: expected true or false, received 'maybe'"),
  ]

  @Test(arguments: cases)
  func aWrongStudySaysWhereAndWhat(fault: Case) throws {
    let yaml = SmallExperiment.yaml() + SmallExperiment.studies
    try #require(yaml.contains(fault.old))
    let failure = #expect(throws: Failure.self) {
      try Experiment(yaml: yaml.replacing(fault.old, with: fault.new, maxReplacements: 1), file: "x.yaml")
    }
    #expect(failure?.status == .badData)
    #expect(failure?.message == "x.yaml:" + fault.message)
  }
}
