extension Bootstrap {
  /// The interval of a score that depends on the counts of a confusion matrix alone.
  ///
  /// Drawing rows of a class and counting them is drawing the counts from a multinomial law, so the counts are
  /// drawn at once: the same law, in a time that does not grow with the rows.
  ///
  /// - Parameters:
  ///   - matrix: of counts, not of weights.
  ///   - score: of a matrix with the same labels.
  /// - Returns: `nil` where the score of some resample is not a number.
  public func interval(
    of matrix: ConfusionMatrix, _ score: (ConfusionMatrix) -> Double
  ) -> Interval? {
    intervals(of: matrix) { [score($0)] }.first ?? nil
  }

  /// The intervals of several such scores from the same resamples, in the order that `scores` gives them.
  public func intervals(
    of matrix: ConfusionMatrix, _ scores: (ConfusionMatrix) -> [Double]
  ) -> [Interval?] {
    precondition(!matrix.isWeighted, "expected a matrix of counts, received one of weights")
    var results: [[Double]] = []
    for resample in 0..<resamples {
      var random = SplitMix64(seed: seed, stream: resample)
      let scores = scores(matrix.resampled(by: &random))
      if results.isEmpty { results = [[Double]](repeating: [], count: scores.count) }
      for (index, score) in scores.enumerated() { results[index].append(score) }
    }
    return results.map { interval(ofResults: $0) }
  }
}

extension ConfusionMatrix {
  /// A matrix with the same row sums, each row drawn from the shares of this one's.
  fileprivate func resampled(by random: inout SplitMix64) -> ConfusionMatrix {
    var drawn = [Double](repeating: 0, count: cells.count)
    for row in labels.indices {
      // A multinomial law is a chain of binomial ones: of what is left, how many fall to the next class.
      var whole = (0..<classCount).reduce(0) { $0 + cells[row * classCount + $1] }
      var left = Int(whole)
      for column in labels.indices where left > 0 {
        let cell = cells[row * classCount + column]
        let number = Binomial(count: left, chance: cell / whole).draw(from: &random)
        drawn[row * classCount + column] = Double(number)
        left -= number
        whole -= cell
      }
    }
    return ConfusionMatrix(labels: labels, isWeighted: false, cells: drawn)
  }
}
