import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite struct FiguresTickPropertyTests {
  /// Ranges of all sizes and places, as axes may come by them.
  private static func ranges(_ count: Int, seed: UInt64) -> [Limits] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let length = pow(10, Double.random(in: -12...12, using: &generator))
      let distance = pow(10, Double(Int.random(in: 0...4, using: &generator)))
      let start = Double.random(in: -1...1, using: &generator) * length * distance
      return Limits(start, start + length * Double.random(in: 0.1...1, using: &generator))
    }
  }

  @Test func ticksRiseEvenlyAndCoverTheRange() {
    for limits in Self.ranges(2000, seed: 1) {
      for integersOnly in [false, true] {
        let locator = MaxNLocator.automatic(length: 266, emsPerLabel: 2, integersOnly: integersOnly)
        let positions = locator.positions(over: limits)
        let gaps = zip(positions, positions.dropFirst()).map { $1 - $0 }
        let rounding = 1e-9 * (limits.high - limits.low) + 4 * max(abs(limits.low), abs(limits.high)).ulp
        #expect(gaps.allSatisfy { $0 > 0 && abs($0 - gaps[0]) < rounding }, "\(limits)")
        #expect(positions[0] <= limits.low + rounding, "\(limits)")
        #expect(positions[positions.count - 1] >= limits.high - rounding, "\(limits)")
      }
    }
  }

  @Test func shownTicksLieWithinTheLimitsAndAreFew() {
    for limits in Self.ranges(2000, seed: 2) {
      let ticks = Ticks(.automatic(length: 266, emsPerLabel: 2), over: limits)
      #expect(ticks.positions.allSatisfy(limits.contains))
      #expect((2...10).contains(ticks.positions.count), "\(limits): \(ticks.positions)")
    }
  }

  @Test func labelsTellTicksApart() {
    for limits in Self.ranges(2000, seed: 3) {
      let ticks = Ticks(.automatic(length: 266, emsPerLabel: 2), over: limits)
      #expect(Set(ticks.labels).count == ticks.labels.count, "\(limits): \(ticks.labels)")
    }
  }

  @Test func epochTicksAreWholeNumbersHoweverFewEpochs() {
    for epochs in 1...300 {
      let limits = Limits.around([1, Double(epochs)])
      let locator = MaxNLocator.automatic(
        length: 357, emsPerLabel: 3, integersOnly: true, minimumTicks: 1)
      let ticks = Ticks(locator, over: limits)
      #expect(!ticks.labels.isEmpty && ticks.labels.allSatisfy { Int($0.replacing("−", with: "-")) != nil })
    }
  }

  @Test func scalesComeBackToTheSameValue() {
    var generator = SeededGenerator(seed: 4)
    for limits in Self.ranges(1000, seed: 5) {
      for scale in [LinearScale(limits, from: 57.6, to: 414.7), LinearScale(limits, from: 307, to: 41)] {
        let value = Double.random(in: limits.low...limits.high, using: &generator)
        let back = scale.value(at: scale.position(of: value))
        // Positions carry some 1e-16 of the page, and subtracting a far start loses its digits.
        let rounding = 1e-12 * (limits.high - limits.low) + 8 * max(abs(limits.low), abs(limits.high)).ulp
        #expect(abs(back - value) <= rounding)
        #expect(scale.position(of: limits.start) == scale.start)
      }
    }
  }

  @Test func limitsHoldTheirDataWithRoomToSpare() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<500 {
      let values = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        Double.random(in: -1...1, using: &generator) * pow(10, Double.random(in: -9...9, using: &generator))
      }
      let limits = Limits.around(values)
      #expect(values.allSatisfy { limits.start < $0 && $0 < limits.end }, "\(values)")
      #expect(Limits.around(values.shuffled(using: &generator)) == limits)
    }
  }

  @Test func legendsLieInsideTheFrame() {
    var generator = SeededGenerator(seed: 7)
    let frame = Rect(left: 50, top: 40, right: 410, bottom: 300)
    for _ in 0..<200 {
      let points = (0..<50).map { _ -> Point? in
        Point(x: .random(in: 50...410, using: &generator), y: .random(in: 40...300, using: &generator))
      }
      let series = Series(label: "a", style: .dots(.blue), points: points)
      let box = Legend(series: [series]).place(Size(width: 120, height: 50), in: frame)
      #expect(box.left >= 55 && box.right <= 405 && box.top >= 45 && box.bottom <= 295)
    }
  }
}
