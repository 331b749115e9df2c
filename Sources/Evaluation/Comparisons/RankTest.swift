/// Whether a number from elsewhere could be one more of a set of numbers, such as a published accuracy one more of
/// those of many seeds: where it ranks among them.
///
///     let test = try RankTest(0.681, among: accuracies)
///     test.share  // how many of them reach it
///     test.p      // how odd its rank is
///
/// If the number were drawn as the others are, each of its n + 1 places among them would be as likely. With `a` of
/// the n at or above it and `b` at or below it, p = min(1, 2 (1 + min(a, b)) / (n + 1)). Numbers equal to it count
/// on both sides, so that ties make the test careful: its p is never too small. It assumes no shape of the law, and
/// never gets below 2 / (n + 1): it takes 39 numbers to find one odd at 5 %.
///
/// The p-value of a permutation test by so many draws; Phipson and Smyth 2010, doi:10.2202/1544-6115.1585.
public struct RankTest: Sendable, Equatable {
  /// How many numbers there are beside it.
  public let count: Int
  /// How many of them are at least as large.
  public let reaching: Int
  /// How many of them are at most as large.
  public let notExceeding: Int
  /// How likely a number drawn as the others would lie at least as far out, on either side.
  public let p: Double

  /// The share of the numbers that are at least as large.
  public var share: Double { Double(reaching) / Double(count) }

  /// The smallest p that so many numbers can give.
  public var smallestP: Double { Swift.min(1, 2 / Double(count + 1)) }

  /// - Parameters:
  ///   - number: the number from elsewhere.
  ///   - others: at least one.
  /// - Throws: `EvaluationError` where there are none.
  public init(_ number: Double, among others: [Double]) throws(EvaluationError) {
    guard !others.isEmpty else { throw .tooFewNumbers(received: 0, needed: 1) }
    count = others.count
    reaching = others.count { $0 >= number }
    notExceeding = others.count { $0 <= number }
    let fewer = Double(Swift.min(reaching, notExceeding))
    p = Swift.min(1, 2 * (1 + fewer) / Double(count + 1))
  }
}
