/// One question about one column: the split in two that leaves the classes least mixed.
///
///     probability = share of class 1 among the training rows on the same side of the threshold
///
/// The column and the threshold are those of the least Gini impurity, the threshold half way between two values
/// that occur; of equally good ones the first column, and in it the lowest threshold. That is scikit-learn's
/// `DecisionTreeClassifier(max_depth=1)`, which takes any of equally good columns. XGBoost's trees are not used:
/// they look at bins of values, and a rule that a reader is to check by hand should be exact.
public struct DecisionStump: Sendable, Equatable {
  /// The column that is asked about.
  public let column: Int
  /// Values up to this one are below; infinite where every training row has the same features.
  public let threshold: Double
  /// The share of class 1 among the training rows below.
  public let shareBelow: Double
  /// The same among those above.
  public let shareAbove: Double

  /// - Parameters:
  ///   - rows: the training rows.
  ///   - classes: theirs, 0 or 1.
  public init(fitting rows: FeatureRows, classes: [Int]) {
    rows.check(classes)
    var all = Side()
    for label in classes { all.add(label) }
    var best = (column: 0, threshold: Double.infinity, below: all, above: all)
    var bestPurity = all.purity
    for column in 0..<rows.columns {
      let sorted = classes.indices.map { (value: rows[$0, column], label: classes[$0]) }
        .sorted { $0.value < $1.value }
      var (below, above) = (Side(), all)
      for (row, next) in zip(sorted, sorted.dropFirst()) {
        below.add(row.label)
        above.remove(row.label)
        let purity = below.purity + above.purity
        if row.value < next.value, purity > bestPurity {
          bestPurity = purity
          best = (column, (Double(row.value) + Double(next.value)) / 2, below, above)
        }
      }
    }
    (column, threshold) = (best.column, best.threshold)
    (shareBelow, shareAbove) = (best.below.share, best.above.share)
  }

  /// The probability of class 1 of each row.
  public func probabilities(of rows: FeatureRows) -> [Double] {
    (0..<rows.count).map { Double(rows[$0, column]) <= threshold ? shareBelow : shareAbove }
  }

  /// The training rows on one side of a threshold.
  private struct Side {
    var counts = (0.0, 0.0)

    var share: Double { counts.1 / (counts.0 + counts.1) }

    /// The rows times the sum of the classes' squared shares: what Gini impurity takes away from the rows.
    var purity: Double {
      (counts.0 * counts.0 + counts.1 * counts.1) / (counts.0 + counts.1)
    }

    mutating func add(_ label: Int) { if label == 1 { counts.1 += 1 } else { counts.0 += 1 } }
    mutating func remove(_ label: Int) { if label == 1 { counts.1 -= 1 } else { counts.0 -= 1 } }
  }
}
