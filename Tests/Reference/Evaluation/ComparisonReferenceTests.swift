import Evaluation
import TestSupport
import Testing

@Suite("Comparisons are SciPy's and statsmodels'")
struct ComparisonReferenceTests {
  struct Numbers: Decodable {
    struct Welch: Decodable {
      let first: [Double]
      let second: [Double]
      let level: Double
      let t: Double
      let df: Double
      let p: Double
      let low: Double
      let high: Double
    }
    struct McNemar: Decodable {
      let onlyFirst: Int
      let onlySecond: Int
      let p: Double
    }
    struct Holm: Decodable {
      let ps: [Double]
      let corrected: [Double]
    }

    let welch: [Welch]
    let mcnemar: [McNemar]
    let holm: [Holm]
  }

  let numbers: Numbers

  init() throws {
    numbers = try decodeFromBundle(Numbers.self, from: "intervals/comparisons.json")
  }

  @Test("Welch's t test")
  func welch() throws {
    // t and p lose digits where two means nearly cancel: numbers of order 1 differ by a hundredth or so.
    let near = Conformance("intervals", "Welch's t tests", .relative(1e-11))
    for one in numbers.welch {
      let test = try WelchTest(first: one.first, second: one.second, level: one.level)
      let (difference, name) = (test.difference, "\(one.first.count) \(one.second.count) \(one.level)")
      #expect(near.agrees(name, difference.value / test.standardError, one.t))
      #expect(near.agrees(name, test.degreesOfFreedom, one.df))
      #expect(near.agrees(name, test.p, one.p))
      #expect(near.agrees(name, [difference.interval.low, difference.interval.high], [one.low, one.high]))
    }
  }

  @Test("McNemar's exact test")
  func mcNemar() {
    // Products of up to some thousand factors, each rounded.
    let near = Conformance("intervals", "McNemar's exact tests", .relative(1e-12))
    for one in numbers.mcnemar {
      let test = McNemarTest(onlyFirst: one.onlyFirst, onlySecond: one.onlySecond, of: 5000)
      #expect(near.agrees("\(one.onlyFirst) \(one.onlySecond)", test.p, one.p), "\(one): \(test.p)")
    }
  }

  @Test("Holm's correction")
  func holm() {
    let same = Conformance("intervals", "Holm's corrections", .exact)
    for one in numbers.holm {
      #expect(
        same.agrees("\(one.ps.count) \(one.ps.first ?? 0)", holmCorrected(one.ps), one.corrected), "\(one)")
    }
  }

  @Test("The interval of paired proportions is the one that its authors' and reviewers' examples have")
  func pairedProportions() {
    // Example of `ci.prop.ps` in R's package statpsych 1.x by Bonett: 0.2548067 is its lower end.
    let one = McNemarTest(onlyFirst: 4, onlySecond: 26, of: 48).difference
    #expect(abs(one.interval.low - 0.2548067) < 5e-8)
    // Fagerland, Lydersen and Laake 2014, table 9: airway hyper-responsiveness, -0.508 to -0.013.
    let other = McNemarTest(onlyFirst: 7, onlySecond: 1, of: 21).difference
    #expect(abs(other.interval.low + 0.508) < 5e-4)
    #expect(abs(other.interval.high + 0.013) < 5e-4)
    #expect(other.value == -6.0 / 21)
  }
}
