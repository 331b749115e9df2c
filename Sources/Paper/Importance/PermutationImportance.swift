import Evaluation
import NeuralNetwork
import TrackData

/// What each feature is worth to a network: how much worse it does where the feature's column is shuffled.
///
/// As scikit-learn's `permutation_importance(network, X, y, n_repeats=repeats, random_state=seed)`, with the same
/// permutations, so that the same network has the same importances. A feature that others can stand in for has
/// little, and a drop below 0 is chance. Breiman 2001, doi:10.1023/A:1010933404324.
struct PermutationImportance: Sendable {
  /// What shuffling one feature took away, for each repeat.
  struct Drop: Equatable, Sendable {
    var accuracy: [Double] = []
    /// Of the area under the ROC curve; empty where only one class occurs.
    var area: [Double] = []
  }

  static let usualRepeats = 5

  private let truth: BinaryTruth
  private let features: Int
  private let repeats: Int
  /// The rows as they are, then for each feature and repeat the rows with that column shuffled.
  private let blocks: Matrix<Float>

  /// - Parameters:
  ///   - inputs: `(rows, features)`, as the network sees them; at least one row.
  ///   - truth: whether each row is of class 1.
  ///   - repeats: how often each feature is shuffled; default: 5.
  ///   - seed: of the permutations; default: 0.
  init(inputs: Matrix<Float>, truth: [Bool], repeats: Int = usualRepeats, seed: UInt32 = 0) {
    precondition(
      inputs.rows == truth.count && !truth.isEmpty && repeats >= 1, "a class for each row, and rows")
    self.truth = BinaryTruth(truth)
    self.repeats = repeats
    features = inputs.columns
    let shuffles = Self.shuffles(of: truth.count, repeats: repeats, seed: seed)
    var values = inputs.values
    values.reserveCapacity(values.count * (1 + features * repeats))
    for feature in 0..<features {
      for order in shuffles {
        for row in 0..<inputs.rows {
          for column in 0..<features {
            values.append(inputs[column == feature ? order[row] : row, column])
          }
        }
      }
    }
    blocks = Matrix(rows: truth.count * (1 + features * repeats), columns: features, values: values)
  }

  /// Where each row of a shuffled column comes from, for each repeat.
  ///
  /// scikit-learn draws one seed and shuffles every column from it alike; the indices of one repeat are shuffled
  /// on for the next, and applied to the column as the last one left it.
  private static func shuffles(of rows: Int, repeats: Int, seed: UInt32) -> [[Int]] {
    var first = MT19937(seed: seed)
    var random = MT19937(seed: first.word() & 0x7FFF_FFFF)
    var indices = Array(0..<rows)
    var order = indices
    return (0..<repeats).map { _ in
      random.shuffle(&indices)
      order = indices.map { order[$0] }
      return order
    }
  }

  /// The drops of each feature, in the order of the columns.
  func drops(of network: Sequential<Float>) -> [Drop] {
    let probabilities = network.predict(blocks)
    let scores = (0..<1 + features * repeats).map { block in
      let ofBlock = probabilities[block * truth.count..<(block + 1) * truth.count]
      return (accuracy: truth.accuracy(of: ofBlock), area: truth.area(of: ofBlock))
    }
    return (0..<features).map { feature in
      let shuffled = scores[(1 + feature * repeats)..<(1 + (feature + 1) * repeats)]
      return Drop(
        accuracy: shuffled.map { scores[0].accuracy - $0.accuracy },
        area: shuffled.compactMap { one in
          guard let before = scores[0].area, let after = one.area else { return nil }
          return before - after
        })
    }
  }
}
