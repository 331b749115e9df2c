import Foundation

extension EvaluationError: CustomStringConvertible {
  /// What was expected, what came, where, and what to do.
  public var description: String {
    switch self {
    case .noSamples:
      "expected at least one sample, received none"
    case .lengthsDiffer(let truth, let argument, let received):
      "\(argument.rawValue): expected \(truth), one for each true label, received \(received)"
    case .labelsMixed(let number, let text):
      "labels: expected all numbers or all text, received the number \(number) and the text \"\(text)\""
    case .labelNotWhole(let value, let argument, let sample):
      "\(argument.rawValue): expected a class, received \(value) at sample \(sample); "
        + "round probabilities to classes first"
    case .noLabels:
      "labels: expected at least one, received none"
    case .labelRepeated(let label):
      "labels: expected each once, received \(label) twice"
    case .labelsAbsent(let labels):
      "labels: expected at least one that occurs in the truth, received \(Self.list(labels))"
    case .classNamesDiffer(let labels, let received):
      "class names: expected \(labels.count), for \(Self.list(labels)), received \(received)"
    case .classOutOfRange(let index, let classCount, let argument, let sample):
      "\(argument.rawValue): expected a class from 0 to \(classCount - 1), "
        + "received \(index) at sample \(sample)"
    case .scoreNotFinite(let value, let sample):
      "scores: expected a finite number, received \(value) at sample \(sample)"
    case .probabilityOutOfRange(let value, let sample):
      "probabilities: expected a number from 0 to 1, received \(value) at sample \(sample)"
    case .weightInvalid(let value, let sample):
      "weights: expected a finite number of at least 0, received \(value) at sample \(sample)"
    case .weightsAllZero:
      "weights: expected at least one above 0, received only zeros"
    case .columnsDiffer(let expected, let received, let argument, let sample):
      "\(argument.rawValue): expected \(expected) columns, one for each class, "
        + "received \(received) at sample \(sample)"
    case .tooFewClasses(let received, let argument):
      "\(argument.rawValue): expected columns for at least two classes, received \(received)"
    case .probabilitiesNotNormalized(let sum, let sample):
      "probabilities: expected a row that sums to 1, received one that sums to \(sum) at sample \(sample)"
    case .oneClassOnly(let positive):
      "truth: expected positive and negative samples, "
        + "received only \(positive ? "positive" : "negative") ones"
    case .noPositives:
      "truth: expected at least one positive sample, received none"
    case .classAbsent(let index):
      "truth: expected samples of every class, received none of class \(index)"
    case .tooFewNumbers(let received, let needed):
      "numbers: expected at least \(needed), to tell how they are spread, received \(received)"
    case .numberNotFinite(let value, let sample):
      "numbers: expected finite ones, received \(value) at sample \(sample)"
    case .numbersTooLarge:
      "numbers: expected a mean and a spread below the largest Double, received larger ones; rescale them"
    case .levelOutOfRange(let level):
      "level: expected a number between 0 and 1, such as 0.95, received \(level)"
    }
  }

  private static func list(_ labels: [ClassLabel]) -> String {
    labels.map(\.description).joined(separator: ", ")
  }
}

extension EvaluationError: LocalizedError {
  public var errorDescription: String? { description }
}
