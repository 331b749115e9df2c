import TestSupport
import Testing

@testable import Evaluation

@Suite("Distributions and intervals are SciPy's and statsmodels'")
struct IntervalReferenceTests {
  struct Numbers: Decodable {
    struct Normal: Decodable {
      let p: Double
      let quantile: Double
    }
    struct Tail: Decodable {
      let df: Double
      let t: Double
      let tail: Double
    }
    struct Quantile: Decodable {
      let df: Double
      let level: Double
      let quantile: Double
    }
    struct Mean: Decodable {
      let numbers: [Double]
      let low: Double?
      let high: Double?
      let iqm: Double
    }
    struct Wilson: Decodable {
      let successes: Int
      let trials: Int
      let level: Double
      let low: Double
      let high: Double
    }

    let normal: [Normal]
    let student: [Tail]
    let studentQuantiles: [Quantile]
    let means: [Mean]
    let wilson: [Wilson]
  }

  let numbers: Numbers

  init() throws {
    numbers = try decodeFromBundle(Numbers.self, from: "intervals/intervals.json")
  }

  @Test("Quantiles of the normal distribution")
  func normalQuantiles() {
    // AS 241 promises about 16 digits.
    let near = Conformance(
      "intervals", "quantiles of the normal distribution", .either(relative: 1e-15, absolute: 1e-16))
    for one in numbers.normal {
      #expect(near.agrees("\(one.p)", StandardNormal.quantile(one.p), one.quantile), "\(one)")
    }
  }

  @Test("Tails of Student's t distribution")
  func studentTails() {
    // A continued fraction of up to some hundred terms, each rounded; tails of up to a million degrees of
    // freedom cost exp another digit or two.
    let near = Conformance("intervals", "tails of Student's t distribution", .relative(1e-12))
    for one in numbers.student {
      let tail = StudentT(degreesOfFreedom: one.df).twoSidedTail(one.t)
      #expect(near.agrees("\(one.df) \(one.t)", tail, one.tail), "\(one): \(tail)")
    }
  }

  @Test("Quantiles of Student's t distribution")
  func studentQuantiles() {
    let near = Conformance("intervals", "quantiles of Student's t distribution", .relative(1e-12))
    for one in numbers.studentQuantiles {
      let quantile = StudentT(degreesOfFreedom: one.df).twoSidedQuantile(level: one.level)
      #expect(near.agrees("\(one.df) \(one.level)", quantile, one.quantile), "\(one): \(quantile)")
    }
  }

  @Test("Wilson's intervals")
  func wilson() {
    // A handful of operations on numbers of at most 1.
    let near = Conformance("intervals", "Wilson's intervals", .absolute(1e-15))
    for one in numbers.wilson {
      let interval = Interval.wilson(one.successes, of: one.trials, level: one.level)
      let name = "\(one.successes) of \(one.trials) at \(one.level)"
      #expect(near.agrees(name, [interval.low, interval.high], [one.low, one.high]), "\(one): \(interval)")
    }
  }

  @Test("Intervals of means, and interquartile means")
  func means() throws {
    // Sums of at most a hundred numbers of order 1, whose order SciPy does not promise, and a quantile that
    // two numbers multiply by up to 13.
    let near = Conformance("intervals", "intervals of means", .absolute(1e-12))
    let same = Conformance("intervals", "interquartile means", .absolute(1e-15))
    for one in numbers.means {
      let name = "\(one.numbers.prefix(3)) \(one.numbers.count)"
      #expect(same.agrees(name, interquartileMean(one.numbers), one.iqm))
      guard let low = one.low, let high = one.high else { continue }
      let interval = try Interval.ofMean(one.numbers)
      #expect(near.agrees(name, [interval.low, interval.high], [low, high]), "\(one): \(interval)")
    }
  }
}
