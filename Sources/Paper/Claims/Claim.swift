/// A sentence about the results, what the numbers must be for it to be so, and what its author expects of it.
public struct Claim: Equatable, Sendable {
  /// Whether the numbers are as the sentence says.
  public enum Verdict: String, CaseIterable, Sendable {
    case holds
    case fails
  }

  public var sentence: String
  public var expectation: Verdict
  /// All of them must hold; at least one.
  public var conditions: [Condition]

  /// A quantity within bounds.
  public struct Condition: Equatable, Sendable {
    public var quantity: Quantity
    public var bound: Bound

    /// Every key that it asks for.
    var keys: [Key] { quantity.keys + bound.operands.compactMap(\.key) }
  }

  /// The key of a number of the prose, and where the file asks for it.
  public struct Key: Equatable, Sendable {
    public var name: String
    /// File, line and column, for messages.
    public var place: String

    /// Whether it names what somebody has published of a run, which only the experiment's own rows have.
    var isOfPublished: Bool { name.split(separator: ".").dropFirst().first == "published" }
  }

  /// What is held against the bound.
  public enum Quantity: Equatable, Sendable {
    case value(Key)
    /// The first over the second.
    case ratio(Key, Key)
    /// The first less the second.
    case difference(Key, Key)

    var keys: [Key] {
      switch self {
      case .value(let key): [key]
      case .ratio(let first, let second), .difference(let first, let second): [first, second]
      }
    }
  }

  /// A number, or the key of one.
  public enum Operand: Equatable, Sendable {
    case number(Double)
    case value(Key)

    var key: Key? {
      if case .value(let key) = self { key } else { nil }
    }
  }

  /// What the quantity may be.
  public enum Bound: Equatable, Sendable {
    case atMost(Operand)
    case atLeast(Operand)
    case lessThan(Operand)
    case moreThan(Operand)
    /// Both ends included.
    case between(Operand, Operand)

    var operands: [Operand] {
      switch self {
      case .atMost(let end), .atLeast(let end), .lessThan(let end), .moreThan(let end): [end]
      case .between(let low, let high): [low, high]
      }
    }
  }
}

extension Claim.Condition: CustomStringConvertible {
  /// The condition in words.
  public var description: String { "\(quantity) \(bound)" }
}

extension Claim.Quantity: CustomStringConvertible {
  public var description: String {
    switch self {
    case .value(let key): key.name
    case .ratio(let first, let second): "\(first.name) / \(second.name)"
    case .difference(let first, let second): "\(first.name) - \(second.name)"
    }
  }
}

extension Claim.Bound: CustomStringConvertible {
  public var description: String {
    switch self {
    case .atMost(let end): "at most \(end)"
    case .atLeast(let end): "at least \(end)"
    case .lessThan(let end): "less than \(end)"
    case .moreThan(let end): "more than \(end)"
    case .between(let low, let high): "from \(low) to \(high)"
    }
  }
}

extension Claim.Operand: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .value(let key): key.name
    }
  }
}
