import Evaluation
import Testing

@testable import Paper

/// What may be said of two runs, by what there is to say it on.
@Suite struct RunVerdictTests {
  /// Test tracks of which some were called rightly, those first.
  private func tracks(_ right: Int, of count: Int) -> [Bool] { (0..<count).map { $0 < right } }

  private let low = [0.66, 0.67, 0.68, 0.67, 0.66]
  private let high = [0.71, 0.72, 0.73, 0.72, 0.71]

  @Test func ofTheSameThereIsNothingToSay() {
    let run = TestedRun(isRight: tracks(7, of: 10))
    let verdict = RunVerdict(run, run, areSameTracks: true)
    #expect(verdict.ground == .same)
    #expect(verdict.outcome == .undecided)
    #expect(verdict.words == "Both networks call every test row alike.")
  }

  @Test func theSameCallsOnOtherTracksAreNotTheSame() {
    let run = TestedRun(isRight: tracks(7, of: 10))
    #expect(RunVerdict(run, run, areSameTracks: false).ground == .otherTracks)
  }

  @Test func seedsOnTheSameTracksAreComparedByWelch() {
    let a = TestedRun(isRight: tracks(67, of: 100), seeds: low)
    let b = TestedRun(isRight: tracks(72, of: 100), seeds: high)
    let verdict = RunVerdict(a, b, areSameTracks: true)
    #expect(verdict.ground == .seeds)
    #expect(verdict.outcome == .better)
    #expect(RunVerdict(b, a, areSameTracks: true).outcome == .worse)
    // scipy.stats.ttest_ind(high, low, equal_var=False): 95 % 0.0378 to 0.0622, p 1.3e-05.
    #expect(
      verdict.words
        == "5 seeds each, on the same 100 test rows: A is right for 66.8 % and B for 71.8 %. "
        + "B less A is 5.0 points (95 %: 3.8 to 6.2; Welch, p < 0.001): B is better. "
        + "This is of these rows: others may tell otherwise.")
  }

  @Test func seedsThatLieAmongEachOtherAreNotToldApart() {
    let a = TestedRun(isRight: tracks(67, of: 100), seeds: [0.60, 0.70, 0.65])
    let b = TestedRun(isRight: tracks(66, of: 100), seeds: [0.61, 0.69, 0.68])
    let verdict = RunVerdict(a, b, areSameTracks: true)
    #expect(verdict.outcome == .undecided)
    #expect(verdict.words.contains("): they cannot be told apart. "))
  }

  /// Five points over seeds are sure, but 100 other tracks alone move an accuracy by nine.
  @Test func seedsOnOtherTracksShowNothingThatTheTracksCouldHaveMade() {
    let few = RunVerdict(
      TestedRun(isRight: tracks(67, of: 100), seeds: low),
      TestedRun(isRight: tracks(72, of: 100), seeds: high),
      areSameTracks: false)
    #expect(few.ground == .seedsOnOtherTracks)
    #expect(few.outcome == .undecided)
    #expect(few.words.hasSuffix("(Wilson, 95 %), so that which is better cannot be told."))
    let many = RunVerdict(
      TestedRun(isRight: tracks(67_000, of: 100_000), seeds: low),
      TestedRun(isRight: tracks(72_000, of: 100_000), seeds: high), areSameTracks: false)
    #expect(many.outcome == .better)
    #expect(many.words.hasSuffix("(Wilson, 95 %): even so, B is better."))
  }

  @Test func oneSeedEachIsOfTheNetworksAlone() {
    // Only A is right for 2 tracks, only B for 20: exact p = 2 · (1 + 22 + 231) / 2²² = 0.00012.
    let a = TestedRun(isRight: (0..<100).map { $0 < 50 || $0 >= 98 })
    let b = TestedRun(isRight: (0..<100).map { $0 < 70 })
    let verdict = RunVerdict(a, b, areSameTracks: true)
    #expect(verdict.ground == .tracks)
    #expect(verdict.outcome == .better)
    #expect(verdict.calls == .init(bothRight: 50, onlyARight: 2, onlyBRight: 20, bothWrong: 28))
    // Some roundings of the binomial law.
    #expect(abs((verdict.p ?? .nan) - 508.0 / 4_194_304) < 1e-18)
    #expect(
      verdict.words.hasPrefix(
        "One seed each, on the same 100 test rows: A is right for 52.0 % and B for 70.0 %, only A for 2 of them "
          + "and only B for 20. B less A is 18.0 points ("))
    #expect(
      verdict.words.hasSuffix(
        "exact McNemar, p < 0.001): B is better. This is of two networks: what the settings do takes several seeds "
          + "of each."))
  }

  @Test func seedsOnOneSideOnlyAreNone() {
    let a = TestedRun(isRight: tracks(60, of: 100), seeds: low)
    let b = TestedRun(isRight: tracks(61, of: 100))
    let verdict = RunVerdict(a, b, areSameTracks: true)
    #expect(verdict.ground == .tracks)
    #expect(verdict.words.hasPrefix("One seed of B, though 5 of A, on the same 100 test rows: "))
  }

  @Test func oneSeedEachOnOtherTracksTellsNothingHoweverFarApart() {
    let verdict = RunVerdict(
      TestedRun(isRight: tracks(10, of: 100)), TestedRun(isRight: tracks(90, of: 100)), areSameTracks: false)
    #expect(verdict.ground == .otherTracks)
    #expect(verdict.outcome == .undecided)
    // statsmodels' proportion_confint(10, 100, method="wilson"): 0.0552 to 0.1744.
    #expect(
      verdict.words
        == "One seed each, on other test rows: A is right for 10.0 % (5.5 to 17.4) and B for 90.0 % (82.6 to 94.5; "
        + "Wilson, 95 %). Which is better cannot be told.")
  }

  @Test func oneSeedInASeedsFileIsNoSpread() {
    #expect(TestedRun(isRight: [true], seeds: [0.7]).seeds.isEmpty)
  }

  @Test(arguments: [
    (0.00004, "p < 0.001"), (0.0012, "p = 0.001"), (0.034, "p = 0.034"), (0.5, "p = 0.500"), (1, "p = 1.000"),
  ])
  func aPValueIsToldShortly(p: Double, words: String) { #expect(RunVerdict.pValue(p) == words) }

  @Test(arguments: [(0.019, "1.9"), (-0.0004, "0.0"), (-0.024, "\u{2212}2.4")])
  func aShareIsToldInPercent(share: Double, words: String) { #expect(RunVerdict.percent(share) == words) }
}
