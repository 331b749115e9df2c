import Foundation

/// Where ticks go: at multiples of a round step, in at most so many intervals.
///
/// The steps are tried against the range over `bins`; the smallest that is large enough wins, unless it
/// shows fewer than `minimumTicks`. Positions are those of `matplotlib.ticker.MaxNLocator` to the last bits.
public struct MaxNLocator: Sendable, Hashable {
  /// The most intervals between ticks.
  public var bins: Int
  /// The multiples of powers of ten that a step may be, rising from 1 to 10.
  public var steps: [Double]
  /// Whether ticks are whole numbers wherever the range holds `minimumTicks` of them.
  public var integersOnly: Bool
  /// How many ticks to show at least; 2 unless told otherwise.
  public var minimumTicks: Int

  /// A locator, by default with the steps of matplotlib's.
  public init(
    bins: Int, steps: [Double] = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10], integersOnly: Bool = false,
    minimumTicks: Int = 2
  ) {
    precondition(bins > 0 && minimumTicks > 0, "A locator needs at least one interval and one tick.")
    precondition(
      steps.first == 1 && steps.last == 10 && zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 },
      "A locator's steps rise from 1 to 10.")
    self.bins = bins
    self.steps = steps
    self.integersOnly = integersOnly
    self.minimumTicks = minimumTicks
  }

  /// The locator of an ordinary axis (`matplotlib.ticker.AutoLocator`).
  ///
  /// There are as many intervals as labels find room, from 1 to 9: a label along the axis is taken to
  /// be three ems wide (`emsPerLabel` 3), one across it to need two (`emsPerLabel` 2).
  public static func automatic(
    length: Double, emsPerLabel: Double, fontSize: Double = 10, integersOnly: Bool = false,
    minimumTicks: Int = 2
  ) -> MaxNLocator {
    let room = Int(min(length / (fontSize * emsPerLabel), 9))
    return MaxNLocator(
      bins: min(max(room, max(1, minimumTicks - 1)), 9), steps: [1, 2, 2.5, 5, 10],
      integersOnly: integersOnly, minimumTicks: minimumTicks)
  }

  /// The positions of ticks over the limits, rising; the first and last may lie beyond them.
  public func positions(over limits: Limits) -> [Double] {
    let range = limits.widened(by: 1e-13, tiny: 1e-14)
    let (scale, offset) = scaleAndOffset(range)
    let low = range.low - offset
    let high = range.high - offset
    let staircase = steps.dropLast().map { 0.1 * $0 } + steps + [10 * steps[1]]
    let sizes = staircase.map { $0 * scale }.filter { size in
      !integersOnly || size < 1 || abs(size - size.rounded(.toNearestOrEven)) < 0.001
    }
    let needed = (high - low) / Double(bins)
    let first = sizes.firstIndex { $0 >= needed } ?? sizes.count - 1
    let hasIntegers = high.rounded(.down) - low.rounded(.up) >= Double(minimumTicks - 1)
    var positions: [Double] = []
    for size in sizes[...first].reversed() {
      let step = integersOnly && hasIntegers ? max(1, size) : size
      positions = multiples(of: step, from: low, to: high, offset: offset)
      let shown = positions.count { low <= $0 && $0 <= high }
      if shown >= minimumTicks { break }
    }
    return positions.map { $0 + offset }
  }

  /// The power of ten below one interval, and a round number near the range where that is far from zero.
  private func scaleAndOffset(_ range: Limits) -> (scale: Double, offset: Double) {
    let length = range.high - range.low
    let middle = (range.high + range.low) / 2
    let scale = pow(10, log10(length / Double(bins)).rounded(.down))
    guard abs(middle) / length >= 100 else { return (scale, 0) }
    let magnitude = pow(10, log10(abs(middle)).rounded(.down))
    return (scale, middle < 0 ? -magnitude : magnitude)
  }

  /// The multiples of a step from the last one at or below `low` to the first at or above `high`.
  private func multiples(of step: Double, from low: Double, to high: Double, offset: Double) -> [Double] {
    // An edge that is a multiple but for rounding counts as one; a large offset costs digits.
    let slack = offset == 0 ? 1e-10 : min(0.4999, max(1e-10, pow(10, log10(abs(offset) / step) - 12)))
    let base = low.floorDivided(by: step).quotient * step
    let below = (low - base).floorDivided(by: step)
    let above = (high - base).floorDivided(by: step)
    let first = abs(below.remainder / step - 1) < slack ? below.quotient + 1 : below.quotient
    let last = abs(above.remainder / step) < slack ? above.quotient : above.quotient + 1
    return stride(from: first, through: last, by: 1).map { $0 * step + base }
  }
}
