/// A random forest as scikit-learn's `RandomForestClassifier(n_estimators=500)`.
///
/// Each tree sees as many rows as there are, drawn with replacement, asks at every node the square root of the columns
/// for the split of the least Gini impurity, and grows until its leaves are pure or their rows are equal. A
/// probability is the mean over trees of the leaves' shares of class 1. Thresholds lie half way between neighbouring
/// values of a column; one with more than 4,096 values is parted at as many quantiles.
///
/// The same rows give the same forest anywhere: draws are a counter's, and no sum depends on an order.
public struct RandomForest: Sendable, Equatable {
  public let trees: Int
  public let seed: UInt64

  public init(trees: Int = 500, seed: UInt64 = 0) {
    precondition(trees > 0, "expected at least one tree, received \(trees)")
    (self.trees, self.seed) = (trees, seed)
  }

  /// How many of so many columns a node asks.
  static func tried(of columns: Int) -> Int { max(1, Int(Double(columns).squareRoot())) }

  /// Fits the trees to some rows and asks them about others.
  ///
  /// - Parameters:
  ///   - rows: the training rows.
  ///   - classes: theirs, 0 or 1.
  ///   - others: rows with the same columns.
  /// - Returns: the probability of class 1 of each of the others.
  public func probabilities(
    fitting rows: FeatureRows, classes: [Int], of others: FeatureRows
  ) -> [Double] {
    rows.check(classes)
    precondition(rows.columns == others.columns, "expected the same columns in both")
    let bins = ColumnBins(of: rows)
    let known = bins.codes(of: rows)
    let labels = classes.map { UInt8($0) }
    var sums = [Double](repeating: 0, count: others.count)
    for tree in 0..<trees {
      var growth = TreeGrowth(
        known, labels, columns: rows.columns, draws: Draws(seed: seed, stream: UInt64(tree)))
      growth.grow(bins)
      growth.add(to: &sums, of: others)
    }
    return sums.map { $0 / Double(trees) }
  }
}

/// The values of each column as numbers of bins.
private struct ColumnBins {
  /// The most bins that a column is parted into.
  static let most = 4096

  /// Per column the least and the largest value of each bin, rising.
  private let ranges: [[(low: Float, high: Float)]]

  init(of rows: FeatureRows) {
    ranges = (0..<rows.columns).map { column in
      let sorted = (0..<rows.count).map { rows[$0, column] }.sorted()
      // Where a new value begins.
      let changes = sorted.indices.dropFirst().filter { sorted[$0 - 1] < sorted[$0] }
      var starts = [0]
      if changes.count < Self.most {
        starts += changes
      } else {
        // The first change of value at or behind each quantile.
        var next = 0
        for quantile in 1..<Self.most {
          while next < changes.count, changes[next] * Self.most < quantile * sorted.count { next += 1 }
          guard next < changes.count else { break }
          if starts.last != changes[next] { starts.append(changes[next]) }
        }
      }
      return zip(starts, starts.dropFirst() + [sorted.count]).map { (sorted[$0], sorted[$1 - 1]) }
    }
  }

  /// Half way between two bins of a column: the values of the first are at most this, those of the second above.
  func threshold(_ column: Int, from first: UInt16, to second: UInt16) -> Float {
    let (low, high) = (ranges[column][Int(first)].high, ranges[column][Int(second)].low)
    // In twice the precision, and below the higher one even where that rounds up to it.
    return min(Float((Double(low) + Double(high)) / 2), high.nextDown)
  }

  /// Column by column, the bin of each row.
  func codes(of rows: FeatureRows) -> [UInt16] {
    var codes = [UInt16](repeating: 0, count: rows.values.count)
    for (column, ranges) in ranges.enumerated() {
      for row in 0..<rows.count {
        let value = rows[row, column]
        var (low, high) = (0, ranges.count - 1)
        while low < high {
          let middle = (low + high) / 2
          if ranges[middle].high < value { low = middle + 1 } else { high = middle }
        }
        codes[column * rows.count + row] = UInt16(low)
      }
    }
    return codes
  }
}

/// A stream of draws by SplitMix64: Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195.
private struct Draws {
  private var state: UInt64

  init(seed: UInt64, stream: UInt64) {
    state = seed
    state = next() ^ stream &* 0xd134_2543_de82_ef95
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A whole number below a bound; its bias, of a part in 2⁶⁴, does not matter here.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}

/// One tree while it grows.
private struct TreeGrowth {
  /// A question, or a leaf where `column` is negative.
  private struct Node {
    var column: Int32
    /// Rows whose value is at most this go to the child, others to the next one.
    var threshold: Float
    var child: Int32
    var share: Double
  }

  /// Rows up to one bin of a column and those from the next that holds any.
  private struct Cut {
    let code: UInt16
    let next: UInt16
    /// Σ over both sides of Σ over classes of n²/n of the side: the larger, the less impure.
    let purity: Double
  }

