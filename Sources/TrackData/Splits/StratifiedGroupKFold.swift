/// Folds that part no group and keep the classes' proportions as far as groups allow, index for index those of
/// scikit-learn's `StratifiedGroupKFold`.
///
/// The groups in which the classes are most uneven are dealt first, each to the fold that leaves the classes
/// most evenly spread over the folds:
///
///     argmin over folds of  mean over classes of  std over folds of  (rows of the class there) / (all of the class)
///
/// and, of folds that are as good, to the one with the fewest rows. Rounding decides between close folds, so
/// every sum is NumPy's, term for term.
public struct StratifiedGroupKFold: Sendable, Equatable {
  /// How many folds; default: 5.
  public var count: Int
  /// Whether groups that are equally uneven are dealt in random order; default: not.
  public var shuffle: Bool
  /// scikit-learn's `random_state`; of no effect without shuffling.
  public var seed: UInt32

  public init(count: Int = 5, shuffle: Bool = false, seed: UInt32 = 0) {
    (self.count, self.shuffle, self.seed) = (count, shuffle, seed)
  }

  /// The folds of as many rows as there are classes and groups given.
  ///
  /// - Parameters:
  ///   - classes: the class of each row.
  ///   - groups: the group of each row; rows of one group test together.
  /// - Throws: where there are fewer than two folds, fewer rows or groups than folds, or no class with a row
  ///   for each fold.
  public func folds(classes: [Int], groups: [Int]) throws(SplitError) -> Folds {
    var generator = MT19937(seed: seed)
    return try folds(classes: classes, groups: groups, &generator)
  }

  func folds(
    classes: [Int], groups: [Int], _ generator: inout MT19937
  ) throws(SplitError) -> Folds {
    precondition(
      classes.count == groups.count,
      "expected a group for each of \(classes.count) rows, received \(groups.count)")
    try SplitError.checkFolds(count, rowCount: classes.count)
    let classes = Numbering(inOrder: classes)
    try SplitError.checkFolds(count, classCounts: classes.counts)
    let groups = Numbering(inOrder: groups)
    let groupCount = groups.counts.count
    try SplitError.checkFolds(count, groupCount: groupCount)

    let classCount = classes.counts.count
    var rows = [Double](repeating: 0, count: groupCount * classCount)
    for (label, group) in zip(classes.numbers, groups.numbers) { rows[group * classCount + label] += 1 }
    func rowsOfClasses(in group: Int) -> ArraySlice<Double> {
      rows[group * classCount..<(group + 1) * classCount]
    }
    let unevenness = (0..<groupCount).map { standardDeviation(rowsOfClasses(in: $0)) }
    let order = (shuffle ? generator.permutation(groupCount) : Array(0..<groupCount))
      .enumerated().sorted { (-unevenness[$0.element], $0.offset) < (-unevenness[$1.element], $1.offset) }

    var spread = ClassSpread(folds: count, rowsOfClasses: classes.counts)
    var fold = [Int](repeating: 0, count: groupCount)
    for (_, group) in order { fold[group] = spread.deal(rowsOfClasses(in: group)) }
    return Folds(groups.numbers.map { fold[$0] }, count: count)
  }
}

/// How the rows dealt so far are spread over folds.
private struct ClassSpread {
  private let folds: Int
  private let rowsOfClasses: [Double]
  /// The rows of each class in each fold, `(folds, classes)`.
  private var rows: [Double]
  /// The same as shares of all rows of the class, `(classes, folds)`.
  private var shares: [Double]
  private var rowsInFolds: [Double]
  private var deviations: [Double]

  init(folds: Int, rowsOfClasses: [Int]) {
    self.folds = folds
    self.rowsOfClasses = rowsOfClasses.map(Double.init)
    rows = Array(repeating: 0, count: folds * rowsOfClasses.count)
    shares = rows
    rowsInFolds = Array(repeating: 0, count: folds)
    deviations = Array(repeating: 0, count: rowsOfClasses.count)
  }

  /// Deals a group, of which the rows of each class are given, to the best fold.
  mutating func deal(_ group: ArraySlice<Double>) -> Int {
    let fold = bestFold(for: group)
    for (label, count) in group.enumerated() {
      rows[fold * rowsOfClasses.count + label] += count
      shares[label * folds + fold] = share(fold, label, with: 0)
    }
    rowsInFolds[fold] += group.reduce(0, +)
    return fold
  }

  private func share(_ fold: Int, _ label: Int, with more: Double) -> Double {
    (rows[fold * rowsOfClasses.count + label] + more) / rowsOfClasses[label]
  }

  private mutating func bestFold(for group: ArraySlice<Double>) -> Int {
    var best = 0
    var (lowest, fewest) = (Double.infinity, Double.infinity)
    for fold in 0..<folds {
      for (label, count) in group.enumerated() {
        let place = label * folds + fold
        let before = shares[place]
        shares[place] = share(fold, label, with: count)
        deviations[label] = deviation(of: label)
        shares[place] = before
      }
      let mean = pairwiseSum(deviations[...]) / Double(deviations.count)
      // `numpy.isclose`; the lowest so far may rise by it from fold to fold.
      let isClose = (mean - lowest).magnitude <= 1e-8 + 1e-5 * lowest.magnitude
      if mean < lowest || (isClose && rowsInFolds[fold] < fewest) {
        (best, lowest, fewest) = (fold, mean, rowsInFolds[fold])
      }
    }
    return best
  }

  /// The standard deviation of a class's shares over the folds.
  ///
  /// NumPy goes through `(folds, classes)` fold by fold, and so adds in order; only a single class's column lies
  /// in one piece, and is summed pairwise.
  private func deviation(of label: Int) -> Double {
    let column = shares[label * folds..<(label + 1) * folds]
    if rowsOfClasses.count == 1 { return standardDeviation(column) }
    let mean = column.reduce(0, +) / Double(folds)
    return (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(folds)).squareRoot()
  }
}

/// `numpy.std` of numbers that lie in one piece: two passes, each summed pairwise.
private func standardDeviation(_ values: ArraySlice<Double>) -> Double {
  let count = Double(values.count)
  let mean = pairwiseSum(values) / count
  return (pairwiseSum(values.map { ($0 - mean) * ($0 - mean) }[...]) / count).squareRoot()
}

/// The sum as NumPy adds numbers that lie in one piece: in order below eight, in eight running sums up to 128,
/// by halves beyond.
private func pairwiseSum(_ values: ArraySlice<Double>) -> Double {
  guard values.count >= 8 else { return values.reduce(0, +) }
  guard values.count <= 128 else {
    let half = values.count / 2
    let middle = values.startIndex + half - half % 8
    return pairwiseSum(values[..<middle]) + pairwiseSum(values[middle...])
  }
  var lanes = Array(values.prefix(8))
  let whole = values.count - values.count % 8
  for place in 8..<whole { lanes[place % 8] += values[values.startIndex + place] }
  let sum =
    ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]))
  return values.dropFirst(whole).reduce(sum, +)
}
