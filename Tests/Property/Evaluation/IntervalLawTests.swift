import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Intervals hold what they promise")
struct IntervalLawTests {
  /// The binomial law by its definition, from exact products.
  private static func density(_ k: Int, _ n: Int, _ p: Double) -> Double {
    (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) } * pow(p, Double(k)) * pow(1 - p, Double(n - k))
  }

  @Test("Wilson's interval covers a true share as often as it says", arguments: [10, 50, 300])
  func wilsonCoverage(trials: Int) {
    let shares = (1...99).map { Double($0) / 100 }
    let coverage = shares.map { share in
      (0...trials).filter { Interval.wilson($0, of: trials).contains(share) }
        .reduce(0) { $0 + Self.density($1, trials, share) }
    }
    // Exact for each share: on the mean within a hundredth of 95 %, and nowhere far below (Brown, Cai and
    // DasGupta's figures show dips to 0.83 beside 0 and 1 for few trials).
    #expect(abs(coverage.reduce(0, +) / 99 - 0.95) < 0.01)
    #expect((coverage.min() ?? 0) > 0.82)
  }

  @Test("Wilson's interval holds the share, is the mirror of the failures' and grows with its level")
  func wilsonLaws() {
    for trials in [1, 2, 7, 40] {
      for successes in 0...trials {
        let interval = Interval.wilson(successes, of: trials)
        #expect(interval.contains(Double(successes) / Double(trials)))
        #expect(interval.low >= 0 && interval.high <= 1)
        let mirror = Interval.wilson(trials - successes, of: trials)
        // A few roundings of numbers of at most 1.
        #expect(abs(mirror.low - (1 - interval.high)) < 1e-15)
        let wider = Interval.wilson(successes, of: trials, level: 0.99)
        #expect(wider.low <= interval.low && wider.high >= interval.high)
        #expect(Interval.wilson(10 * successes, of: 10 * trials).width < interval.width)
      }
    }
  }

  /// A normal number from a seeded generator.
  private func normal(_ generator: inout SeededGenerator) -> Double {
    StandardNormal.quantile((Double(generator.next() >> 11) + 0.5) * 0x1p-53)
  }

  /// Within four standard errors of 95 % over 4,000 trials.
  private func isFourInAMillionAway(_ hits: Int) -> Bool {
    abs(Double(hits) / 4000 - 0.95) > 4 * (0.95 * 0.05 / 4000).squareRoot()
  }

  @Test("Student's interval covers a true mean as often as it says", arguments: [2, 5, 20])
  func meanCoverage(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let hits = try (0..<4000).count { _ in
      try Interval.ofMean((0..<count).map { _ in 3 + 2 * normal(&generator) }).contains(3)
    }
    #expect(!isFourInAMillionAway(hits), "\(hits)")
  }

  @Test("Welch's interval covers a true difference where sizes and spreads differ")
  func welchCoverage() throws {
    var generator = SeededGenerator(seed: 5)
    var (hits, rejected) = (0, 0)
    for _ in 0..<4000 {
      let first = (0..<12).map { _ in normal(&generator) }
      let second = (0..<30).map { _ in 1 + 3 * normal(&generator) }
      let test = try WelchTest(first: first, second: second)
      if test.difference.interval.contains(1) { hits += 1 }
      if try WelchTest(first: first, second: second.map { $0 - 1 }).p < 0.05 { rejected += 1 }
    }
    // The law is approximated: off by less than this at such sizes.
    #expect(!isFourInAMillionAway(hits), "\(hits)")
    #expect(hits == 4000 - rejected)
  }

  @Test("Turning two sets round turns the sign")
  func welchSymmetry() throws {
    var generator = SeededGenerator(seed: 6)
    let first = (0..<12).map { _ in normal(&generator) }
    let second = (0..<30).map { _ in normal(&generator) }
    let (one, other) = (
      try WelchTest(first: first, second: second), try WelchTest(first: second, second: first)
    )
    #expect(one.p == other.p)
    #expect(one.difference.interval.low == -other.difference.interval.high)
    #expect(one.difference.value == -other.difference.value)
  }

  @Test("McNemar's p is twice the smaller tail, added up by its definition")
  func mcNemarDefinition() {
    for first in 0...15 {
      for second in 0...15 {
        let tosses = first + second
        let tail = (0...min(first, second)).reduce(0) { $0 + Self.density($1, tosses, 0.5) }
        let test = McNemarTest(onlyFirst: first, onlySecond: second, of: max(1, tosses))
        // Powers of one half and binomial coefficients of at most 30: exact but for the sum.
        #expect(abs(test.p - min(1, 2 * tail)) < 1e-15)
        #expect(test.p == McNemarTest(onlyFirst: second, onlySecond: first, of: max(1, tosses)).p)
      }
    }
  }

  @Test("McNemar's test errs no more often than it says, and the interval of the difference covers it")
  func mcNemarCoverage() {
    var generator = SeededGenerator(seed: 7)
    var (hits, rejected) = (0, 0)
    for _ in 0..<4000 {
      // A tenth of 200 samples only one gets right, a tenth only the other.
      let tosses = (0..<200).map { _ in generator.next() % 10 }
      let test = McNemarTest(
        onlyFirst: tosses.count { $0 == 0 }, onlySecond: tosses.count { $0 == 1 }, of: 200)
      if test.difference.interval.contains(0) { hits += 1 }
      if test.p < 0.05 { rejected += 1 }
    }
    // Exact tests err on the safe side; the interval may do a little better than it says.
    #expect(Double(rejected) / 4000 < 0.05)
    #expect((0.945...0.965).contains(Double(hits) / 4000), "\(hits)")
  }

  @Test("Holm's values keep order, lie between the plain ones and Bonferroni's, and go with their tests")
  func holmLaws() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<50 {
      let ps = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        pow(Double.random(in: 0...1, using: &generator), 3)
      }
      let corrected = holmCorrected(ps)
      for (p, q) in zip(ps, corrected) { #expect(q >= p && q <= min(1, p * Double(ps.count))) }
      let sorted = ps.indices.sorted { ps[$0] < ps[$1] }
      #expect(zip(sorted, sorted.dropFirst()).allSatisfy { corrected[$0] <= corrected[$1] })
      let shuffled = ps.indices.shuffled(using: &generator)
      #expect(holmCorrected(ps.inOrder(shuffled)) == corrected.inOrder(shuffled))
    }
  }

  @Test("Tails and quantiles of Student's t undo each other")
  func studentRoundTrip() {
    for degrees in [1, 2.5, 7, 40, 900] {
      for level in [0.1, 0.5, 0.95, 0.999_999] {
        let student = StudentT(degreesOfFreedom: degrees)
        let tail = student.twoSidedTail(student.twoSidedQuantile(level: level))
        // The tail's slope makes an ulp of the quantile up to a dozen of the tail.
        #expect(abs(tail - (1 - level)) < 1e-12 * (1 - level) + 1e-16)
      }
    }
  }
}
