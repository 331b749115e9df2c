/// Features brought to mean 0 and standard deviation 1, as scikit-learn's `StandardScaler` does.
///
///     scaled = (x - mean) / scale        scale = sqrt(sum((x - mean)^2) / n)
///
/// Fitted on the training rows alone, so that nothing of the test rows leaks into training.
public struct StandardScaling: Sendable, Equatable, Codable {
  /// The mean of each feature.
  public let means: [Double]
  /// What each feature is divided by: its standard deviation with divisor `n`, or 1 where it is constant.
  public let scales: [Double]

  /// Measures some rows of a data set.
  ///
  /// - Parameter rows: at least one.
  public init(fitting dataset: Dataset, rows: [Int]) {
    self.init(fitting: dataset.features, featureCount: dataset.featureCount, rows: rows)
  }

  /// Measures some rows of features laid out as `(count, featureCount)`.
  public init(fitting features: [Double], featureCount: Int, rows: [Int]) {
    precondition(!rows.isEmpty, "expected at least one row to fit, received none")
    precondition(
      featureCount > 0 && features.count % featureCount == 0,
      "expected features in rows of \(featureCount), received \(features.count) numbers")
    let count = Double(rows.count)
    var means: [Double] = []
    var scales: [Double] = []
    for feature in 0..<featureCount {
      var sum = 0.0
      for row in rows { sum += features[row * featureCount + feature] }
      let mean = sum / count
      var squares = 0.0
      for row in rows {
        let deviation = features[row * featureCount + feature] - mean
        squares += deviation * deviation
      }
      let variance = squares / count
      // scikit-learn's `_is_constant_feature`: a variance that rounding of the mean alone can make.
      let rounding = count * mean * Double.ulpOfOne
      let isConstant = variance <= count * Double.ulpOfOne * variance + rounding * rounding
      means.append(mean)
      scales.append(isConstant ? 1 : variance.squareRoot())
    }
    self.means = means
    self.scales = scales
  }

  /// Reads what `encode` wrote; a scale that cannot have come from fitting is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    means = try container.decode([Double].self, forKey: .means)
    scales = try container.decode([Double].self, forKey: .scales)
    guard !means.isEmpty, means.count == scales.count, means.allSatisfy(\.isFinite),
      scales.allSatisfy({ $0 > 0 && $0.isFinite })
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .scales, in: container,
        debugDescription: "expected a finite mean and a positive scale for each feature, "
          + "received means \(means) and scales \(scales)")
    }
  }

  /// The features scaled, laid out as they came, `(count, featureCount)`.
  public func scaled(_ features: [Double]) -> [Double] {
    mapped(features) { ($0 - means[$1]) / scales[$1] }
  }

  /// Scaled features brought back to their own units.
  public func unscaled(_ features: [Double]) -> [Double] {
    mapped(features) { $0 * scales[$1] + means[$1] }
  }

  private func mapped(_ features: [Double], _ map: (Double, Int) -> Double) -> [Double] {
    precondition(
      features.count % means.count == 0,
      "expected features in rows of \(means.count), received \(features.count) numbers")
    return features.indices.map { map(features[$0], $0 % means.count) }
  }
}
