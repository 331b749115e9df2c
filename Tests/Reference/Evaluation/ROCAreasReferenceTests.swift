import Evaluation
import TestSupport
import Testing

@Suite("DeLong's intervals and tests are pROC's")
struct ROCAreasReferenceTests {
  struct Case: Decodable {
    let truth: [Int]
    let first: [Double]
    let second: [Double]
    let areas: [Double]
    let variances: [Double]
    let covariance: Double
    let low: Double
    let high: Double
    let p: Double
  }

  @Test("Areas, variances, intervals and the paired test")
  func areas() throws {
    let cases = try decodeFromBundle([Case].self, from: "intervals/areas.json")
    #expect(cases.count == 7)
    // R writes 15 digits.
    let near = Conformance("intervals", "DeLong's areas, variances and intervals", .absolute(1e-14))
    let nearly = Conformance("intervals", "p-values of DeLong's paired test", .relative(1e-12))
    for (number, one) in cases.enumerated() {
      let areas = try ROCAreas(truth: one.truth.map { $0 == 1 }, scores: [one.first, one.second])
      #expect(near.agrees("areas \(number)", areas.areas, one.areas))
      #expect(near.agrees("variances \(number)", (0..<2).map { areas.covariance[$0][$0] }, one.variances))
      #expect(near.agrees("covariance \(number)", areas.covariance[0][1], one.covariance))
      let interval = try #require(areas.interval(of: 0))
      #expect(near.agrees("interval \(number)", [interval.low, interval.high], [one.low, one.high]))
      #expect(nearly.agrees("p \(number)", areas.difference(from: 0, to: 1).p, one.p))
    }
  }
}
