import Foundation

/// What ticks say: as few decimals as tell them apart, and what they share moved to the end of the axis.
///
/// Labels are those of `matplotlib.ticker.ScalarFormatter` with its default settings: an offset where it
/// saves four digits, a power of ten below 1e-4 and from 1e6 on, U+2212 for minus.
public struct ScalarFormatter: Sendable, Hashable {
  /// What is subtracted from every label; 0 for none.
  public let offset: Double
  /// The power of ten that every label is to be multiplied by; 0 for none.
  public let exponent: Int
  /// How many decimals every label has.
  public let decimals: Int

  /// A formatter of all `positions` of an axis, of which those within the limits are shown.
  public init(positions: [Double], limits: Limits) {
    let shown = positions.filter { limits.low <= $0 && $0 <= limits.high }
    offset = Self.offset(of: shown)
    exponent = Self.exponent(of: shown, offset: offset, limits: limits)
    decimals = Self.decimals(of: positions, offset: offset, exponent: exponent, limits: limits)
  }

  /// The label of one tick.
  public func label(_ position: Double) -> String {
    let value = (position - offset) / pow(10, Double(exponent))
    return withMinus(NumberFormat.fixed(decimals).text(abs(value) < 1e-8 ? 0 : value))
  }

  /// What is written at the end of the axis, such as "1e−5" or "+1e6"; empty for nothing.
  public var offsetText: String {
    let power = exponent == 0 ? "" : "1e\(exponent)"
    guard offset != 0 else { return withMinus(power) }
    let magnitude = Int(log10(abs(offset)).rounded(.down))
    // To ten decimals, correctly rounded, as Python's round(x, 10).
    let rounded = NumberFormat.fixed(10).text(offset / pow(10, Double(magnitude)))
    let digits = NumberFormat.general(10).text(Double(rounded) ?? 0)
    return withMinus(power + (offset > 0 ? "+" : "") + digits + (magnitude == 0 ? "" : "e\(magnitude)"))
  }

  private func withMinus(_ text: String) -> String { text.replacing("-", with: "\u{2212}") }

  /// The leading digits that all shown ticks share, where leaving them out saves at least four.
  private static func offset(of shown: [Double]) -> Double {
    guard let low = shown.min(), let high = shown.max(), low != high, !(low <= 0 && 0 <= high) else {
      return 0
    }
    let small = min(abs(low), abs(high))
    let large = max(abs(low), abs(high))
    func counts(_ exponent: Double) -> (small: Double, large: Double) {
      let unit = pow(10, exponent)
      return (small.floorDivided(by: unit).quotient, large.floorDivided(by: unit).quotient)
    }
    let top = log10(large).rounded(.up)
    var exponent = top
    while counts(exponent).small == counts(exponent).large { exponent -= 1 }
    exponent += 1
    if (large - small) / pow(10, exponent) <= 1e-2 {
      // The ticks straddle a multiple of a large power of ten: allow them to be one apart in it.
      exponent = top
      while counts(exponent).large - counts(exponent).small <= 1 { exponent -= 1 }
      exponent += 1
    }
    let shared = counts(exponent).large
    return shared >= 1000 ? (low < 0 ? -1 : 1) * shared * pow(10, exponent) : 0
  }

  private static func exponent(of shown: [Double], offset: Double, limits: Limits) -> Int {
    let size = offset == 0 ? shown.map(abs).max() ?? 0 : limits.high - limits.low
    guard !shown.isEmpty, size > 0 else { return 0 }
    let magnitude = Int(log10(size).rounded(.down))
    return magnitude <= -5 || magnitude >= 6 ? magnitude : 0
  }

  private static func decimals(
    of positions: [Double], offset: Double, exponent: Int, limits: Limits
  ) -> Int {
    // A single tick is told from its neighbours that are not there by the length of the axis.
    let spread = positions.count < 2 ? positions + [limits.start, limits.end] : positions
    func shifted(_ values: [Double]) -> [Double] {
      values.map { ($0 - offset) / pow(10, Double(exponent)) }
    }
    let reach = shifted(spread)
    var range = (reach.max() ?? 0) - (reach.min() ?? 0)
    if range == 0 { range = reach.map(abs).max() ?? 0 }
    if range == 0 { range = 1 }
    let magnitude = Int(log10(range).rounded(.down))
    let threshold = 1e-3 * pow(10, Double(magnitude))
    let values = shifted(positions)
    var decimals = max(0, 3 - magnitude)
    while decimals >= 0 {
      let unit = pow(10, Double(decimals))
      let worst = values.map { abs($0 - ($0 * unit).rounded(.toNearestOrEven) / unit) }.max() ?? 0
      if worst >= threshold { break }
      decimals -= 1
    }
    return decimals + 1
  }
}
