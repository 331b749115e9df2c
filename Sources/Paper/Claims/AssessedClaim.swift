import Spelling

/// A claim held against the numbers: on the seed that is shown, and on every seed there is.
public struct AssessedClaim: Equatable, Sendable {
  public let claim: Claim
  /// Whether the claim holds on the seed that is shown; `nil` on invented and other
  /// rows than the experiment's, of which nothing was claimed.
  public let shown: Claim.Verdict?
  /// The condition that decides: of several the one that is nearest to failing, or fails worst, as measured by
  /// the size of its bound.
  public let decisive: Measured
  /// `nil` where the numbers of the claim are known of one seed only.
  public let seeds: OverSeeds?

  /// A condition, what its quantity is, and how far that is from the nearest bound.
  public struct Measured: Equatable, Sendable {
    public let condition: Claim.Condition
    public let value: Double
    /// Positive on the side where the condition holds, negative on the other, and not a number where the quantity
    /// is none.
    public let margin: Double
    public let holds: Bool
    /// How many decimals show it.
    let digits: Int
    /// The margin in sizes of the bound, which makes conditions on different things comparable.
    let relativeMargin: Double
  }

  /// The claim on many seeds.
  public struct OverSeeds: Equatable, Sendable {
    /// For how many of them it holds.
    public let holding: Int
    public let count: Int
    /// How the margins of the deciding condition are spread over them.
    let margins: Spread
  }

  /// Whether the claim holds: for at least half of the seeds, or on the seed that is shown where only that is known.
  public var found: Claim.Verdict? {
    shown.map { shown in seeds.map { 2 * $0.holding >= $0.count ? .holds : .fails } ?? shown }
  }

  /// Whether it is not as its author expects.
  public var isSurprising: Bool { found.map { $0 != claim.expectation } ?? false }
}

extension AssessedClaim {
  /// Holds claims against the numbers of a report.
  ///
  /// - Throws: `badData` with the place of a key that names no number.
  static func assess(_ claims: [Claim], with facts: [Fact], of runs: [EvaluatedRun]) throws(Failure)
    -> [AssessedClaim]
  {
    guard !claims.isEmpty else { return [] }
    let known = Dictionary(facts.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    let record = runs.first?.record
    let isAssessed = record?.isOfPublishedData ?? false
    // On other rows there may well be no such number, and nobody is held to it.
    if !(record?.isOfOtherData ?? false) {
      // What is published of the experiment's rows is no number of the sample's.
      for key in claims.flatMap(\.conditions).flatMap(\.keys) where isAssessed || !key.isOfPublished {
        try check(key, known)
      }
    }
    let numbers = known.compactMapValues(\.number)
    let seeds = try SeedNumbers(of: runs, facts: facts)
    return claims.map { claim in
      let measured = claim.conditions.map { Measured($0, numbers, digits: $0.digits(known)) }
      let decisive = measured.enumerated().min { $0.element.isNearerToFailing(than: $1.element) }
      guard let (place, condition) = decisive else { preconditionFailure("a claim has a condition") }
      return AssessedClaim(
        claim: claim, shown: !isAssessed ? nil : measured.allSatisfy(\.holds) ? .holds : .fails,
        decisive: condition, seeds: !isAssessed ? nil : OverSeeds(claim, decidedBy: place, seeds))
    }
  }

  private static func check(_ key: Claim.Key, _ known: [String: Fact]) throws(Failure) {
    guard let fact = known[key.name] else {
      let numbers = known.filter { $0.value.number != nil }.keys.sorted()
      let nearest = nearestName(to: key.name, in: numbers)
      throw Failure(
        .badData,
        "\(key.place): no number is named '\(key.name)'; "
          + (nearest.map { "did you mean '\($0)'?" } ?? "render values lists them"))
    }
    guard fact.number != nil else {
      throw Failure(
        .badData, "\(key.place): expected a number, received '\(key.name)', which is \(fact.meaning)")
    }
  }
}

extension AssessedClaim.Measured {
  fileprivate init(_ condition: Claim.Condition, _ numbers: [String: Double], digits: Int) {
    func number(_ key: Claim.Key) -> Double { numbers[key.name] ?? .nan }
    func end(_ operand: Claim.Operand) -> Double {
      switch operand {
      case .number(let number): number
      case .value(let key): number(key)
      }
    }
    let value =
      switch condition.quantity {
      case .value(let key): number(key)
      case .ratio(let first, let second): number(first) / number(second)
      case .difference(let first, let second): number(first) - number(second)
      }
    let (margin, isStrict): (Double, Bool) =
      switch condition.bound {
      case .atMost(let most): (end(most) - value, false)
      case .atLeast(let least): (value - end(least), false)
      case .lessThan(let most): (end(most) - value, true)
      case .moreThan(let least): (value - end(least), true)
      case .between(let low, let high): (min(value - end(low), end(high) - value), false)
      }
    let size = condition.bound.operands.map { abs(end($0)) }.max() ?? 0
    self.init(
      condition: condition, value: value, margin: margin, holds: isStrict ? margin > 0 : margin >= 0,
      digits: digits, relativeMargin: size > 0 ? margin / size : margin)
  }

  /// What is no number is nearer than any.
  fileprivate func isNearerToFailing(than other: Self) -> Bool {
    relativeMargin.isNaN ? !other.relativeMargin.isNaN : relativeMargin < other.relativeMargin
  }
}

extension Claim.Condition {
  /// How many decimals show its quantity: as many as the numbers have, two for a ratio.
  fileprivate func digits(_ known: [String: Fact]) -> Int {
    if case .ratio = quantity { return 2 }
    return quantity.keys.compactMap { known[$0.name]?.digits }.max() ?? 0
  }
}

extension AssessedClaim.OverSeeds {
  /// `nil` where the claim cannot be told of any seed but the one that is shown.
  fileprivate init?(_ claim: Claim, decidedBy place: Int, _ seeds: SeedNumbers) {
    let keys = claim.conditions.flatMap(\.keys).map(\.name)
    guard let values = seeds.values(of: keys) else { return nil }
    let measured = values.map { numbers in
      claim.conditions.map { AssessedClaim.Measured($0, numbers, digits: 0) }
    }
    self.init(
      holding: measured.count { $0.allSatisfy(\.holds) }, count: measured.count,
      margins: Spread(of: measured.map { $0[place].margin }))
  }
}
