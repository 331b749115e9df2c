import Evaluation
import TestSupport
import Testing

@Suite("Tests over repeated splits are Nadeau and Bengio's, by SciPy's t")
struct ResampledReferenceTests {
  struct Numbers: Decodable {
    struct Result: Decodable {
      let difference: Double
      let standardError: Double
      let degreesOfFreedom: Double
      let low: Double
      let high: Double
      let p: Double
    }
    struct Paired: Decodable {
      let scores: [Double]
      let ratio: Double
    }
    struct Apart: Decodable {
      let first: [Double]
      let second: [Double]
      let ratio: Double
    }

    let paired: [Paired]
    let apart: [Apart]
  }

  struct Results: Decodable {
    let paired: [Numbers.Result]
    let apart: [Numbers.Result]
  }

  let numbers: Numbers
  let results: Results
  // Means of a hundred numbers of one sign or nearly 0, of which p takes a difference: a few of sixteen digits go.
  let near = Conformance("intervals", "corrected resampled t tests", .relative(1e-11))

  init() throws {
    numbers = try decodeFromBundle(Numbers.self, from: "resampled/resampled.json")
    results = try decodeFromBundle(Results.self, from: "resampled/resampled.json")
  }

  private func compare(_ test: ResampledTest, _ result: Numbers.Result, _ name: String) {
    let interval = test.difference.interval
    #expect(
      near.agrees(
        name, [test.difference.value, test.standardError, test.degreesOfFreedom, test.p],
        [result.difference, result.standardError, result.degreesOfFreedom, result.p]))
    #expect(near.agrees(name, [interval.low, interval.high], [result.low, result.high]))
  }

  @Test func onTheSameSplits() throws {
    for (one, result) in zip(numbers.paired, results.paired) {
      let mean = try ResampledMean(one.scores, testRatio: one.ratio)
      compare(ResampledTest(mean), result, "paired \(one.scores.count) \(one.ratio)")
      #expect(mean.estimate() == ResampledTest(mean).difference)
    }
  }

  @Test func onSplitsOfTheirOwn() throws {
    for (one, result) in zip(numbers.apart, results.apart) {
      let test = ResampledTest(
        first: try ResampledMean(one.first, testRatio: one.ratio),
        second: try ResampledMean(one.second, testRatio: one.ratio / 2))
      compare(test, result, "apart \(one.first.count) \(one.ratio)")
    }
  }
}
