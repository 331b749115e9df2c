/// k-fold cross-validation several times over, index for index scikit-learn's `RepeatedKFold`: rows are
/// shuffled, each time by the same generator, which goes on.
public struct RepeatedKFold: Sendable, Equatable {
  /// How many folds; default: 5.
  public var count: Int
  /// How many times; default: 10.
  public var repeats: Int
  /// scikit-learn's `random_state`.
  public var seed: UInt32

  public init(count: Int = 5, repeats: Int = 10, seed: UInt32 = 0) {
    (self.count, self.repeats, self.seed) = (count, repeats, seed)
  }

  /// The folds of the rows `0..<rowCount`, once for each repeat.
  ///
  /// - Throws: as `KFold`, or where there is nothing to repeat.
  public func folds(rowCount: Int) throws(SplitError) -> [Folds] {
    try Folds.repeated(repeats, seed: seed) { generator throws(SplitError) in
      try KFold(count: count, shuffle: true).folds(rowCount: rowCount, &generator)
    }
  }
}

/// Stratified k-fold cross-validation several times over, index for index scikit-learn's
/// `RepeatedStratifiedKFold`.
public struct RepeatedStratifiedKFold: Sendable, Equatable {
  /// How many folds; default: 5.
  public var count: Int
  /// How many times; default: 10.
  public var repeats: Int
  /// scikit-learn's `random_state`.
  public var seed: UInt32

  public init(count: Int = 5, repeats: Int = 10, seed: UInt32 = 0) {
    (self.count, self.repeats, self.seed) = (count, repeats, seed)
  }

  /// The folds of as many rows as there are classes given, once for each repeat.
  ///
  /// - Throws: as `StratifiedKFold`, or where there is nothing to repeat.
  public func folds(classes: [Int]) throws(SplitError) -> [Folds] {
    try Folds.repeated(repeats, seed: seed) { generator throws(SplitError) in
      try StratifiedKFold(count: count, shuffle: true).folds(classes: classes, &generator)
    }
  }
}

extension Folds {
  /// The folds that one generator draws one after another.
  static func repeated(
    _ repeats: Int, seed: UInt32, _ draw: (inout MT19937) throws(SplitError) -> Folds
  ) throws(SplitError) -> [Folds] {
    guard repeats >= 1 else { throw .tooFewRepeats(repeats) }
    var generator = MT19937(seed: seed)
    var folds: [Folds] = []
    for _ in 0..<repeats { folds.append(try draw(&generator)) }
    return folds
  }
}
