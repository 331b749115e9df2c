import Baselines
import TestSupport
import Testing

/// What holds of the plain models on any rows.
@Suite struct BaselinesPropertyTests {
  private struct Sample {
    let rows: FeatureRows
    let classes: [Int]
    let others: FeatureRows

    /// - Parameter columns: at least two; the first has to do with the class.
    init(seed: UInt64, columns: Int = 5) {
      var random = SeededGenerator(seed: seed)
      var (values, classes) = ([Float](), [Int]())
      for _ in 0..<120 {
        let row = (0..<columns).map { _ in Float.random(in: -1...1, using: &random) }
        classes.append(row[0] + Float.random(in: -1...1, using: &random) > 0.1 ? 1 : 0)
        values += row
      }
      rows = FeatureRows(values, columns: columns)
      self.classes = classes
      others = FeatureRows(
        (0..<40 * columns).map { _ in Float.random(in: -1...1, using: &random) }, columns: columns)
    }
  }

  private func permuted(_ rows: FeatureRows, columns order: [Int]) -> FeatureRows {
    FeatureRows((0..<rows.count).flatMap { row in order.map { rows[row, $0] } }, columns: rows.columns)
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func theOrderOfColumnsDoesNotMatter(seed: UInt64) throws {
    let sample = Sample(seed: seed)
    let order = [3, 0, 4, 2, 1]
    let (rows, others) = (permuted(sample.rows, columns: order), permuted(sample.others, columns: order))
    let stump = DecisionStump(fitting: sample.rows, classes: sample.classes)
    let other = DecisionStump(fitting: rows, classes: sample.classes)
    #expect(order[other.column] == stump.column)
    #expect(other.probabilities(of: others) == stump.probabilities(of: sample.others))

    let first = try LogisticRegression(fitting: sample.rows, classes: sample.classes)
    let second = try LogisticRegression(fitting: rows, classes: sample.classes)
    for (place, column) in order.enumerated() {
      // Sums in another order.
      #expect(abs(second.coefficients[place] - first.coefficients[column]) < 1e-12)
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func theOrderOfRowsDoesNotMatter(seed: UInt64) throws {
    let sample = Sample(seed: seed)
    var random = SeededGenerator(seed: seed + 100)
    let order = Array(0..<sample.rows.count).shuffled(using: &random)
    let classes = order.map { sample.classes[$0] }
    #expect(
      DecisionStump(fitting: sample.rows[order], classes: classes)
        == DecisionStump(fitting: sample.rows, classes: sample.classes))
    let first = try LogisticRegression(fitting: sample.rows, classes: sample.classes)
    let second = try LogisticRegression(fitting: sample.rows[order], classes: classes)
    for (a, b) in zip(first.coefficients, second.coefficients) { #expect(abs(a - b) < 1e-12) }
  }

  /// Without the pull of a penalty a column in other units has a coefficient in other units, and nothing else
  /// changes.
  @Test(arguments: 0..<5 as Range<UInt64>)
  func theUnitsOfAColumnDoNotMatter(seed: UInt64) throws {
    let sample = Sample(seed: seed)
    let units: [Float] = [1_048_576, 1, 1 / 1024, 1, 4]
    func scaled(_ rows: FeatureRows) -> FeatureRows {
      FeatureRows(
        rows.values.enumerated().map { $1 * units[$0 % units.count] }, columns: rows.columns)
    }
    let stump = DecisionStump(fitting: sample.rows, classes: sample.classes)
    let other = DecisionStump(fitting: scaled(sample.rows), classes: sample.classes)
    #expect(other.column == stump.column)
    #expect(other.probabilities(of: scaled(sample.others)) == stump.probabilities(of: sample.others))

    let first = try LogisticRegression(fitting: sample.rows, classes: sample.classes, c: 1e12)
    let second = try LogisticRegression(fitting: scaled(sample.rows), classes: sample.classes, c: 1e12)
    let pairs = zip(first.probabilities(of: sample.others), second.probabilities(of: scaled(sample.others)))
    // What is left of the penalty, 1e-12 times the square of 1024.
    for (a, b) in pairs { #expect(abs(a - b) < 1e-6) }
  }

  /// Columns that all but repeat each other, in units that leave hardly any penalty, and classes that one column
  /// parts: the least value lies far out in a flat valley, and is still found.
  @Test(arguments: [1, 1000, 1_000_000] as [Float], [1, 1e6])
  func aFlatValleyHasAnEnd(unit: Float, c: Double) throws {
    var random = SeededGenerator(seed: 9)
    let values = (0..<300).map { _ in Float.random(in: -1...1, using: &random) * unit }
    let rows = FeatureRows(
      values.flatMap { [$0, $0, $0 * (1 + Float.random(in: -1e-4...1e-4, using: &random)), $0 / 1000] },
      columns: 4)
    let classes = values.map { $0 > unit / 10 ? 1 : 0 }
    let regression = try LogisticRegression(fitting: rows, classes: classes, c: c)
    let right = zip(regression.probabilities(of: rows), classes).count { ($0 > 0.5) == ($1 == 1) }
    #expect(right >= 285, "\(right) of 300")
    // At the least value the objective has no slope, to within a billionth of what the rows add up to it.
    for column in 0..<4 {
      var slope = regression.coefficients[column] / c
      for (row, probability) in regression.probabilities(of: rows).enumerated() {
        slope += (probability - Double(classes[row])) * Double(rows[row, column])
      }
      #expect(abs(slope) < 1e-9 * 300 * Double(unit), "\(slope)")
    }
  }

  @Test func theSameRowsGiveTheSameBytes() throws {
    let sample = Sample(seed: 1)
    let models: [(Sample) throws -> [Double]] = [
      { RandomForest().probabilities(fitting: $0.rows, classes: $0.classes, of: $0.others) },
      { try TreeEnsemble.boosted.probabilities(fitting: $0.rows, classes: $0.classes, of: $0.others) },
    ]
    for probabilities in models {
      let first = try probabilities(sample)
      // Something else in between: no state is left behind.
      _ = try probabilities(Sample(seed: 2))
      let second = try probabilities(sample)
      #expect(first.map(\.bitPattern) == second.map(\.bitPattern))
      #expect(first.allSatisfy { (0...1).contains($0) })
    }
  }

  /// Every thread has its own seed and its own trees.
  @Test func fitsBesideEachOtherGiveWhatTheyGiveAlone() async throws {
    let samples = (0..<6).map { Sample(seed: $0) }
    var alone: [[Double]] = []
    for sample in samples {
      alone.append(
        try TreeEnsemble.boosted.probabilities(
          fitting: sample.rows, classes: sample.classes, of: sample.others))
    }
    let together = try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
      for (place, sample) in samples.enumerated() {
        group.addTask {
          (
            place,
            try TreeEnsemble.boosted.probabilities(
              fitting: sample.rows, classes: sample.classes, of: sample.others)
          )
        }
      }
      var found = [[Double]](repeating: [], count: samples.count)
      for try await (place, probabilities) in group { found[place] = probabilities }
      return found
    }
    #expect(together == alone)
  }
}
