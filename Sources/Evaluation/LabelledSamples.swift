/// Truth and predictions as indices into the labels that occur in them.
struct LabelledSamples {
  /// The labels that occur in truth or predictions, sorted.
  let present: [ClassLabel]
  let truth: [Int]
  let predictions: [Int]
  let weights: [Double]?

  init(
    truth: [ClassLabel], predictions: [ClassLabel], weights: [Double]?
  ) throws(EvaluationError) {
    try Samples.check(predictions.count, of: .predictions, truth: truth.count)
    try Samples.check(weights: weights, truth: truth.count)
    try Self.checkClasses(truth, argument: .truth)
    try Self.checkClasses(predictions, argument: .predictions)

    // Of equal labels the first stays, so integer truth names the classes of rounded predictions.
    var occurs: Set<ClassLabel> = []
    let distinct = (truth + predictions).filter { occurs.insert($0).inserted }
    try Self.checkKinds(distinct)
    let sorted = distinct.sorted()
    let index = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    self.present = ClassLabel.inOneArray(sorted)
    self.truth = truth.compactMap { index[$0] }
    self.predictions = predictions.compactMap { index[$0] }
    self.weights = weights
  }

  /// The labels asked for, or else those that occur.
  func requested(_ labels: [ClassLabel]?) throws(EvaluationError) -> [ClassLabel] {
    guard let labels else { return present }
    guard !labels.isEmpty else { throw .noLabels }
    var seen: Set<ClassLabel> = []
    for label in labels where !seen.insert(label).inserted { throw .labelRepeated(label) }
    try Self.checkKinds(present + labels)
    return ClassLabel.inOneArray(labels)
  }

  /// Where each label that occurs stands in a list of labels; `nil` for one that is not in it.
  func positions(in labels: [ClassLabel]) -> [Int?] {
    let position = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    return present.map { position[$0] }
  }

  private static func checkClasses(
    _ labels: [ClassLabel], argument: EvaluationError.Argument
  ) throws(EvaluationError) {
    for (sample, label) in labels.enumerated() {
      if case .number(let value) = label, !(value.isFinite && value == value.rounded()) {
        throw .labelNotWhole(value, argument: argument, sample: sample)
      }
    }
  }

  private static func checkKinds(_ labels: [ClassLabel]) throws(EvaluationError) {
    if let text = labels.first(where: \.isText), let number = labels.first(where: { !$0.isText }) {
      throw .labelsMixed(number: number, text: text)
    }
  }
}
