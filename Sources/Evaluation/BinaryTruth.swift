/// Samples of two classes whose probabilities are scored many times, such as those of shuffled features.
///
/// It gives what `accuracy_score` and `roc_auc_score` give, without their checks, in a fraction of the time.
public struct BinaryTruth: Sendable {
  private let truth: [Bool]
  private let positives: Double

  /// - Parameter truth: whether each sample is positive; at least one sample.
  public init(_ truth: [Bool]) {
    precondition(!truth.isEmpty, "expected samples, received none")
    self.truth = truth
    positives = Double(truth.count { $0 })
  }

  /// How many samples there are.
  public var count: Int { truth.count }

  /// The share of samples whose probability is above one half just where they are positive.
  ///
  /// - Parameter probabilities: one of each sample.
  public func accuracy(of probabilities: ArraySlice<Float>) -> Double {
    precondition(
      probabilities.count == truth.count, "expected a probability of each of \(truth.count) samples")
    var right = 0
    for (sample, probability) in probabilities.enumerated() where (probability > 0.5) == truth[sample] {
      right += 1
    }
    return Double(right) / Double(truth.count)
  }

  /// The area under the ROC curve; `nil` where only one class occurs, or a probability is none.
  ///
  /// - Parameter probabilities: one of each sample.
  public func area(of probabilities: ArraySlice<Float>) -> Double? {
    precondition(
      probabilities.count == truth.count, "expected a probability of each of \(truth.count) samples")
    guard positives > 0, positives < Double(truth.count), probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 })
    else { return nil }
    // Numbers that are not negative are in the order of their bits; the class goes along as the last of them.
    var keys = probabilities.enumerated().map { sample, probability in
      UInt64((probability + 0).bitPattern) << 1 | (truth[sample] ? 1 : 0)
    }
    keys.sort()
    // In how many pairs the positive sample scores higher, those of equals counting half.
    var (wins, negativesBelow, start) = (0.0, 0.0, 0)
    while start < keys.count {
      var (end, positivesHere) = (start, 0)
      while end < keys.count, keys[end] >> 1 == keys[start] >> 1 {
        positivesHere += Int(keys[end] & 1)
        end += 1
      }
      let negativesHere = Double(end - start - positivesHere)
      wins += Double(positivesHere) * (negativesBelow + negativesHere / 2)
      negativesBelow += negativesHere
      start = end
    }
    return wins / (positives * (Double(truth.count) - positives))
  }
}
