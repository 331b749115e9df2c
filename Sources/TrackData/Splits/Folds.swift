/// The folds of a cross-validation: each row tests in one of them and trains in all the others.
public struct Folds: Sendable, Equatable {
  /// The fold in which each row tests, from 0.
  public let fold: [Int]
  /// How many folds there are.
  public let count: Int

  init(_ fold: [Int], count: Int) {
    self.fold = fold
    self.count = count
  }

  /// One fold's rows, those of either part rising, as scikit-learn gives them.
  public subscript(index: Int) -> TrainTestSplit {
    precondition(
      (0..<count).contains(index), "expected a fold from 0 to \(count - 1), received \(index)")
    var (train, test): ([Int], [Int]) = ([], [])
    train.reserveCapacity(fold.count)
    for (row, own) in fold.enumerated() {
      if own == index { test.append(row) } else { train.append(row) }
    }
    return TrainTestSplit(train: train, test: test)
  }
}

extension SplitError {
  /// What all k-fold splitters of scikit-learn expect first.
  static func checkFolds(_ count: Int, rowCount: Int) throws(SplitError) {
    guard count >= 2 else { throw .tooFewFolds(count) }
    guard count <= rowCount else { throw .moreFoldsThanRows(folds: count, rows: rowCount) }
  }

  /// What the stratified ones expect of the number of rows in each class.
  static func checkFolds(_ count: Int, classCounts: [Int]) throws(SplitError) {
    guard let most = classCounts.max(), count <= most else {
      throw .moreFoldsThanMembers(folds: count, largestClass: classCounts.max() ?? 0)
    }
  }

  /// What the grouped ones expect of the number of groups.
  static func checkFolds(_ count: Int, groupCount: Int) throws(SplitError) {
    guard count <= groupCount else { throw .moreFoldsThanGroups(folds: count, groups: groupCount) }
  }
}
