/// Why samples cannot be evaluated: facts only; `description` makes the sentence.
///
/// Samples count from 0.
public enum EvaluationError: Error, Sendable, Equatable {
  /// The arguments a fact can be about.
  public enum Argument: String, Sendable {
    case truth, predictions, scores, probabilities, weights
  }

  /// There is nothing to evaluate.
  case noSamples
  /// An argument is not as long as the truth.
  case lengthsDiffer(truth: Int, argument: Argument, received: Int)
  /// Some labels are numbers, others text.
  case labelsMixed(number: ClassLabel, text: ClassLabel)
  /// A label is a number with a fraction, or not finite: a probability, most likely.
  case labelNotWhole(Double, argument: Argument, sample: Int)
  /// The list of labels is empty.
  case noLabels
  /// The list of labels says one twice.
  case labelRepeated(ClassLabel)
  /// No label of the list is ever true.
  case labelsAbsent([ClassLabel])
  /// There are more or fewer names than labels.
  case classNamesDiffer(labels: [ClassLabel], received: Int)
  /// A class index is outside `0..<classCount`.
  case classOutOfRange(Int, classCount: Int, argument: Argument, sample: Int)
  /// A score is infinite or not a number.
  case scoreNotFinite(Double, sample: Int)
  /// A probability is outside 0 to 1, or not a number.
  case probabilityOutOfRange(Double, sample: Int)
  /// A weight is negative, infinite or not a number.
  case weightInvalid(Double, sample: Int)
  /// All weights are zero.
  case weightsAllZero
  /// A row does not have one column per class.
  case columnsDiffer(expected: Int, received: Int, argument: Argument, sample: Int)
  /// The rows have fewer than two columns.
  case tooFewClasses(received: Int, argument: Argument)
  /// The probabilities of a sample do not sum to one.
  case probabilitiesNotNormalized(sum: Double, sample: Int)
  /// All samples are positive, or all negative: ranking one before the other means nothing.
  case oneClassOnly(positive: Bool)
  /// There is no positive sample, so recall is 0/0.
  case noPositives
  /// A class never occurs in the truth.
  case classAbsent(Int)
  /// There are too few numbers to tell how they are spread.
  case tooFewNumbers(received: Int, needed: Int)
  /// One of the numbers is infinite or not a number.
  case numberNotFinite(Double, sample: Int)
  /// The mean of numbers, or how they are spread, is beyond what a `Double` holds.
  case numbersTooLarge
  /// A level is not between 0 and 1.
  case levelOutOfRange(Double)
}
