/// All that precision, recall and F1 are made of, `(classes)` each.
struct ClassCounts {
  /// Samples rightly predicted as the class.
  private(set) var correct: [Double]
  /// Samples predicted as the class.
  private(set) var predicted: [Double]
  /// Samples truly of the class.
  private(set) var actual: [Double]
  /// Whether any prediction was right, be it of a class asked for or not.
  private(set) var isAnyCorrect = false

  /// Counts each label that occurs.
  init(_ samples: LabelledSamples) {
    let none = [Double](repeating: 0, count: samples.present.count)
    (correct, predicted, actual) = (none, none, none)
    for (sample, pair) in zip(samples.truth, samples.predictions).enumerated() {
      let weight = samples.weights?[sample] ?? 1
      actual[pair.0] += weight
      predicted[pair.1] += weight
      if pair.0 == pair.1 {
        correct[pair.0] += weight
        isAnyCorrect = true
      }
    }
    // scikit-learn keeps false positives and negatives and adds the right ones back, which can turn the
    // last bit of a weighted count.
    for index in correct.indices {
      predicted[index] = correct[index] + (predicted[index] - correct[index])
      actual[index] = correct[index] + (actual[index] - correct[index])
    }
  }

  private init(correct: [Double], predicted: [Double], actual: [Double]) {
    (self.correct, self.predicted, self.actual) = (correct, predicted, actual)
  }

  /// The counts of `count` classes, of which the one at `positions[i]` is the i-th here; the others are 0.
  func selecting(_ positions: [Int?], count: Int) -> ClassCounts {
    let none = [Double](repeating: 0, count: count)
    var selected = ClassCounts(correct: none, predicted: none, actual: none)
    for (index, position) in positions.enumerated() {
      guard let position else { continue }
      selected.correct[position] = correct[index]
      selected.predicted[position] = predicted[index]
      selected.actual[position] = actual[index]
    }
    return selected
  }

  /// All classes counted as one.
  var pooled: ClassCounts {
    ClassCounts(
      correct: [pairwiseSum(correct)], predicted: [pairwiseSum(predicted)], actual: [pairwiseSum(actual)])
  }

  /// What a score divides by; 0 where it is undefined.
  func denominators(of score: UndefinedScore.Score) -> [Double] {
    switch score {
    case .precision: predicted
    case .recall: actual
    case .f1: zip(actual, predicted).map(+)
    }
  }

  /// The scores of each class.
  ///
  /// F1 from the counts, not from precision and recall, keeps its last bit.
  func scores(zeroDivision: ZeroDivision) -> [ClassificationReport.Scores] {
    func ratio(_ numerator: Double, _ denominator: Double) -> Double {
      denominator == 0 ? zeroDivision.value : numerator / denominator
    }
    return correct.indices.map { index in
      ClassificationReport.Scores(
        precision: ratio(correct[index], predicted[index]),
        recall: ratio(correct[index], actual[index]),
        f1: ratio(2 * correct[index], actual[index] + predicted[index]))
    }
  }
}

/// The mean of what is a number, plain where the weights are none or all zero; not a number where nothing is.
func averageOfDefined(_ values: [Double], weights: [Double]?) -> Double {
  guard let weights else {
    // As `numpy.nanmean`, which keeps the places of the undefined in the sum.
    return pairwiseSum(values.map { $0.isNaN ? 0 : $0 }) / Double(values.count { !$0.isNaN })
  }
  let defined = zip(values, weights).filter { !$0.0.isNaN }
  let numbers = defined.map(\.0)
  return pairwiseSum(defined.map(\.1)) == 0
    ? average(numbers) : average(numbers, weights: defined.map(\.1))
}
