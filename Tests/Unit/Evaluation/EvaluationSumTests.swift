import Testing

@testable import Evaluation

@Suite("Sums are NumPy's to the last bit")
struct EvaluationSumTests {
  // NumPy 2.4.6: numpy.sum(numpy.full(n, 0.1)), numpy.sum(numpy.float32(numpy.arange(1, n + 1) / 7.0))
  @Test(
    "In order, in eight lanes, by halves",
    arguments: [
      (7, 0.7, 4.0), (8, 0.8, 5.142857074737549), (9, 0.9, 6.4285712242126465),
      (127, 12.7, 1161.142822265625), (128, 12.800000000000002, 1179.4285888671875),
      (129, 12.899999999999999, 1197.857177734375), (1000, 100.00000000000001, 71500),
      (1001, 100.10000000000002, 71643),
    ])
  func pairwise(count: Int, tenths: Double, sevenths: Float) {
    #expect(pairwiseSum([Double](repeating: 0.1, count: count)) == tenths)
    #expect(pairwiseSum((1...count).map { Float(Double($0) / 7) }) == sevenths)
  }

  @Test("Nothing sums to zero")
  func empty() {
    #expect(pairwiseSum([Double]()) == 0)
  }

  @Test(
    "Averages leave out what is not a number, and weights that are all zero",
    arguments: [
      ([1, 2, 6], nil, 3), ([1, .nan, 6], nil, 3.5), ([1, .nan, 6], [3, 5, 1], 2.25),
      ([1, .nan, 6], [0, 5, 0], 3.5), ([.nan, .nan], nil, .nan), ([.nan], [1], .nan),
    ] as [([Double], [Double]?, Double)])
  func averages(values: [Double], weights: [Double]?, expected: Double) {
    let ours = averageOfDefined(values, weights: weights)
    #expect(ours == expected || (ours.isNaN && expected.isNaN), "\(ours)")
  }
}
