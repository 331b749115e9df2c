/// Whether of the samples given 70 % about 70 % are positive: a reliability diagram.
///
/// Empty bins are left out. DeGroot and Fienberg 1983, doi:10.2307/2987588.
public struct CalibrationCurve: Sendable, Equatable {
  /// The samples of one bin of probabilities.
  public struct Bin: Sendable, Equatable {
    /// The mean probability given to them.
    public let predicted: Double
    /// The share of them that is positive.
    public let observed: Double
    /// How many they are.
    public let count: Int
  }

  /// Where the bins begin and end.
  public enum Strategy: Sendable, CaseIterable {
    /// Bins of equal width over 0 to 1.
    case uniform
    /// Bins of equal population.
    case quantile
  }

  /// The bins that are not empty, from low to high probabilities.
  public let bins: [Bin]

  /// Sorts samples into bins, as scikit-learn's
  /// `calibration_curve(truth, probabilities, n_bins=binCount, strategy=strategy)`.
  ///
  /// A probability on an inner edge belongs to the bin below it. Uniform edges are
  /// `numpy.linspace(0, 1, binCount + 1)`, quantile edges `numpy.percentile`, interpolating linearly.
  ///
  /// - Parameters:
  ///   - truth: whether each sample is positive.
  ///   - probabilities: that each sample is positive, from 0 to 1.
  ///   - binCount: how many bins; default: 5.
  ///   - strategy: default: bins of equal width.
  /// - Throws: `EvaluationError` where there is no sample, lengths differ, or a number is no probability.
  public init(
    truth: [Bool], probabilities: [Double], binCount: Int = 5, strategy: Strategy = .uniform
  ) throws(EvaluationError) {
    precondition(binCount >= 1, "a calibration curve needs at least one bin, received \(binCount)")
    try Samples.check(probabilities.count, of: .probabilities, truth: truth.count)
    try Samples.check(probabilities: probabilities)

    // Not i / n: NumPy multiplies the step, and a probability of 0.3 can lie on either side of 3 * 0.1.
    let step = 1 / Double(binCount)
    var innerEdges = (1..<binCount).map { Double($0) * step }
    if strategy == .quantile { innerEdges = Self.quantiles(innerEdges, of: probabilities) }

    var sums = [(predicted: Double, positives: Double, count: Int)](repeating: (0, 0, 0), count: binCount)
    for (isPositive, probability) in zip(truth, probabilities) {
      let bin = Self.countBelow(probability, in: innerEdges)
      sums[bin].predicted += probability
      sums[bin].positives += isPositive ? 1 : 0
      sums[bin].count += 1
    }
    bins = sums.filter { $0.count > 0 }.map { sum in
      Bin(
        predicted: sum.predicted / Double(sum.count), observed: sum.positives / Double(sum.count),
        count: sum.count)
    }
  }

  /// `numpy.percentile(values, 100 * fractions)`.
  private static func quantiles(_ fractions: [Double], of values: [Double]) -> [Double] {
    let sorted = values.sorted()
    return fractions.map { quantile($0 * 100 / 100, ofSorted: sorted) }
  }

  /// How many of the rising edges lie strictly below a value.
  private static func countBelow(_ value: Double, in edges: [Double]) -> Int {
    var (low, high) = (0, edges.count)
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
