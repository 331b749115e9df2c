/// Which rows are to train and which to test: one hold-out, or one fold of a cross-validation.
///
/// What draws them depends on what is to be kept together and in proportion; each is index for index
/// scikit-learn's:
///
/// |                        | hold-out                    | fold                                          |
/// |------------------------|-----------------------------|-----------------------------------------------|
/// |                        | `train_test_split`          | `KFold`, `RepeatedKFold`                      |
/// | stratified             | `train_test_split`          | `StratifiedKFold`, `RepeatedStratifiedKFold`  |
/// | grouped                | `GroupShuffleSplit`         | `GroupKFold`                                  |
/// | stratified and grouped | `StratifiedGroupKFold`      | `StratifiedGroupKFold`                        |
///
/// Grouped folds are repeated as the others are: one generator goes on from repeat to repeat.
public struct SplitPlan: Sendable, Equatable {
  /// Which rows of those that might be held out are.
  public enum Part: Sendable, Equatable {
    /// A share or a number of the rows or, where the split is grouped, of the groups.
    ///
    /// Stratified and grouped it is one fold of as many as go into 1, `(1 / share).rounded()`: the one whose
    /// share of the rows is nearest, of equals the first.
    case holdOut(TrainTestSplit.Size)
    /// A fold of a number of folds, in one of several repeats; fold and repeat from 0.
    case fold(Int, of: Int, repeat: Int)
  }

  public var part: Part
  /// scikit-learn's `random_state`.
  public var seed: UInt32
  /// Whether rows or groups are drawn.
  public var shuffle: Bool
  /// Whether both parts have the classes in the proportions of the whole.
  public var isStratified: Bool
  /// Whether rows of one group stay on one side.
  public var isGrouped: Bool

  public init(
    _ part: Part, seed: UInt32 = 0, shuffle: Bool = true, isStratified: Bool = false,
    isGrouped: Bool = false
  ) {
    self.part = part
    (self.seed, self.shuffle, self.isStratified, self.isGrouped) = (seed, shuffle, isStratified, isGrouped)
  }

  /// Whether the plan is one fold of several.
  public var isFold: Bool {
    if case .fold = part { true } else { false }
  }

  /// The plans of all folds of a cross-validation that is drawn as this plan is, those of the first repeat first.
  public func folds(_ count: Int, repeats: Int = 1) -> [SplitPlan] {
    (0..<max(repeats, 0)).flatMap { again in
      (0..<max(count, 0)).map { fold in
        var plan = self
        plan.part = .fold(fold, of: count, repeat: again)
        return plan
      }
    }
  }

  /// The rows of the two parts.
  ///
  /// - Parameters:
  ///   - classes: the class of each row; only counted unless the plan is stratified.
  ///   - groups: the group of each row, needed where the plan is grouped.
  /// - Throws: where the rows do not allow what is asked.
  public func split(classes: [Int], groups: [Int]? = nil) throws(SplitError) -> TrainTestSplit {
    switch part {
    case .holdOut(let size):
      return try holdOut(size, classes, groups)
    case .fold(let fold, let count, let again):
      guard again >= 0, fold >= 0, fold < count else {
        throw .noSuchFold(fold, repeat: again, folds: count)
      }
      return try allFolds(count, repeats: again + 1, classes: classes, groups: groups)[again][fold]
    }
  }

  /// All folds of a cross-validation that is drawn as this plan is, once for each repeat.
  ///
  /// Without shuffling all repeats are the same.
  public func allFolds(
    _ count: Int, repeats: Int = 1, classes: [Int], groups: [Int]? = nil
  ) throws(SplitError) -> [Folds] {
    let groups = isGrouped ? expected(groups) : []
    return try Folds.repeated(repeats, seed: seed) { generator throws(SplitError) in
      switch (isStratified, isGrouped) {
      case (false, false):
        try KFold(count: count, shuffle: shuffle).folds(rowCount: classes.count, &generator)
      case (true, false):
        try StratifiedKFold(count: count, shuffle: shuffle).folds(classes: classes, &generator)
      case (false, true):
        try GroupKFold(count: count, shuffle: shuffle).folds(groups: groups, &generator)
      case (true, true):
        try StratifiedGroupKFold(count: count, shuffle: shuffle)
          .folds(classes: classes, groups: groups, &generator)
      }
    }
  }

  /// The training rows once more split in two, drawn as this plan draws a hold-out: those that are fitted, and
  /// as `test` those that validate.
  ///
  /// - Parameter share: the share that validates of the rows or, where the plan is grouped, of the groups.
  public func validation(
    _ share: Double, of train: [Int], classes: [Int], groups: [Int]? = nil
  ) throws(SplitError) -> TrainTestSplit {
    let inner = try holdOut(
      .fraction(share), train.map { classes[$0] }, groups.map { groups in train.map { groups[$0] } })
    return TrainTestSplit(train: inner.train.map { train[$0] }, test: inner.test.map { train[$0] })
  }

  private func holdOut(
    _ size: TrainTestSplit.Size, _ classes: [Int], _ groups: [Int]?
  ) throws(SplitError) -> TrainTestSplit {
    guard isGrouped else {
      return try TrainTestSplit(
        rowCount: classes.count, testSize: size, seed: seed, shuffle: shuffle,
        stratify: isStratified ? classes : nil)
    }
    let groups = expected(groups)
    guard shuffle else { throw .groupedWithoutShuffling }
    guard isStratified else {
      return try GroupShuffleSplit(count: 1, testSize: size, seed: seed).splits(groups: groups)[0]
    }
    guard case .fraction(let share) = size, 0 < share, share <= 0.5 else { throw .notAFold(size) }
    let count = min((1 / share).rounded(), Double(classes.count + 1))
    let folds = try allFolds(Int(count), classes: classes, groups: groups)[0]
    var rows = [Int](repeating: 0, count: folds.count)
    for fold in folds.fold { rows[fold] += 1 }
    let distances = rows.map { (Double($0) / Double(classes.count) - share).magnitude }
    var nearest = 0
    for fold in distances.indices where distances[fold] < distances[nearest] { nearest = fold }
    return folds[nearest]
  }

  private func expected(_ groups: [Int]?) -> [Int] {
    guard let groups else { preconditionFailure("expected a group for each row, received none") }
    return groups
  }
}

extension TrainTestSplit {
  /// - Throws: where one of the parts lacks a class, so that nothing could be learned or told of it.
  public func expectEveryClass(of classes: [Int]) throws(SplitError) {
    for (side, rows) in [(SplitError.Side.training, train), (.test, test)] {
      let present = Set(rows.map { classes[$0] })
      if let missing = Set(classes).subtracting(present).min() { throw .classMissing(missing, in: side) }
    }
  }
}
