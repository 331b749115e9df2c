@testable import Paper
import TestSupport
import Testing

/// What can be wrong in what was published.
@Suite struct PublishedFaultTests {
  private static let yaml =
    SmallExperiment.yaml() + "\npublished:\n  - {run: small, rows: test, tn: 4, fp: 2, fn: 3, tp: 6}\n"

  static let cases = [
    FaultInYAML(
      old: "run: small, rows", new: "run: smal, rows",
      message: "24:5: published[0]: no run 'smal'; did you mean 'small'?"),
    FaultInYAML(
      old: "rows: test", new: "rows: tests",
      message:
        "24:24: published[0].rows: expected one of overall, train, test, received 'tests'; did you mean 'test'?"
    ),
    FaultInYAML(
      old: ", tp: 6", new: "", message: "24:5: published[0]: expected the key 'tp'"),
    FaultInYAML(
      old: "tp: 6", new: "tp: -6",
      message: "24:55: published[0].tp: expected a whole number, 0 to 1000000000, received '-6'"),
    FaultInYAML(
      old: "tn: 4, fp: 2, fn: 3, tp: 6", new: "matrix: [[4, 2], [3]]",
      message: "24:38: published[0].matrix: expected [[tn, fp], [fn, tp]]"),
    FaultInYAML(
      old: "tn: 4, fp: 2, fn: 3, tp: 6", new: "recall: {Like: 0.5}",
      message: "24:39: published[0].recall: unknown key 'Like'; did you mean 'Liked'?"),
    FaultInYAML(
      old: ", tn: 4, fp: 2, fn: 3, tp: 6", new: "",
      message:
        "24:5: published[0]: expected the counts tn, fp, fn and tp, a matrix, or a score: accuracy, precision, "
        + "recall, f1"),
    FaultInYAML(
      old: "tp: 6", new: "tp: 6, accuracy: 0.5",
      message:
        "24:5: published[0]: expected counts or scores, received both: the scores follow from the counts"),
    FaultInYAML(
      old: "tn: 4, fp: 2, fn: 3, tp: 6}", new: "accuracy: 0.5}\n  - {rows: test, accuracy: 0.4}",
      message: "25:5: published[1]: expected one entry for run 'small' on rows 'test', received two"),
    FaultInYAML(
      old: "published:\n  - {run: small, rows: test, tn: 4, fp: 2, fn: 3, tp: 6}",
      new: "published: {test: {tn: 4}}",
      message: "23:19: published.test: expected an accuracy from 0 to 1; counts go into a list such as "
        + Experiment.Published.form),
    FaultInYAML(
      old: "published:\n  - {run: small, rows: test, tn: 4, fp: 2, fn: 3, tp: 6}",
      new: "published: {tests: 0.5}",
      message:
        "23:13: published: expected accuracies of the first run under overall, train and test, or a list such "
        + "as \(Experiment.Published.form); received the key 'tests'"),
  ]

  @Test(arguments: cases) func isToldWithItsPlace(_ fault: FaultInYAML) throws {
    try fault.expect(in: Self.yaml)
  }
}
