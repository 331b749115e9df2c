extension TrainTestSplit {
  /// The split of scikit-learn's `StratifiedShuffleSplit`, every draw of one generator in its order.
  static func stratified(
    _ classes: [Int], _ sizes: SplitSizes, _ generator: inout MT19937
  ) throws(SplitError) -> (train: [Int], test: [Int]) {
    var rows: [Int: [Int]] = [:]
    for (row, label) in classes.enumerated() { rows[label, default: []].append(row) }
    let labels = rows.keys.sorted()
    let members = labels.map { rows[$0] ?? [] }
    let counts = members.map(\.count)
    if let (label, count) = zip(labels, counts).first(where: { $1 < 2 }) {
      throw .classTooSmall(label, members: count)
    }
    guard sizes.train >= labels.count else {
      throw .fewerTrainingRowsThanClasses(rows: sizes.train, classes: labels.count)
    }
    guard sizes.test >= labels.count else {
      throw .fewerTestRowsThanClasses(rows: sizes.test, classes: labels.count)
    }

    let trainCounts = apportioned(sizes.train, over: counts, &generator)
    let left = zip(counts, trainCounts).map { $0 - $1 }
    let testCounts = apportioned(sizes.test, over: left, &generator)
    var train: [Int] = []
    var test: [Int] = []
    for (index, rows) in members.enumerated() {
      let order = generator.permutation(rows.count).map { rows[$0] }
      let cut = trainCounts[index]
      train += order[..<cut]
      test += order[cut..<cut + testCounts[index]]
    }
    generator.shuffle(&train)
    generator.shuffle(&test)
    return (train, test)
  }

  /// Draws shared out in proportion to the counts: whole shares first, then one each to the largest remainders.
  ///
  /// As scikit-learn's `_approximate_mode`, equal remainders are put in random order even where all get one.
  private static func apportioned(_ draws: Int, over counts: [Int], _ generator: inout MT19937) -> [Int] {
    let total = Double(counts.reduce(0, +))
    let shares = counts.map { Double($0) / total * Double(draws) }
    var result = shares.map { Int($0) }
    var missing = draws - result.reduce(0, +)
    let remainders = shares.map { $0 - $0.rounded(.down) }
    for value in Set(remainders).sorted(by: >) where missing > 0 {
      let tied = remainders.indices.filter { remainders[$0] == value }
      let order = generator.permutation(tied.count)
      for place in order.prefix(missing) { result[tied[place]] += 1 }
      missing -= min(missing, tied.count)
    }
    return result
  }
}
