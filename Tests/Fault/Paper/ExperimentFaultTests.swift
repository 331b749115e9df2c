@testable import Paper
import TestSupport
import Testing

/// What can be wrong in an experiment file: every complaint says where, what was expected and what came.
@Suite struct ExperimentFaultTests {
  static let cases = [
    FaultInYAML(
      old: "name: small\n", new: "nam: small\n",
      message: "1:1: unknown key 'nam'; did you mean 'name'?"),
    FaultInYAML(old: "name: small\n", new: "", message: "1:1: expected the key 'name'"),
    FaultInYAML(
      old: "batch_size: 10", new: "batch_size: ten",
      message: "16:15: training.batch_size: expected a whole number, 1 or more, received 'ten'"),
    FaultInYAML(
      old: "batch_size: 10", new: "batchsize: 10",
      message: "16:3: training: unknown key 'batchsize'; did you mean 'batch_size'?"),
    FaultInYAML(
      old: "scaling: standard", new: "scaling: standart",
      message:
        "10:10: scaling: expected one of none, standard, received 'standart'; did you mean 'standard'?"),
    FaultInYAML(
      old: "activation: relu", new: "activation: rely",
      message: "12:36: model[0].dense.activation: expected one of linear, relu, softplus, sigmoid, "
        + "softmax, tanh, elu, selu, gelu, gelu_tanh, received 'rely'; did you mean 'relu'?"),
    FaultInYAML(
      old: "{dropout: 0.1}", new: "{dropout: 1}",
      message: "13:15: model[1].dropout: expected a rate from 0 to below 1, received '1'"),
    FaultInYAML(
      old: "{units: 1, activation: sigmoid}", new: "{units: 2, activation: softmax}",
      message: "12:3: model: expected the last layer to be {dense: {units: 1, activation: sigmoid}}, "
        + "which gives a probability"),
    FaultInYAML(
      old: "test: 0.25", new: "test: 1.5",
      message:
        "9:15: split.test: expected a share between 0 and 1, or a number of rows, received '1.5'"),
    FaultInYAML(
      old: "seed: 0}", new: "seed: 0, group: [artist]}",
      message: "9:37: split.group: expected text, received a list"),
    FaultInYAML(
      old: "seed: 0}", new: "seed: 0, grup: artist}",
      message: "9:30: split: unknown key 'grup'; did you mean 'group'?"),
    FaultInYAML(
      old: "seed: 0}", new: "seed: 0, group: target}",
      message: "9:37: split.group: expected a column other than the target, received 'target'"),
    FaultInYAML(
      old: "seed: 0}", new: "seed: 0, group: artist, shuffle: false}",
      message:
        "9:8: split: expected shuffle: true where groups are held out or the validation is drawn"),
    FaultInYAML(
      old: "seed: 0}", new: "seed: 0, validation: draw}",
      message: "9:42: split.validation: expected one of tail, drawn, received 'draw'; "
        + "did you mean 'drawn'?"),
    FaultInYAML(
      old: "seed: 0}", new: "seed: 0, group: artist, validation: tail}",
      message: "9:57: split.validation: expected drawn where there is a group, whose rows are not in "
        + "random order"),
    FaultInYAML(
      old: "test: 0.25", new: "group: artist, stratify: true, test: 0.6",
      message:
        "9:46: split.test: expected a share of at most 0.5 with stratify: true and a group, where "
        + "one of several folds is held out"),
    FaultInYAML(
      old: "classes: [Disliked, Liked]", new: "classes: [Liked]",
      message:
        "6:12: data.classes: expected the names of two classes, the positive one last; received [Liked]"
    ),
    FaultInYAML(
      old: "continues: small", new: "continues: smal",
      message: "22:5: runs[1]: continues: expected the name of a run above, received 'smal'"),
    FaultInYAML(
      old: "name: longer", new: "name: small",
      message: "22:5: runs[1]: expected each run to have a name of its own, received 'small' twice"),
    FaultInYAML(
      old: "name: longer", new: "name: SMALL",
      message: "22:5: runs[1]: expected each run to have a name of its own, received 'SMALL' twice"),
    FaultInYAML(
      old: "[Disliked, Liked]", new: "[1, 1.0]",
      message: "6:12: data.classes: expected two classes; '1' and '1.0' are the same number"),
    FaultInYAML(
      old: "drop: [key", new: "drop: [target, key",
      message: "7:9: data.drop: expected columns other than the target, received 'target'"),
    FaultInYAML(
      old: "continues: small", new: "continues: small, initial_weights: w.safetensors",
      message:
        "22:74: runs[1].initial_weights: expected none in a run that continues another, whose weights it "
        + "starts from"),
    FaultInYAML(
      old: "epochs: 6", new: "epochs: 6\n  seeds: 9-1",
      message: "18:10: training.seeds: expected seeds such as 0-99 or 3,5,8, received '9-1'"),
    FaultInYAML(
      old: "name: longer", new: "name: ../longer",
      message:
        "22:12: runs[1].name: expected letters, digits, '-' and '_', and none of "
        + "\(Experiment.reservedNames.joined(separator: ", ")); "
        + "received '../longer'"),
    FaultInYAML(
      old: "scaling: standard", new: "scaling: standard\nbaselines: [stump, forrest]",
      message: "11:20: baselines[1]: expected one of majority, stump, logistic, forest, boosted, "
        + "received 'forrest'; did you mean 'forest'?"),
    FaultInYAML(
      old: "scaling: standard", new: "scaling: standard\nbaselines: [stump, stump]",
      message: "11:20: baselines[1]: expected each baseline once, received 'stump' twice"),
    FaultInYAML(
      old: "scaling: standard", new: "scaling: standard\nbaselines: stump",
      message: "11:12: baselines: expected a list, received 'stump'"),
    FaultInYAML(
      old: "validation_split: 0.2", new: "validation_split: 0",
      message: "16:3: training: early_stopping.monitor: expected a validation_split above 0 to have "
        + "'val_binary_accuracy'"),
    FaultInYAML(
      old: "split: {test", new: "split: {test: 0.5, test",
      message: "9:9: expected each key once, found test twice"),
    FaultInYAML(
      old: "[Disliked, Liked]", new: "[Disliked, Liked",
      message: "7:7: not YAML: did not find expected ',' or ']'"),
  ]

  @Test(arguments: cases)
  func aWrongExperimentSaysWhereAndWhat(fault: FaultInYAML) throws {
    try fault.expect(in: SmallExperiment.yaml())
  }

  @Test func anExperimentThatIsNotThereNamesThoseThatAre() throws {
    let failure = #expect(throws: Failure.self) { try Experiment(named: "no-such-experiment") }
    #expect(failure?.status == .noInput)
    #expect(failure?.message.hasPrefix("no-such-experiment: no such experiment file") == true)
  }
}
