import Evaluation
import Testing

@testable import Paper

@Suite struct OffersTests {
  private let predictions = Predictions(
    parts: [.test, .train, .test, .test, .validation, .test], target: [1, 1, 0, 1, 0, 0],
    probability: [0.95, 0.99, 0.75, 0.5, 0.1, 0.25])

  @Test func onlyTestRowsAreOffered() throws {
    let offers = try #require(Offers(predictions))
    #expect(offers.above.map(\.limit) == [0.5, 0.6, 0.7, 0.8, 0.9])
    // One half is not above one half, as in the classes.
    #expect(offers.above.map(\.cutoff.offered) == [2, 2, 2, 1, 1])
    #expect(offers.above.map(\.cutoff.right) == [1, 1, 1, 1, 1])
    #expect(offers.above[0].cutoff.missed == 1)
    #expect(offers.top.map(\.cutoff.offered) == [1, 1, 1, 2, 2])
    #expect(offers.told?.cutoff.precision == 1)
    #expect(offers.above[0].cutoff.precisionInterval == .wilson(1, of: 2))
  }

  @Test func withoutTestRowsNothingIsOffered() {
    #expect(Offers(Predictions(parts: [.train], target: [1], probability: [0.5])) == nil)
  }
}
