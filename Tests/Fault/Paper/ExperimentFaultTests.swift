@testable import Paper
import TestSupport
import Testing

/// What can be wrong in an experiment file: every complaint says where, what was expected and what came.
@Suite struct ExperimentFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// What of a good file is replaced by what.
    let old: String
    let new: String
    let message: String
    var testDescription: String { new }
  }

  static let cases = [
    Case(
      old: "name: small\n", new: "nam: small\n",
      message: "x.yaml:1:1: unknown key 'nam'; did you mean 'name'?"),
    Case(old: "name: small\n", new: "", message: "x.yaml:1:1: expected the key 'name'"),
    Case(
      old: "batch_size: 10", new: "batch_size: ten",
      message: "x.yaml:15:15: training.batch_size: expected a whole number, 1 or more, received 'ten'"),
    Case(
      old: "batch_size: 10", new: "batchsize: 10",
      message: "x.yaml:15:3: training: unknown key 'batchsize'; did you mean 'batch_size'?"),
    Case(
      old: "scaling: standard", new: "scaling: standart",
      message:
        "x.yaml:9:10: scaling: expected one of none, standard, received 'standart'; did you mean 'standard'?"),
    Case(
      old: "activation: relu", new: "activation: rely",
      message: "x.yaml:11:36: model[0].dense.activation: expected one of linear, relu, softplus, sigmoid, "
        + "softmax, tanh, elu, selu, gelu, gelu_tanh, received 'rely'; did you mean 'relu'?"),
    Case(
      old: "{dropout: 0.1}", new: "{dropout: 1}",
      message: "x.yaml:12:15: model[1].dropout: expected a rate from 0 to below 1, received '1'"),
    Case(
      old: "{units: 1, activation: sigmoid}", new: "{units: 2, activation: softmax}",
      message: "x.yaml:11:3: model: expected the last layer to be {dense: {units: 1, activation: sigmoid}}, "
        + "which gives a probability"),
    Case(
      old: "test: 0.25", new: "test: 1.5",
      message:
        "x.yaml:8:15: split.test: expected a share between 0 and 1, or a number of rows, received '1.5'"),
    Case(
      old: "seed: 0}", new: "seed: 0, group: [artist]}",
      message: "x.yaml:8:37: split.group: expected text, received a list"),
    Case(
      old: "seed: 0}", new: "seed: 0, grup: artist}",
      message: "x.yaml:8:30: split: unknown key 'grup'; did you mean 'group'?"),
    Case(
      old: "seed: 0}", new: "seed: 0, group: target}",
      message: "x.yaml:8:37: split.group: expected a column other than the target, received 'target'"),
    Case(
      old: "seed: 0}", new: "seed: 0, group: artist, shuffle: false}",
      message:
        "x.yaml:8:8: split: expected shuffle: true where groups are held out or the validation is drawn"),
    Case(
      old: "seed: 0}", new: "seed: 0, validation: draw}",
      message: "x.yaml:8:42: split.validation: expected one of tail, drawn, received 'draw'; "
        + "did you mean 'drawn'?"),
    Case(
      old: "seed: 0}", new: "seed: 0, group: artist, validation: tail}",
      message: "x.yaml:8:57: split.validation: expected drawn where there is a group, whose rows are not in "
        + "random order"),
    Case(
      old: "test: 0.25", new: "group: artist, stratify: true, test: 0.6",
      message:
        "x.yaml:8:46: split.test: expected a share of at most 0.5 with stratify: true and a group, where "
        + "one of several folds is held out"),
    Case(
      old: "classes: [Disliked, Liked]", new: "classes: [Liked]",
      message: "x.yaml:6:12: data.classes: expected the names of two classes, class 0 first; received [Liked]"
    ),
    Case(
      old: "continues: small", new: "continues: smal",
      message: "x.yaml:21:5: runs[1]: continues: expected the name of a run above, received 'smal'"),
    Case(
      old: "name: longer", new: "name: small",
      message: "x.yaml:21:5: runs[1]: expected each run to have a name of its own, received 'small' twice"),
    Case(
      old: "name: longer", new: "name: SMALL",
      message: "x.yaml:21:5: runs[1]: expected each run to have a name of its own, received 'SMALL' twice"),
    Case(
      old: "[Disliked, Liked]", new: "[\"1\", \"0\"]",
      message: "x.yaml:6:12: data.classes: expected class 0 first; a class called 1 would be class 0"),
    Case(
      old: "drop: [key", new: "drop: [target, key",
      message: "x.yaml:7:9: data.drop: expected columns other than the target, received 'target'"),
    Case(
      old: "continues: small", new: "continues: small, initial_weights: w.safetensors",
      message:
        "x.yaml:21:74: runs[1].initial_weights: expected none in a run that continues another, whose weights it "
        + "starts from"),
    Case(
      old: "epochs: 6", new: "epochs: 6\n  seeds: 9-1",
      message: "x.yaml:17:10: training.seeds: expected seeds such as 0-99 or 3,5,8, received '9-1'"),
    Case(
      old: "name: longer", new: "name: ../longer",
      message:
        "x.yaml:21:12: runs[1].name: expected letters, digits, '-' and '_', and none of "
        + "\(Experiment.reservedNames.joined(separator: ", ")); "
        + "received '../longer'"),
    Case(
      old: "scaling: standard", new: "scaling: standard\nbaselines: [stump, forrest]",
      message: "x.yaml:10:20: baselines[1]: expected one of majority, stump, logistic, forest, boosted, "
        + "received 'forrest'; did you mean 'forest'?"),
    Case(
      old: "scaling: standard", new: "scaling: standard\nbaselines: [stump, stump]",
      message: "x.yaml:10:20: baselines[1]: expected each baseline once, received 'stump' twice"),
    Case(
      old: "scaling: standard", new: "scaling: standard\nbaselines: stump",
      message: "x.yaml:10:12: baselines: expected a list, received 'stump'"),
    Case(
      old: "validation_split: 0.2", new: "validation_split: 0",
      message: "x.yaml:15:3: training: early_stopping.monitor: expected a validation_split above 0 to have "
        + "'val_binary_accuracy'"),
    Case(
      old: "split: {test", new: "split: {test: 0.5, test",
      message: "x.yaml:8:9: expected each key once, found test twice"),
    Case(
      old: "[Disliked, Liked]", new: "[Disliked, Liked",
      message: "x.yaml:7:7: not YAML: did not find expected ',' or ']'"),
  ]

  @Test(arguments: cases)
  func aWrongExperimentSaysWhereAndWhat(fault: Case) throws {
    let yaml = SmallExperiment.yaml()
    try #require(yaml.contains(fault.old))
    let failure = #expect(throws: Failure.self) {
      try Experiment(yaml: yaml.replacing(fault.old, with: fault.new, maxReplacements: 1), file: "x.yaml")
    }
    #expect(failure?.status == .badData)
    #expect(failure?.message == fault.message)
  }

  @Test func anExperimentThatIsNotThereNamesThoseThatAre() throws {
    let failure = #expect(throws: Failure.self) { try Experiment(named: "no-such-experiment") }
    #expect(failure?.status == .noInput)
    #expect(failure?.message.hasPrefix("no-such-experiment: no such experiment file") == true)
  }
}
