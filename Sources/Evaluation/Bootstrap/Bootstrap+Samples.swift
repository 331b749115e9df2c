extension Bootstrap {
  /// The intervals of scores of samples, which are drawn class by class.
  ///
  ///     bootstrap.intervals(drawingFrom: truth) { times in
  ///       [average(losses, weights: times)]
  ///     }
  ///
  /// This is the definition: whatever can be computed with weights has an interval. Scores that depend on counts
  /// alone are had much faster from `intervals(of:_:)` of a confusion matrix.
  ///
  /// - Parameters:
  ///   - classes: the class of each sample.
  ///   - scores: of the samples, each counted as often as it was drawn, `(samples)`; as many each time.
  /// - Returns: in the order of the scores; `nil` where one is not a number for some resample.
  public func intervals(
    drawingFrom classes: [Int], _ scores: (_ times: [Double]) -> [Double]
  ) -> [Interval?] {
    let strata = Dictionary(grouping: classes.indices) { classes[$0] }
      .sorted { $0.key < $1.key }.map(\.value)
    var results: [[Double]] = []
    var times = [Double](repeating: 0, count: classes.count)
    for resample in 0..<resamples {
      var random = SplitMix64(seed: seed, stream: resample)
      for sample in times.indices { times[sample] = 0 }
      for stratum in strata {
        for _ in stratum { times[stratum[random.next(below: stratum.count)]] += 1 }
      }
      let scores = scores(times)
      if results.isEmpty { results = [[Double]](repeating: [], count: scores.count) }
      for (index, score) in scores.enumerated() { results[index].append(score) }
    }
    return results.map { interval(ofResults: $0) }
  }

  /// The interval of the average precision.
  ///
  /// - Parameters:
  ///   - truth: whether each sample is positive.
  ///   - scores: how positive each sample is thought to be, finite.
  /// - Returns: `nil` where no sample is positive.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, or a score is not finite.
  public func averagePrecision(truth: [Bool], scores: [Double]) throws(EvaluationError) -> Interval? {
    try Samples.check(scores.count, of: .scores, truth: truth.count)
    try Samples.check(scores: scores)
    let ranked = RankedSamples(truth: truth, scores: scores)
    return intervals(drawingFrom: truth.map { $0 ? 1 : 0 }) { [ranked.averagePrecision(weights: $0)] }[0]
  }
}
