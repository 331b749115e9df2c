import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("The bootstrap draws what it says")
struct BootstrapLawTests {
  private func matrix(_ rows: [[Int]]) throws -> ConfusionMatrix {
    var (truth, predictions): ([Int], [Int]) = ([], [])
    for (row, cells) in rows.enumerated() {
      for (column, count) in cells.enumerated() {
        truth += [Int](repeating: row, count: count)
        predictions += [Int](repeating: column, count: count)
      }
    }
    return try ConfusionMatrix(truth: truth, predictions: predictions, classCount: rows.count)
  }

  private static func f1(_ matrix: ConfusionMatrix) -> Double {
    2 * matrix[truth: 1, prediction: 1]
      / (matrix.truthCounts[1] + matrix.predictionCounts[1])
  }

  @Test(
    "Binomial numbers fall as their law has it", arguments: [(1, 0.3), (12, 0.5), (40, 0.02), (400, 0.9)])
  func binomialLaw(count: Int, chance: Double) {
    let draws = 20_000
    var found = [Int](repeating: 0, count: count + 1)
    for stream in 0..<draws {
      var random = SplitMix64(seed: 3, stream: stream)
      found[Binomial(count: count, chance: chance).draw(from: &random)] += 1
    }
    var (chiSquare, cells) = (0.0, 0.0)
    for number in 0...count {
      let ways = lgamma(Double(count + 1)) - lgamma(Double(number + 1)) - lgamma(Double(count - number + 1))
      let expected =
        Double(draws) * exp(ways + Double(number) * log(chance) + Double(count - number) * log(1 - chance))
      if expected < 5 { continue }
      chiSquare += (Double(found[number]) - expected) * (Double(found[number]) - expected) / expected
      cells += 1
    }
    // χ² of that many cells: mean k, variance 2k; four deviations and a bit for few cells.
    #expect(chiSquare < cells + 4 * (2 * cells).squareRoot() + 4, "\(chiSquare) of \(cells)")
  }

  @Test("Nothing is drawn beyond its ends")
  func binomialEnds() {
    var random = SplitMix64(seed: 0)
    #expect(Binomial(count: 9, chance: 0).draw(from: &random) == 0)
    #expect(Binomial(count: 9, chance: 1).draw(from: &random) == 9)
    #expect(Binomial(count: 0, chance: 0.5).draw(from: &random) == 0)
  }

