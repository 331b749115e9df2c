/// Which rows train and which test; made by itself, index for index that of scikit-learn's `train_test_split`.
public struct TrainTestSplit: Sendable, Equatable {
  /// The training rows in the order scikit-learn gives them: drawn by `train_test_split`, rising by all others.
  public let train: [Int]
  /// The test rows.
  public let test: [Int]

  /// A part of the rows.
  public enum Size: Sendable, Equatable {
    /// A share in `0..<1`, 0 excluded; tests round up, training rows down.
    case fraction(Double)
    /// A number of rows.
    case count(Int)
  }

  init(train: [Int], test: [Int]) {
    self.train = train
    self.test = test
  }

  /// Splits the rows `0..<rowCount`.
  ///
  /// - Parameters:
  ///   - testSize: without it the test rows are what `trainSize` leaves, or a quarter.
  ///   - trainSize: without it the training rows are what the test rows leave.
  ///   - seed: scikit-learn's `random_state`.
  ///   - shuffle: whether rows are drawn; if not, the first rows train and the next ones test.
  ///   - stratify: a class for each row: both parts then hold the classes in the proportions of the whole.
  /// - Throws: where the rows do not allow the sizes, or a class has too few rows to be split.
  public init(
    rowCount: Int, testSize: Size? = nil, trainSize: Size? = nil, seed: UInt32 = 0, shuffle: Bool = true,
    stratify: [Int]? = nil
  ) throws(SplitError) {
    precondition(
      stratify.map { $0.count == rowCount } ?? true,
      "expected a class for each of \(rowCount) rows, received \(stratify?.count ?? 0)")
    let sizes = try SplitSizes(rowCount: rowCount, testSize: testSize, trainSize: trainSize)
    if let stratify {
      guard shuffle else { throw .stratifiedWithoutShuffling }
      var generator = MT19937(seed: seed)
      (train, test) = try TrainTestSplit.stratified(stratify, sizes, &generator)
    } else if shuffle {
      var generator = MT19937(seed: seed)
      let order = generator.permutation(rowCount)
      test = Array(order[..<sizes.test])
      train = Array(order[sizes.test..<sizes.test + sizes.train])
    } else {
      train = Array(0..<sizes.train)
      test = Array(sizes.train..<sizes.train + sizes.test)
    }
  }
}

/// The numbers of rows that two sizes come to.
struct SplitSizes {
  let train: Int
  let test: Int

  /// Rounds and checks as scikit-learn's `_validate_shuffle_split`.
  ///
  /// - Parameter standardTest: the test share where neither size is given.
  init(
    rowCount: Int, testSize: TrainTestSplit.Size?, trainSize: TrainTestSplit.Size?,
    standardTest: Double = 0.25
  ) throws(SplitError) {
    let testSize = testSize ?? (trainSize == nil ? .fraction(standardTest) : nil)
    if let testSize, !testSize.isPart(of: rowCount) {
      throw .testSizeOutOfRange(testSize, rows: rowCount)
    }
    if let trainSize, !trainSize.isPart(of: rowCount) {
      throw .trainSizeOutOfRange(trainSize, rows: rowCount)
    }
    if case .fraction(let test) = testSize, case .fraction(let train) = trainSize, train + test > 1 {
      throw .fractionsExceedOne(train: train, test: test)
    }
    let wantedTest = testSize?.rows(of: rowCount, rounding: .up)
    let wantedTrain = trainSize?.rows(of: rowCount, rounding: .down)
    test = wantedTest ?? rowCount - (wantedTrain ?? 0)
    train = wantedTrain ?? rowCount - test
    guard train + test <= rowCount else {
      throw .sizesExceedRows(train: train, test: test, rows: rowCount)
    }
    guard train > 0 else { throw .noTrainingRows(rows: rowCount, test: test) }
  }
}

extension TrainTestSplit.Size {
  fileprivate func isPart(of rowCount: Int) -> Bool {
    switch self {
    case .fraction(let share): share > 0 && share < 1
    case .count(let count): count > 0 && count < rowCount
    }
  }

  fileprivate func rows(of rowCount: Int, rounding rule: FloatingPointRoundingRule) -> Int {
    switch self {
    case .fraction(let share): Int((share * Double(rowCount)).rounded(rule))
    case .count(let count): count
    }
  }
}
