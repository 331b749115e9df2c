import TestSupport
import Testing

@testable import Evaluation

@Suite("DeLong's variances")
struct ROCAreasLawTests {
  /// The contributions by their definition, pair by pair.
  private func definition(_ truth: [Bool], _ first: [Double], _ second: [Double]) -> Double {
    let positives = truth.indices.filter { truth[$0] }
    let negatives = truth.indices.filter { !truth[$0] }
    func wins(_ scores: [Double], _ i: Int, _ j: Int) -> Double {
      scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0
    }
    func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
    func covariance(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - mean(a)) * ($1.1 - mean(b)) } / Double(a.count - 1)
    }
    func ofPositives(_ scores: [Double]) -> [Double] {
      positives.map { i in mean(negatives.map { wins(scores, i, $0) }) }
    }
    func ofNegatives(_ scores: [Double]) -> [Double] {
      negatives.map { j in mean(positives.map { wins(scores, $0, j) }) }
    }
    return covariance(ofPositives(first), ofPositives(second)) / Double(positives.count)
      + covariance(ofNegatives(first), ofNegatives(second)) / Double(negatives.count)
  }

  private func sample(_ seed: UInt64) -> (truth: [Bool], first: [Double], second: [Double]) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 4...80, using: &generator)
    let truth = [true, true, false, false] + (4..<count).map { _ in Bool.random(using: &generator) }
    func scores() -> [Double] {
      truth.map { Double(Int.random(in: 0...10, using: &generator) + ($0 ? 2 : 0)) / 16 }
    }
    return (truth, scores(), scores())
  }

  @Test("By ranks they are what they are pair by pair, ties and all", arguments: 0..<30 as Range<UInt64>)
  func pairByPair(seed: UInt64) throws {
    let (truth, first, second) = sample(seed)
    let areas = try ROCAreas(truth: truth, scores: [first, second])
    // Sums of at most 80 products of numbers of at most 1.
    #expect(abs(areas.areas[0] - (try rocAUC(truth: truth, scores: first))) < 1e-14)
    #expect(abs(areas.covariance[0][0] - definition(truth, first, first)) < 1e-14)
    #expect(abs(areas.covariance[0][1] - definition(truth, first, second)) < 1e-14)
    #expect(areas.covariance[0][1] == areas.covariance[1][0])
  }

  @Test("Only the order of scores counts, and turning it round mirrors the interval")
  func invariance() throws {
    let (truth, first, _) = sample(40)
    let areas = try ROCAreas(
      truth: truth, scores: [first, first.map { $0 * $0 * $0 + 5 }, first.map { -$0 }])
    let intervals = try (0..<3).map { try #require(areas.interval(of: $0)) }
    #expect(intervals[0] == intervals[1])
    #expect(abs(intervals[2].low - (1 - intervals[0].high)) < 1e-14)
    #expect(areas.difference(from: 0, to: 1).estimate == nil)
    #expect(areas.difference(from: 0, to: 1).p.isNaN)
  }

  @Test("The interval covers a true area about as often as it says")
  func coverage() throws {
    var generator = SeededGenerator(seed: 41)
    func normal() -> Double { StandardNormal.quantile((Double(generator.next() >> 11) + 0.5) * 0x1p-53) }
    // Of two normal laws a deviation apart the area is Φ(1/√2) = 0.760.
    let area = 1 - StandardNormal.twoSidedTail(1 / 2.0.squareRoot()) / 2
    let truth = (0..<120).map { $0 % 2 == 0 }
    let hits = try (0..<1000).count { _ in
      let areas = try ROCAreas(truth: truth, scores: [truth.map { normal() + ($0 ? 1 : 0) }])
      return try #require(areas.interval(of: 0)).contains(area)
    }
    // 95 % but for the normal approximation of 60 by 60 and four standard errors of a thousand trials.
    #expect((0.91...0.98).contains(Double(hits) / 1000), "\(hits)")
  }

  @Test("What separates without fault, or rests on one sample, has no interval")
  func degenerate() throws {
    let perfect = try ROCAreas(truth: [true, true, false, false], scores: [[4, 3, 2, 1]])
    #expect(perfect.areas == [1])
    #expect(perfect.interval(of: 0) == nil)
    let single = try ROCAreas(truth: [true, false, false], scores: [[2, 3, 1]])
    #expect(single.interval(of: 0) == nil)
  }
}
