import Phrases

/// The ticks of an axis: positions in data units, and what stands at them.
public struct Ticks: Sendable, Hashable {
  /// Where ticks stand, in data units.
  public let positions: [Double]
  /// One for each position.
  public let labels: [String]
  /// What stands once at the end of the axis; empty for nothing.
  public let offsetText: String

  /// Ticks with given labels, such as the names of classes.
  public init(positions: [Double], labels: [String]) {
    precondition(positions.count == labels.count, "Every tick has one label.")
    self.positions = positions
    self.labels = labels
    offsetText = ""
  }

  /// Numbered ticks: a locator's positions within the limits.
  public init(_ locator: MaxNLocator, over limits: Limits, numbers: NumberStyle = .point) {
    let all = locator.positions(over: limits)
    let formatter = ScalarFormatter(positions: all, limits: limits)
    positions = all.filter(limits.contains)
    labels = positions.map { numbers.written(formatter.label($0)) }
    offsetText = numbers.written(formatter.offsetText)
  }
}
