/// What 0/0 is, such as the precision of a class that was never predicted.
public enum ZeroDivision: Sendable, CaseIterable {
  /// 0.
  case zero
  /// 1.
  case one
  /// Not a number, left out of the averages.
  case nan
  /// 0, and an `UndefinedScore` says so.
  case warn

  var value: Double {
    switch self {
    case .zero, .warn: 0
    case .one: 1
    case .nan: .nan
    }
  }
}