  @Test("The ends are the percentiles of the bootstrap's law, which for two classes can be written down")
  func exactLaw() throws {
    let matrix = try matrix([[28, 8], [12, 24]])
    // Every pair of counts with its chance: two independent binomial laws.
    func density(_ k: Int, _ n: Int, _ p: Double) -> Double {
      (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) } * pow(p, Double(k))
        * pow(1 - p, Double(n - k))
    }
    var law: [(f1: Double, chance: Double)] = []
    for falsePositives in 0...36 {
      for truePositives in 0...36 {
        law.append(
          (
            2 * Double(truePositives) / Double(36 + falsePositives + truePositives),
            density(falsePositives, 36, 8.0 / 36) * density(truePositives, 36, 24.0 / 36)
          ))
      }
    }
    let interval = try #require(Bootstrap(seed: 1).interval(of: matrix, Self.f1))
    // The share below each end is what 2,000 draws make of 2.5 %: within four standard errors.
    let error = 4 * (0.025 * 0.975 / 2000).squareRoot()
    let below = law.filter { $0.f1 < interval.low }.reduce(0) { $0 + $1.chance }
    let above = law.filter { $0.f1 > interval.high }.reduce(0) { $0 + $1.chance }
    #expect(abs(below - 0.025) < error && abs(above - 0.025) < error, "\(below) \(above)")
  }

  @Test("Drawing rows and drawing counts are the same law")
  func rowsAndCounts() throws {
    var generator = SeededGenerator(seed: 4)
    let truth = (0..<300).map { _ in Int.random(in: 0..<3, using: &generator) }
    let predictions = truth.map {
      Bool.random(using: &generator) ? $0 : Int.random(in: 0..<3, using: &generator)
    }
    let matrix = try ConfusionMatrix(truth: truth, predictions: predictions, classCount: 3)
    let bootstrap = Bootstrap(resamples: 4000)
    let byCounts = try #require(bootstrap.interval(of: matrix) { $0.matthewsCorrelation })
    let byRows = try #require(
      bootstrap.intervals(drawingFrom: truth) { times in
        let drawn = try? ConfusionMatrix(
          truth: truth, predictions: predictions, classCount: 3, weights: times)
        return [drawn?.matthewsCorrelation ?? .nan]
      }[0])
    // Either end of either has a standard error of 0.042 standard deviations of the score, a quarter of the width.
    let allowed = 4 * 2.0.squareRoot() * 0.042 * byRows.width / 4
    #expect(abs(byCounts.low - byRows.low) < allowed, "\(byCounts) \(byRows)")
    #expect(abs(byCounts.high - byRows.high) < allowed, "\(byCounts) \(byRows)")
  }

  @Test("The closed interval of a mean over classes is the bootstrap's, and so are those of probabilities")
  func closedForms() throws {
    var generator = SeededGenerator(seed: 11)
    let truth = (0..<400).map { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    let probabilities = truth.map { Double.random(in: 0.01...0.69, using: &generator) + ($0 ? 0.3 : 0) }
    let classes = truth.map { $0 ? 1 : 0 }
    let closed = try ProbabilityIntervals(truth: truth, probabilities: probabilities)
    let scores: [(Interval?, ([Double]) throws -> Double)] = [
      (closed.brier, { try brierScore(truth: truth, probabilities: probabilities, weights: $0) }),
      (closed.logLoss, { try logLoss(truth: truth, probabilities: probabilities, weights: $0) }),
      (closed.rocAUC, { try rocAUC(truth: truth, scores: probabilities, weights: $0) }),
    ]
    for (interval, score) in scores {
      let interval = try #require(interval)
      let drawn = try #require(
        Bootstrap().intervals(drawingFrom: classes) { times in [(try? score(times)) ?? .nan] }[0])
      // Four Monte Carlo errors of an end, 0.06 deviations each, and as much again for the law's skewness.
      let allowed = 8 * 0.06 * interval.width / 4
      #expect(abs(interval.low - drawn.low) < allowed && abs(interval.high - drawn.high) < allowed)
    }
    let ranked = try #require(try Bootstrap().averagePrecision(truth: truth, scores: probabilities))
    #expect(ranked.contains(try averagePrecision(truth: truth, scores: probabilities)))
  }

  @Test("Each class keeps its size, and no sample is drawn from another")
  func strata() {
    let classes = [0, 1, 1, 0, 1, 2]
    var totals = [Double](repeating: 0, count: 6)
    _ = Bootstrap(resamples: 500).intervals(drawingFrom: classes) { times in
      #expect(times[0] + times[3] == 2 && times[1] + times[2] + times[4] == 3 && times[5] == 1)
      for sample in 0..<6 { totals[sample] += times[sample] / 500 }
      return [0]
    }
    // Each once on the mean, with a standard error of at most √(2/3 / 500) = 0.037.
    #expect(totals.allSatisfy { abs($0 - 1) < 0.15 }, "\(totals)")
  }

  @Test("Same seed, same interval; another seed, another, nearly the same")
  func seeds() throws {
    let matrix = try matrix([[196, 56], [98, 155]])
    let one = try #require(Bootstrap().interval(of: matrix, Self.f1))
    #expect(Bootstrap().interval(of: matrix, Self.f1) == one)
    let other = try #require(Bootstrap(seed: 1).interval(of: matrix, Self.f1))
    #expect(other != one)
    // Two ends of 2,000 draws each: four times √2 · 0.06 standard deviations.
    #expect(abs(other.low - one.low) < 4 * 2.0.squareRoot() * 0.06 * one.width / 4)
  }

  @Test("A number that some resample does not have has no interval")
  func undefined() throws {
    let matrix = try matrix([[3, 0], [1, 0]])
    #expect(Bootstrap().interval(of: matrix) { $0.cohenKappa() } != nil)
    #expect(Bootstrap().interval(of: matrix) { _ in .nan } == nil)
    #expect(
      Bootstrap().interval(of: matrix) { $0[truth: 1, prediction: 1] / $0[truth: 1, prediction: 1] } == nil)
  }

  @Test("The intervals of a report's scores hold the scores, and are the bootstrap's own")
  func scoreIntervals() throws {
    let matrix = try matrix([[196, 56], [98, 155]])
    let intervals = ScoreIntervals(matrix)
    #expect(intervals.accuracy == .wilson(351, of: 505))
    #expect(intervals.precision[1] == .wilson(155, of: 211))
    #expect(intervals.recall[0] == .wilson(196, of: 252))
    #expect(intervals.f1[1] == Bootstrap().interval(of: matrix, Self.f1))
    let definitions: [(Interval?, (ConfusionMatrix) -> Double)] = [
      (intervals.matthewsCorrelation, { $0.matthewsCorrelation }),
      (intervals.cohenKappa, { $0.cohenKappa() }),
      (intervals.balancedAccuracy, { $0.balancedAccuracy() }),
      (intervals.weightedAverage.recall, { $0.accuracy }),
    ]
    for (interval, score) in definitions {
      let (ours, plain) = (try #require(interval), try #require(Bootstrap().interval(of: matrix, score)))
      // The same sums, in another order.
      #expect(abs(ours.low - plain.low) < 1e-12 && abs(ours.high - plain.high) < 1e-12)
    }
    // Of balanced classes, and of macro averages, these are one and the same but for rounding.
    let (balanced, macro) = (
      try #require(intervals.balancedAccuracy), try #require(intervals.macroAverage.recall)
    )
    #expect(abs(balanced.low - macro.low) < 1e-12 && abs(balanced.high - macro.high) < 1e-12)
    let report = try ClassificationReport(
      truth: Array(repeating: 0, count: 252) + Array(repeating: 1, count: 253),
      predictions: Array(repeating: 0, count: 196) + Array(repeating: 1, count: 56)
        + Array(repeating: 0, count: 98) + Array(repeating: 1, count: 155), classNames: ["a", "b"])
    for (average, scores) in [
      (intervals.macroAverage, report.macroAverage), (intervals.weightedAverage, report.weightedAverage),
    ] {
      #expect(average.precision?.contains(scores.precision) == true)
      #expect(average.recall?.contains(scores.recall) == true)
      #expect(average.f1?.contains(scores.f1) == true)
    }
  }

  @Test(
    "The interval of an interquartile mean covers the middle of a symmetric law nearly as often as it says")
  func interquartileMeanCoverage() throws {
    var generator = SeededGenerator(seed: 9)
    let hits = try (0..<500).count { _ in
      let numbers = (0..<20).map { _ in
        StandardNormal.quantile((Double(generator.next() >> 11) + 0.5) * 0x1p-53)
      }
      return try #require(Bootstrap(resamples: 400).interquartileMean(of: numbers)).contains(0)
    }
    // Percentiles of twenty numbers are known to cover less than they say, some 92 %.
    #expect((0.88...0.98).contains(Double(hits) / 500), "\(hits)")
  }

  @Test(
    "Average precision of weighed samples is that of the weighted curve", arguments: 0..<20 as Range<UInt64>)
  func rankedSamples(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let ranked = RankedSamples(truth: sample.isPositive, scores: sample.scores)
    let weighted = try averagePrecision(
      truth: sample.isPositive, scores: sample.scores, weights: sample.weights)
    // Two orders of one sum of at most 200 terms.
    #expect(abs(ranked.averagePrecision(weights: sample.weights) - weighted) < 1e-13)
  }
}
