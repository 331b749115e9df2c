extension ConfusionMatrix {
  /// Matthews' correlation of truth and predictions, as `matthews_corrcoef`.
  ///
  /// With tᵢ true and pᵢ predicted samples of class i, c right ones and s in all:
  /// (c·s − Σ tᵢpᵢ) / √((s² − Σ pᵢ²)(s² − Σ tᵢ²)). 1 is perfect, 0 is chance; for two classes −1 is always
  /// wrong. 0 where truth or predictions know one class only.
  ///
  /// Gorodkin 2004, doi:10.1016/j.compbiolchem.2004.09.006.
  public var matthewsCorrelation: Double {
    let truths = truthCounts
    let predictions = predictionCounts
    let samples = pairwiseSum(predictions)
    let covariance = pairwiseSum(correctCounts) * samples - dot(truths, predictions)
    let variances =
      (samples * samples - dot(predictions, predictions)) * (samples * samples - dot(truths, truths))
    return variances == 0 ? 0 : covariance / variances.squareRoot()
  }

  /// How much a confusion of two classes weighs in Cohen's kappa, by the distance of their indices.
  public enum KappaWeighting: Sendable, CaseIterable {
    /// All confusions weigh the same.
    case none
    /// |i − j|
    case linear
    /// (i − j)²
    case quadratic
  }

  /// Cohen's kappa, the agreement beyond chance, as `cohen_kappa_score(…, weights=weighting)`.
  ///
  /// κ = 1 − Σ wᵢⱼCᵢⱼ / Σ wᵢⱼEᵢⱼ, where Eᵢⱼ = tᵢpⱼ/s is what independent truth and predictions would give.
  /// 1 is perfect, 0 is chance. 0/0 (not a number) where all samples lie in one cell of the diagonal.
  ///
  /// Cohen 1960, doi:10.1177/001316446002000104; weighted 1968, doi:10.1037/h0026256.
  public func cohenKappa(weighting: KappaWeighting = .none) -> Double {
    let truths = truthCounts
    let predictions = predictionCounts
    let samples = pairwiseSum(predictions)
    var observed: [Double] = []
    var expected: [Double] = []
    for row in labels.indices {
      for column in labels.indices {
        let weight =
          switch weighting {
          case .none: row == column ? 0.0 : 1
          case .linear: Double(abs(row - column))
          case .quadratic: Double((row - column) * (row - column))
          }
        observed.append(weight * self[truth: row, prediction: column])
        // Transposed, as scikit-learn has it: the weights are symmetric, only the last bit of the sum tells.
        expected.append(weight * (predictions[row] * truths[column] / samples))
      }
    }
    let chance = pairwiseSum(expected)
    return chance == 0 ? .nan : 1 - pairwiseSum(observed) / chance
  }

  /// The mean recall of the classes that occur in the truth, as `balanced_accuracy_score`.
  ///
  /// - Parameter adjusted: whether chance is taken to 0: (score − 1/k) / (1 − 1/k) for k classes, which is
  ///   0/0 (not a number) for one. Default: false.
  public func balancedAccuracy(adjusted: Bool = false) -> Double {
    let recalls = zip(correctCounts, truthCounts).filter { $0.1 != 0 }.map { $0.0 / $0.1 }
    let score = average(recalls)
    guard adjusted else { return score }
    let chance = 1 / Double(recalls.count)
    return (score - chance) / (1 - chance)
  }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
  zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}
