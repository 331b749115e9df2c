/// Colours for numbers: a table read by a fraction from 0 to 1.
public struct Colormap: Sendable, Hashable {
  /// The table, from the colour of 0 to that of 1.
  public let colors: [Color]

  /// A map of red, green and blue in turn, from the colour of 0 to that of 1.
  init(components: [Double]) {
    precondition(
      !components.isEmpty && components.count.isMultiple(of: 3), "A colour has three components.")
    colors = stride(from: 0, to: components.count, by: 3).map {
      Color(red: components[$0], green: components[$0 + 1], blue: components[$0 + 2])
    }
  }

  /// The colour of 0.
  public var bottom: Color { colors[0] }
  /// The colour of 1.
  public var top: Color { colors[colors.count - 1] }

  /// The colour of a fraction: entry ⌊x·n⌋ of n; what lies below 0 or above 1 has the colour of that end.
  public func color(at fraction: Double) -> Color {
    let entry = (fraction * Double(colors.count)).rounded(.down)
    return colors[Int(min(max(entry, 0), Double(colors.count - 1)))]
  }
}
