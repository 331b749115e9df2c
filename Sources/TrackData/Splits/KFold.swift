/// Folds of equal size, index for index those of scikit-learn's `KFold`.
///
/// The first `rowCount % count` folds have a row more than the others.
public struct KFold: Sendable, Equatable {
  /// How many folds; default: 5.
  public var count: Int
  /// Whether rows are drawn, instead of a fold being a run of them; default: not.
  public var shuffle: Bool
  /// scikit-learn's `random_state`; of no effect without shuffling.
  public var seed: UInt32

  public init(count: Int = 5, shuffle: Bool = false, seed: UInt32 = 0) {
    (self.count, self.shuffle, self.seed) = (count, shuffle, seed)
  }

  /// The folds of the rows `0..<rowCount`.
  ///
  /// - Throws: where there are fewer than two folds, or fewer rows than folds.
  public func folds(rowCount: Int) throws(SplitError) -> Folds {
    var generator = MT19937(seed: seed)
    return try folds(rowCount: rowCount, &generator)
  }

  func folds(rowCount: Int, _ generator: inout MT19937) throws(SplitError) -> Folds {
    try SplitError.checkFolds(count, rowCount: rowCount)
    let order = shuffle ? generator.permutation(rowCount) : Array(0..<rowCount)
    return Folds(KFold.dealt(order, into: count), count: count)
  }

  /// Which of `count` stretches of an order each of its numbers is in; the first ones are longer by one.
  static func dealt(_ order: [Int], into count: Int) -> [Int] {
    let (size, longer) = order.count.quotientAndRemainder(dividingBy: count)
    var stretch = [Int](repeating: 0, count: order.count)
    var start = 0
    for index in 0..<count {
      let end = start + size + (index < longer ? 1 : 0)
      for place in start..<end { stretch[order[place]] = index }
      start = end
    }
    return stretch
  }
}
