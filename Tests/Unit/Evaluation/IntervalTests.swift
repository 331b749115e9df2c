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