  private let codes: [UInt16]
  private let labels: [UInt8]
  private let columns: Int
  private let tried: Int
  private var draws: Draws
  private var nodes: [Node] = []
  /// The drawn rows; those of a node stand together.
  private var rows: [Int32]
  private var order: [Int]
  /// Per bin the rows and, from bit 32 on, those of class 1 among them.
  private var counts = [UInt64](repeating: 0, count: ColumnBins.most)
  /// A bit for each bin that holds a row.
  private var held = [UInt64](repeating: 0, count: ColumnBins.most / 64)

  init(_ codes: [UInt16], _ labels: [UInt8], columns: Int, draws: Draws) {
    (self.codes, self.labels, self.columns, self.draws) = (codes, labels, columns, draws)
    tried = RandomForest.tried(of: columns)
    order = Array(0..<columns)
    rows = []
    rows.reserveCapacity(labels.count)
    for _ in labels.indices { rows.append(Int32(self.draws.below(labels.count))) }
  }

  mutating func grow(_ bins: ColumnBins) {
    nodes.append(Node(column: -1, threshold: 0, child: 0, share: 0))
    var open = [(node: 0, start: 0, end: rows.count)]
    while let (node, start, end) = open.popLast() {
      var positives = 0
      for place in start..<end { positives += Int(labels[Int(rows[place])]) }
      nodes[node].share = Double(positives) / Double(end - start)
      guard positives > 0, positives < end - start,
        let split = split(start, end, positives: positives)
      else { continue }
      let middle = part(start, end, column: split.column, code: split.cut.code)
      let child = nodes.count
      nodes[node].column = Int32(split.column)
      nodes[node].threshold = bins.threshold(split.column, from: split.cut.code, to: split.cut.next)
      nodes[node].child = Int32(child)
      nodes.append(Node(column: -1, threshold: 0, child: 0, share: 0))
      nodes.append(Node(column: -1, threshold: 0, child: 0, share: 0))
      open.append((child + 1, middle, end))
      open.append((child, start, middle))
    }
  }

  /// The best split among columns drawn without replacement; more are drawn only while the rows are equal in all.
  private mutating func split(_ start: Int, _ end: Int, positives: Int) -> (column: Int, cut: Cut)? {
    var best: (column: Int, cut: Cut)?
    var drawn = 0
    while drawn < columns, drawn < tried || best == nil {
      order.swapAt(drawn, drawn + draws.below(columns - drawn))
      let column = order[drawn]
      drawn += 1
      guard let cut = cut(start, end, column: column, positives: positives) else { continue }
      if cut.purity > best?.cut.purity ?? -1 { best = (column, cut) }
    }
    return best
  }

  /// The best cut of one column; `nil` where all rows are in one bin.
  private mutating func cut(
    _ start: Int, _ end: Int, column: Int, positives: Int
  ) -> Cut? {
    let base = column * labels.count
    // Only bins that hold a row are looked at: deep in a tree these are few.
    var (first, last) = (held.count, 0)
    return held.withUnsafeMutableBufferPointer { held in
      codes.withUnsafeBufferPointer { codes in
        counts.withUnsafeMutableBufferPointer { counts in
          for place in start..<end {
            let row = Int(rows[place])
            let code = Int(codes[base + row])
            counts[code] &+= 1 &+ UInt64(labels[row]) &<< 32
            held[code &>> 6] |= 1 &<< UInt64(code & 63)
            first = min(first, code &>> 6)
            last = max(last, code &>> 6)
          }
          var best: Cut?
          let all = end - start
          var sums: UInt64 = 0
          var before: Int?
          for word in first...last {
            while held[word] != 0 {
              let code = 64 * word + held[word].trailingZeroBitCount
              held[word] &= held[word] &- 1
              if let before {
                let (left, ones) = (Int(sums & 0xffff_ffff), Int(sums &>> 32))
                let purity = Self.purity(left, ones) + Self.purity(all - left, positives - ones)
                if purity > best?.purity ?? -1 {
                  best = Cut(code: UInt16(before), next: UInt16(code), purity: purity)
                }
              }
              before = code
              sums &+= counts[code]
              counts[code] = 0
            }
          }
          return best
        }
      }
    }
  }

  private static func purity(_ count: Int, _ positives: Int) -> Double {
    let (p, n) = (Double(positives), Double(count - positives))
    return (p * p + n * n) / Double(count)
  }

  /// Brings the rows that go to the first child before the others; answers where these begin.
  private mutating func part(_ start: Int, _ end: Int, column: Int, code: UInt16) -> Int {
    let base = column * labels.count
    var (low, high) = (start, end)
    while low < high {
      if codes[base + Int(rows[low])] <= code {
        low += 1
      } else {
        high -= 1
        rows.swapAt(low, high)
      }
    }
    return low
  }

  /// Adds what the tree says of rows to sums.
  func add(to sums: inout [Double], of others: FeatureRows) {
    let columns = others.columns
    nodes.withUnsafeBufferPointer { nodes in
      others.values.withUnsafeBufferPointer { values in
        for row in sums.indices {
          var place = 0
          while nodes[place].column >= 0 {
            let isBelow = values[row * columns + Int(nodes[place].column)] <= nodes[place].threshold
            place = Int(nodes[place].child) + (isBelow ? 0 : 1)
          }
          sums[row] += nodes[place].share
        }
      }
    }
  }
}
