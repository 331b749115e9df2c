/// Folds that part no group, index for index those of scikit-learn's `GroupKFold`.
///
/// Without shuffling the largest groups are dealt first, each to the fold with the fewest rows, so that folds
/// come out about equal; with it each fold is given as many groups as the others, drawn, whatever their size.
public struct GroupKFold: Sendable, Equatable {
  /// How many folds; default: 5.
  public var count: Int
  /// Whether groups are drawn; default: not.
  public var shuffle: Bool
  /// scikit-learn's `random_state`; of no effect without shuffling.
  public var seed: UInt32

  public init(count: Int = 5, shuffle: Bool = false, seed: UInt32 = 0) {
    (self.count, self.shuffle, self.seed) = (count, shuffle, seed)
  }

  /// The folds of as many rows as there are groups given.
  ///
  /// - Parameter groups: the group of each row; rows of one group test together.
  /// - Throws: where there are fewer than two folds, or fewer rows or groups than folds.
  public func folds(groups: [Int]) throws(SplitError) -> Folds {
    var generator = MT19937(seed: seed)
    return try folds(groups: groups, &generator)
  }

  func folds(groups: [Int], _ generator: inout MT19937) throws(SplitError) -> Folds {
    try SplitError.checkFolds(count, rowCount: groups.count)
    let groups = Numbering(inOrder: groups)
    try SplitError.checkFolds(count, groupCount: groups.counts.count)
    let foldOfGroup =
      shuffle
      ? KFold.dealt(generator.permutation(groups.counts.count), into: count)
      : balanced(groups.counts)
    return Folds(groups.numbers.map { foldOfGroup[$0] }, count: count)
  }

  /// The fold of each group, of equally large groups the last one dealt first.
  private func balanced(_ sizes: [Int]) -> [Int] {
    var fold = [Int](repeating: 0, count: sizes.count)
    var rows = [Int](repeating: 0, count: count)
    for group in sizes.indices.sorted(by: { (sizes[$0], $0) > (sizes[$1], $1) }) {
      var lightest = 0
      for index in rows.indices where rows[index] < rows[lightest] { lightest = index }
      rows[lightest] += sizes[group]
      fold[group] = lightest
    }
    return fold
  }
}
