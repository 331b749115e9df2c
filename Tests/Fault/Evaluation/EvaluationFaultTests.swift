import Evaluation
import Foundation
import Testing

@Suite("Samples that cannot be evaluated are errors that say why")
struct EvaluationFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sentence: String
    let cause: @Sendable () throws(EvaluationError) -> Void

    init(
      _ description: String, _ sentence: String,
      _ cause: @escaping @Sendable () throws(EvaluationError) -> Void
    ) {
      (testDescription, self.sentence, self.cause) = (description, sentence, cause)
    }
  }

  @Test(
    "The sentence says what was expected, what came and where",
    arguments: labels + scores + manyClasses + intervals)
  func sentence(fault: Fault) {
    let error = #expect(throws: EvaluationError.self) { try fault.cause() }
    #expect(error?.description == fault.sentence)
    #expect(error?.localizedDescription == fault.sentence)
  }

  static let labels: [Fault] = [
    Fault("no samples", "expected at least one sample, received none") { () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [], predictions: [])
    },
    Fault("no samples to report", "expected at least one sample, received none") {
      () throws(EvaluationError) in _ = try ClassificationReport(truth: [], predictions: [])
    },
    Fault("no indices", "expected at least one sample, received none") { () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [], predictions: [], classCount: 2)
    },
    Fault("a prediction too few", "predictions: expected 3, one for each true label, received 2") {
      () throws(EvaluationError) in _ = try ConfusionMatrix(truth: [0, 1, 1], predictions: [0, 1])
    },
    Fault("an index too many", "predictions: expected 1, one for each true label, received 2") {
      () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [0], predictions: [0, 1], classCount: 2)
    },
    Fault("a weight too many", "weights: expected 2, one for each true label, received 3") {
      () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [0, 1], predictions: [0, 1], weights: [1, 1, 1])
    },
    Fault(
      "numbers against text",
      "labels: expected all numbers or all text, received the number 0 and the text \"jazz\""
    ) { () throws(EvaluationError) in
      _ = try ClassificationReport(truth: [0, 1], predictions: ["jazz", "pop"])
    },
    Fault(
      "numbers asked for among text",
      "labels: expected all numbers or all text, received the number 7 and the text \"jazz\""
    ) { () throws(EvaluationError) in
      _ = try ClassificationReport(truth: ["jazz"], predictions: ["jazz"], labels: [7])
    },
    Fault(
      "probabilities for predictions",
      "predictions: expected a class, received 0.25 at sample 1; round probabilities to classes first"
    ) { () throws(EvaluationError) in
      _ = try ClassificationReport(truth: [0, 1], predictions: [0.0, 0.25])
    },
    Fault(
      "truth that is not a number",
      "truth: expected a class, received nan at sample 0; round probabilities to classes first"
    ) { () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [.number(.nan)], predictions: [0])
    },
    Fault("labels that are none", "labels: expected at least one, received none") {
      () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [0, 1], predictions: [0, 1], labels: [])
    },
    Fault("class names that are none", "labels: expected at least one, received none") {
      () throws(EvaluationError) in
      _ = try ClassificationReport(truth: [0], predictions: [0], classNames: [])
    },
    Fault("a label twice", "labels: expected each once, received 1.0 twice") {
      () throws(EvaluationError) in
      _ = try ClassificationReport(truth: [0, 1], predictions: [0, 1], labels: [1, .number(1)])
    },
    Fault(
      "labels that are never true",
      "labels: expected at least one that occurs in the truth, received 7, 8"
    ) { () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [0, 1], predictions: [0, 7], labels: [7, 8])
    },
    Fault("too few names", "class names: expected 3, for 0, 1, 2, received 2") {
      () throws(EvaluationError) in
      _ = try ClassificationReport(
        truth: [.integer(0), 1, 2], predictions: [0, 1, 1], classNames: ["Disliked", "Liked"])
    },
    Fault("too many names for the labels given", "class names: expected 1, for 1, received 2") {
      () throws(EvaluationError) in
      _ = try ClassificationReport(
        truth: [.integer(0), 1], predictions: [0, 1], labels: [1], classNames: ["Disliked", "Liked"])
    },
    Fault("an index without a class", "predictions: expected a class from 0 to 1, received 2 at sample 1") {
      () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [0, 1], predictions: [0, 2], classCount: 2)
    },
    Fault("an index without a name", "truth: expected a class from 0 to 1, received -1 at sample 0") {
      () throws(EvaluationError) in
      let truth = [-1]
      _ = try ClassificationReport(truth: truth, predictions: [0], classNames: ["Disliked", "Liked"])
    },
    Fault(
      "a negative weight",
      "weights: expected a finite number of at least 0, received -0.5 at sample 1"
    ) { () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [0, 1], predictions: [0, 1], weights: [1, -0.5])
    },
    Fault(
      "an infinite weight",
      "weights: expected a finite number of at least 0, received inf at sample 0"
    ) { () throws(EvaluationError) in
      _ = try ClassificationReport(truth: [0, 1], predictions: [0, 1], weights: [.infinity, 1])
    },
    Fault("weights of zero", "weights: expected at least one above 0, received only zeros") {
      () throws(EvaluationError) in
      _ = try ConfusionMatrix(truth: [0, 1], predictions: [0, 1], classCount: 2, weights: [0, 0])
    },
  ]

  static let scores: [Fault] = [
    Fault("no scores", "expected at least one sample, received none") { () throws(EvaluationError) in
      _ = try ROCCurve(truth: [], scores: [])
    },
    Fault("a score too few", "scores: expected 2, one for each true label, received 1") {
      () throws(EvaluationError) in _ = try rocAUC(truth: [true, false], scores: [0.5])
    },
    Fault("a score that is not a number", "scores: expected a finite number, received nan at sample 1") {
      () throws(EvaluationError) in _ = try rocAUC(truth: [true, false], scores: [0.5, .nan])
    },
    Fault("an infinite score", "scores: expected a finite number, received -inf at sample 0") {
      () throws(EvaluationError) in
      _ = try PrecisionRecallCurve(truth: [true, false], scores: [-.infinity, 0])
    },
    Fault(
      "only positives to rank",
      "truth: expected positive and negative samples, received only positive ones"
    ) { () throws(EvaluationError) in _ = try rocAUC(truth: [true, true], scores: [0.1, 0.9]) },
    Fault(
      "only negatives to rank",
      "truth: expected positive and negative samples, received only negative ones"
    ) { () throws(EvaluationError) in _ = try ROCCurve(truth: [false], scores: [0.1]) },
    Fault(
      "positives that weigh nothing",
      "truth: expected positive and negative samples, received only negative ones"
    ) { () throws(EvaluationError) in
      _ = try rocAUC(truth: [true, false], scores: [0.1, 0.9], weights: [0, 1])
    },
    Fault("no positives to recall", "truth: expected at least one positive sample, received none") {
      () throws(EvaluationError) in _ = try averagePrecision(truth: [false], scores: [0.1])
    },
    Fault(
      "a score that weighs less than nothing",
      "weights: expected a finite number of at least 0, received -1.0 at sample 0"
    ) { () throws(EvaluationError) in
      _ = try averagePrecision(truth: [true, false], scores: [0.1, 0.9], weights: [-1, 1])
    },
    Fault("a probability above 1", "probabilities: expected a number from 0 to 1, received 1.5 at sample 0") {
      () throws(EvaluationError) in _ = try brierScore(truth: [true], probabilities: [1.5])
    },
    Fault("a probability below 0", "probabilities: expected a number from 0 to 1, received -0.5 at sample 1")
    {
      () throws(EvaluationError) in
      _ = try CalibrationCurve(truth: [true, false], probabilities: [0.5, -0.5])
    },
    Fault("no probability at all", "probabilities: expected a number from 0 to 1, received nan at sample 0") {
      () throws(EvaluationError) in _ = try logLoss(truth: [true], probabilities: [Float.nan])
    },
    Fault("a probability too few", "probabilities: expected 2, one for each true label, received 1") {
      () throws(EvaluationError) in
      _ = try logLoss(truth: [true, false], probabilities: [0.5], weights: [1, 1])
    },
    Fault("a weight too few for the loss", "weights: expected 2, one for each true label, received 1") {
      () throws(EvaluationError) in
      _ = try logLoss(truth: [true, false], probabilities: [0.5, 0.5], weights: [1])
    },
  ]

  static let manyClasses: [Fault] = [
    Fault("one column only", "probabilities: expected columns for at least two classes, received 1") {
      () throws(EvaluationError) in _ = try rocAUC(truth: [0, 0], probabilities: [[1], [1]])
    },
    Fault(
      "a row too short", "probabilities: expected 3 columns, one for each class, received 2 at sample 1"
    ) { () throws(EvaluationError) in
      _ = try logLoss(truth: [0, 1], probabilities: [[1, 0, 0], [0.5, 0.5]])
    },
    Fault("a class without a column", "truth: expected a class from 0 to 1, received 2 at sample 1") {
      () throws(EvaluationError) in
      _ = try brierScore(truth: [0, 2], probabilities: [[1, 0], [0.5, 0.5]])
    },
    Fault(
      "a row that sums to three quarters",
      "probabilities: expected a row that sums to 1, received one that sums to 0.75 at sample 1"
    ) { () throws(EvaluationError) in
      _ = try logLoss(truth: [0, 1], probabilities: [[1, 0], [0.5, 0.25]])
    },
    Fault(
      "a row with a negative probability",
      "probabilities: expected a number from 0 to 1, received -0.5 at sample 0"
    ) { () throws(EvaluationError) in
      _ = try rocAUC(truth: [0, 1], probabilities: [[1.5, -0.5], [0, 1]].map { $0.reversed() })
    },
    Fault("a class that never occurs", "truth: expected samples of every class, received none of class 2") {
      () throws(EvaluationError) in
      _ = try rocAUC(truth: [0, 1], probabilities: [[1, 0, 0], [0, 1, 0]])
    },
    Fault(
      "one class alone against none", "truth: expected samples of every class, received none of class 1"
    ) { () throws(EvaluationError) in
      _ = try rocAUC(
        truth: [0, 0], probabilities: [[1, 0, 0], [0, 1, 0]], comparison: .oneVersusOne(weighted: false))
    },
    Fault(
      "a class that is never recalled", "truth: expected samples of every class, received none of class 0"
    ) { () throws(EvaluationError) in
      _ = try averagePrecision(truth: [1, 1], scores: [[3, 2], [1, 4]])
    },
    Fault("a score in a row that is no number", "scores: expected a finite number, received nan at sample 1")
    {
      () throws(EvaluationError) in
      _ = try averagePrecision(truth: [0, 1], scores: [[3, 2], [1, .nan]])
    },
  ]

  static let intervals: [Fault] = [
    Fault("a mean of one", "numbers: expected at least 2, to tell how they are spread, received 1") {
      () throws(EvaluationError) in _ = try Interval.ofMean([0.5])
    },
    Fault("a test of one", "numbers: expected at least 2, to tell how they are spread, received 1") {
      () throws(EvaluationError) in _ = try WelchTest(first: [0.5, 0.25], second: [1])
    },
    Fault("a mean of what is no number", "numbers: expected finite ones, received nan at sample 1") {
      () throws(EvaluationError) in _ = try Interval.ofMean([0.5, .nan, .infinity])
    },
    Fault("a mean of classes with an infinity", "numbers: expected finite ones, received inf at sample 0") {
      () throws(EvaluationError) in
      _ = try Interval.ofMean([.infinity, 2, 3, 4], drawnFrom: [0, 0, 1, 1])
    },
    Fault("a test of what is no number", "numbers: expected finite ones, received nan at sample 0") {
      () throws(EvaluationError) in _ = try WelchTest(first: [.nan, 0.25], second: [1, 2])
    },
    Fault("splits without a score", "numbers: expected finite ones, received nan at sample 1") {
      () throws(EvaluationError) in _ = try ResampledMean([1, .nan], testRatio: 0.5)
    },
    Fault(
      "numbers beyond all bounds",
      "numbers: expected a mean and a spread below the largest Double, received larger ones; rescale them"
    ) {
      () throws(EvaluationError) in _ = try WelchTest(first: [1e300, -1e300], second: [1, 2])
    },
    Fault("a level that is none", "level: expected a number between 0 and 1, such as 0.95, received nan") {
      () throws(EvaluationError) in _ = try Interval.ofMean([1, 2], level: .nan)
    },
    Fault("a level in percent", "level: expected a number between 0 and 1, such as 0.95, received 95.0") {
      () throws(EvaluationError) in _ = try WelchTest(first: [1, 2], second: [1, 2], level: 95)
    },
    Fault("pairs that are none", "predictions: expected 2, one for each true label, received 1") {
      () throws(EvaluationError) in
      _ = try McNemarTest(firstIsRight: [true, false], secondIsRight: [true])
    },
    Fault("a mean of a class of one", "numbers: expected at least 2, to tell how they are spread, received 1")
    {
      () throws(EvaluationError) in _ = try Interval.ofMean([1, 2, 3], drawnFrom: [0, 0, 1])
    },
    Fault(
      "probabilities that are none", "probabilities: expected a number from 0 to 1, received 2.0 at sample 1"
    ) {
      () throws(EvaluationError) in
      _ = try ProbabilityIntervals(truth: [true, false], probabilities: [1, 2])
    },
    Fault("areas of one class", "truth: expected positive and negative samples, received only positive ones")
    {
      () throws(EvaluationError) in _ = try ROCAreas(truth: [true], scores: [[0.5]])
    },
    Fault("areas of nothing", "expected at least one sample, received none") {
      () throws(EvaluationError) in _ = try ROCAreas(truth: [], scores: [[]])
    },
    Fault("areas of infinite scores", "scores: expected a finite number, received inf at sample 1") {
      () throws(EvaluationError) in
      _ = try ROCAreas(truth: [true, false], scores: [[0, 1], [0, .infinity]])
    },
    Fault("offers without scores", "scores: expected 2, one for each true label, received 0") {
      () throws(EvaluationError) in _ = try Cutoff.above([0.5], truth: [true, false], scores: [])
    },
    Fault("offers of nothing", "expected at least one sample, received none") {
      () throws(EvaluationError) in _ = try Cutoff.top([0.5], truth: [], scores: [])
    },
  ]
}
