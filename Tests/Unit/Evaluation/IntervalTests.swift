import Evaluation
import Testing

@Suite("Intervals and the means they are of")
struct IntervalTests {
  @Test("The ends belong to an interval")
  func ends() {
    let interval = Interval(low: 0.25, high: 0.75)
    #expect(interval.contains(0.25) && interval.contains(0.75) && !interval.contains(0.75.nextUp))
    #expect(interval.width == 0.5)
    #expect(interval.level == 0.95)
  }

  @Test("The paper's accuracy")
  func paper() {
    let interval = Interval.wilson(351, of: 505)
    #expect((interval.low * 1000).rounded() == 654 && (interval.high * 1000).rounded() == 734)
  }

  @Test("Of no trials nothing is known")
  func noTrials() {
    #expect(Interval.wilson(0, of: 0) == Interval(low: 0, high: 1))
  }

  @Test("The interquartile mean leaves out a quarter on either side, rounded down")
  func interquartileMeans() {
    #expect(interquartileMean([5]) == 5)
    #expect(interquartileMean([100, 1, 2, 3]) == 2.5)
    #expect(interquartileMean([9, 1, 2, 3, 4, -50, 5]) == 3)
  }

  @Test("Equal numbers have an interval of no width, and Welch's test of them no p-value")
  func equalNumbers() throws {
    #expect(try Interval.ofMean([0.5, 0.5, 0.5]) == Interval(low: 0.5, high: 0.5))
    let test = try WelchTest(first: [0.5, 0.5], second: [0.5, 0.5, 0.5])
    #expect(test.p.isNaN)
    #expect(test.difference == Estimate(0, Interval(low: 0, high: 0)))
    let apart = try WelchTest(first: [0.5, 0.5], second: [0.75, 0.75])
    #expect(apart.p == 0)
    #expect(apart.difference == Estimate(0.25, Interval(low: 0.25, high: 0.25)))
  }

  @Test("Tiny and huge numbers have their degrees of freedom too", arguments: [1e-120, 1, 1e120])
  func scales(scale: Double) throws {
    let test = try WelchTest(
      first: [1, 2, 3, 4].map { $0 * scale }, second: [2, 4, 6].map { $0 * scale })
    // SciPy 1.17.1's ttest_ind([2, 4, 6], [1, 2, 3, 4], equal_var=False).
    #expect(abs(test.degreesOfFreedom - 3.234718826405868) < 1e-12)
    #expect(abs(test.p - 0.33382370007750106) < 1e-9)
  }

  @Test("Holm's correction passes over what has no p-value, as R's p.adjust")
  func holmWithoutPValue() {
    let corrected = holmCorrected([0.25, .nan, 0.0078125])
    #expect(corrected[1].isNaN && corrected[0] == 0.25 && corrected[2] == 0.015625)
  }

  @Test("A bootstrap of results beyond all bounds has no interval")
  func infiniteResults() {
    #expect(Bootstrap().interval(ofResults: [1, .infinity, -.infinity]) == nil)
  }

  @Test("McNemar's test counts the samples that one of two got right")
  func mcNemar() throws {
    let test = try McNemarTest(
      firstIsRight: [true, true, false, false, true], secondIsRight: [true, false, true, true, true])
    #expect(test == McNemarTest(onlyFirst: 1, onlySecond: 2, of: 5))
    #expect(test.p == 1)
    #expect(test.difference.value == 0.2)
    // One toss of three more: 2 · (1/2)³.
    #expect(McNemarTest(onlyFirst: 0, onlySecond: 3, of: 5).p == 0.25)
  }

  @Test("Holm's correction keeps the order of its arguments")
  func holm() {
    #expect(holmCorrected([0.03125, 0.25, 0.0078125]) == [0.0625, 0.25, 0.0234375])
    #expect(holmCorrected([]) == [])
  }
}
