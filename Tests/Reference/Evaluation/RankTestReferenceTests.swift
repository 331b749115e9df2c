import Evaluation
import TestSupport
import Testing

/// The rank test against NumPy 2.4.6 by its definition: `a = np.sum(own >= x)`, `b = np.sum(own <= x)`,
/// `p = min(1, 2 * (1 + min(a, b)) / (len(own) + 1))`, on invented numbers with many ties.
@Suite struct RankTestReferenceTests {
  private let own = [
    0.68, 0.68, 0.68, 0.67, 0.67, 0.67, 0.68, 0.7, 0.67, 0.67, 0.69, 0.68, 0.68, 0.67, 0.68, 0.69, 0.66, 0.67,
    0.65, 0.66, 0.65, 0.68, 0.66, 0.68, 0.68, 0.68, 0.64, 0.67, 0.68, 0.68, 0.66, 0.67, 0.67, 0.67, 0.69,
    0.67, 0.68, 0.69, 0.67, 0.68, 0.68, 0.68, 0.66, 0.68, 0.7, 0.66, 0.69, 0.68, 0.67, 0.71,
  ]

  @Test(arguments: [
    (0.60, 50, 0, 0.0392156862745098), (0.65, 49, 3, 0.1568627450980392),
    (0.67, 41, 23, 0.9411764705882353), (0.68, 27, 42, 1.0), (0.685, 8, 42, 0.35294117647058826),
    (0.70, 3, 49, 0.1568627450980392), (0.72, 0, 50, 0.0392156862745098),
  ])
  func ranksAreNumPys(number: Double, reaching: Int, notExceeding: Int, p: Double) throws {
    let test = try RankTest(number, among: own)
    #expect(test.reaching == reaching)
    #expect(test.notExceeding == notExceeding)
    #expect(Conformance("intervals", "the rank test", .relative(1e-15)).agrees("\(number)", [test.p], [p]))
  }
}
