/// Folds that hold the classes in the proportions of the whole, index for index those of scikit-learn's
/// `StratifiedKFold`.
///
/// A class with fewer rows than there are folds is missing in some, where scikit-learn warns.
public struct StratifiedKFold: Sendable, Equatable {
  /// How many folds; default: 5.
  public var count: Int
  /// Whether rows are drawn within their class, instead of going to the folds in their order; default: not.
  public var shuffle: Bool
  /// scikit-learn's `random_state`; of no effect without shuffling.
  public var seed: UInt32

  public init(count: Int = 5, shuffle: Bool = false, seed: UInt32 = 0) {
    (self.count, self.shuffle, self.seed) = (count, shuffle, seed)
  }

  /// The folds of as many rows as there are classes given.
  ///
  /// - Parameter classes: the class of each row.
  /// - Throws: where there are fewer than two folds, fewer rows than folds, or no class with a row for each.
  public func folds(classes: [Int]) throws(SplitError) -> Folds {
    var generator = MT19937(seed: seed)
    return try folds(classes: classes, &generator)
  }

  func folds(classes: [Int], _ generator: inout MT19937) throws(SplitError) -> Folds {
    try SplitError.checkFolds(count, rowCount: classes.count)
    // By appearance, so that the names of the classes do not matter.
    let classes = Numbering(byAppearance: classes)
    try SplitError.checkFolds(count, classCounts: classes.counts)
    var members = classes.counts.map { _ in [Int]() }
    for (row, label) in classes.numbers.enumerated() { members[label].append(row) }
    var fold = [Int](repeating: 0, count: classes.numbers.count)
    var dealt = 0
    for rows in members {
      // Cards are dealt round over all classes, so that no two folds differ by more than a row.
      var shares = [Int](repeating: 0, count: count)
      for card in dealt..<dealt + rows.count { shares[card % count] += 1 }
      dealt += rows.count
      var folds = shares.enumerated().flatMap { Array(repeating: $0, count: $1) }
      if shuffle { generator.shuffle(&folds) }
      for (row, index) in zip(rows, folds) { fold[row] = index }
    }
    return Folds(fold, count: count)
  }
}
