/// A warning: a score that is 0/0 and was set to 0.
public struct UndefinedScore: Sendable, Equatable, CustomStringConvertible {
  /// The scores that can be 0/0.
  public enum Score: Sendable, CaseIterable {
    case precision, recall, f1
  }

  /// Which score it is.
  public let score: Score
  /// The names of the rows concerned, in the order of the report.
  public let rows: [String]

  /// One sentence for the reader of the report.
  public var description: String {
    let (name, reason) =
      switch score {
      case .precision: ("precision", "no predicted samples")
      case .recall: ("recall", "no true samples")
      case .f1: ("f1-score", "neither true nor predicted samples")
      }
    return "\(name) is undefined and set to 0 for \(rows.joined(separator: ", ")): \(reason)"
  }
}
