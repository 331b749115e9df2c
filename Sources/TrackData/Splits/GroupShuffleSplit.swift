/// Hold-outs that part no group, index for index those of scikit-learn's `GroupShuffleSplit`.
///
/// Sizes are of the groups: a quarter of them may hold more or fewer than a quarter of the rows.
public struct GroupShuffleSplit: Sendable, Equatable {
  /// How many splits are drawn, one after another; default: 5.
  public var count: Int
  /// The test groups; without it what `trainSize` leaves, or a fifth.
  public var testSize: TrainTestSplit.Size?
  /// The training groups; without it what the test groups leave.
  public var trainSize: TrainTestSplit.Size?
  /// scikit-learn's `random_state`.
  public var seed: UInt32

  public init(
    count: Int = 5, testSize: TrainTestSplit.Size? = nil, trainSize: TrainTestSplit.Size? = nil,
    seed: UInt32 = 0
  ) {
    (self.count, self.testSize, self.trainSize, self.seed) = (count, testSize, trainSize, seed)
  }

  /// The splits of as many rows as there are groups given, the rows of either part rising.
  ///
  /// - Parameter groups: the group of each row; rows of one group stay together.
  /// - Throws: where the groups do not allow the sizes.
  public func splits(groups: [Int]) throws(SplitError) -> [TrainTestSplit] {
    precondition(count >= 0, "expected at least 0 splits, received \(count)")
    let groups = Numbering(inOrder: groups)
    let sizes: SplitSizes
    do throws(SplitError) {
      sizes = try SplitSizes(
        rowCount: groups.counts.count, testSize: testSize, trainSize: trainSize, standardTest: 0.2)
    } catch {
      throw .amongGroups(error)
    }
    var generator = MT19937(seed: seed)
    return (0..<count).map { _ in
      let order = generator.permutation(groups.counts.count)
      // Where both sizes are given, some groups may be in neither part.
      var isTest = [Bool?](repeating: nil, count: order.count)
      for group in order[..<sizes.test] { isTest[group] = true }
      for group in order[sizes.test..<sizes.test + sizes.train] { isTest[group] = false }
      let rows = groups.numbers.indices
      return TrainTestSplit(
        train: rows.filter { isTest[groups.numbers[$0]] == false },
        test: rows.filter { isTest[groups.numbers[$0]] == true })
    }
  }
}
