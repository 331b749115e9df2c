extension Dataset {
  /// The same data without some of the rows; the others keep their order.
  ///
  /// - Parameter rows: those to leave out; rows of every class have to be left.
  public func removing(_ rows: Set<Int>) -> Dataset {
    let kept = (0..<rowCount).filter { !rows.contains($0) }
    let target = kept.map { self.target[$0] }
    precondition(
      classNames.indices.allSatisfy(target.contains), "expected rows of every class to be left, received none"
    )
    return Dataset(
      featureNames: featureNames,
      features: kept.flatMap { features[$0 * featureCount..<($0 + 1) * featureCount] }, target: target,
      classNames: classNames)
  }

  private init(featureNames: [String], features: [Double], target: [Int], classNames: [String]) {
    (self.featureNames, self.features) = (featureNames, features)
    (self.target, self.classNames) = (target, classNames)
  }
}

extension TrainTestSplit {
  /// The same split of the rows that are left when some are removed: each stays in its part and takes the number it
  /// has in `Dataset.removing(_:)`.
  public func removing(_ rows: Set<Int>) -> TrainTestSplit {
    let left = Set(train + test).subtracting(rows)
    var numbers: [Int: Int] = [:]
    var number = 0
    for row in 0..<(left.max() ?? -1) + 1 where !rows.contains(row) {
      numbers[row] = number
      number += 1
    }
    return TrainTestSplit(train: train.compactMap { numbers[$0] }, test: test.compactMap { numbers[$0] })
  }
}
