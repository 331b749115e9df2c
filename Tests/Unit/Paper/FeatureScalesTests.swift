import Testing
import TrackData

@testable import Paper

/// Features whose scales lie orders of magnitude apart.
@Suite struct FeatureScalesTests {
  private func found(_ csv: String) throws -> FeatureScales? {
    let table = try DataTable(csv: Array(csv.utf8), file: "t.csv")
    let dataset = try Dataset(table: table, target: "target", classes: ["no", "yes"], dropping: [])
    return FeatureScales(of: dataset, rows: Array(0..<dataset.rowCount))
  }

  @Test func theWidestAndTheNarrowestAreNamed() throws {
    let scales = try #require(
      try found("energy,still,duration,target\n0.1,7,100000,0\n0.2,7,200000,1\n0.3,7,300000,0\n"))
    #expect(scales.widest == .init(feature: "duration", deviation: 100_000))
    #expect(scales.narrowest.feature == "energy")
    #expect(scales.areFarApart)
    let near = try #require(try found("a,b,target\n1,10,0\n2,100,1\n3,35,0\n"))
    #expect(!near.areFarApart)
    #expect(try found("a,b,target\n1,5,0\n2,5,1\n") == nil)
  }

  @Test(arguments: [
    (586.123, 3, "586"), (0.002631, 3, "0.00263"), (221_870, 2, "220000"), (1, 3, "1.00"),
    (99_960, 2, "100000"),
  ])
  func numbersOfSentencesHaveNoExponent(number: Double, significant: Int, text: String) {
    #expect(PlainDigits.text(number, significant: significant) == text)
  }
}
