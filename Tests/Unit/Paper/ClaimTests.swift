import TestSupport
import Testing
import TrackData

@testable import Paper

@Suite struct ClaimTests {
  private static func facts(_ numbers: [(String, Double)]) -> [Fact] {
    numbers.map { Fact($0, .number($1, digits: 2), "a number") }
  }

  /// Of no run, so that nothing is assessed but everything measured.
  private static func measured(_ conditions: String) throws -> AssessedClaim.Measured {
    let yaml = "- claim: So it is.\n  expect: holds\n  conditions: [\(conditions)]\n"
    let claims = try Claim.parse(yaml, file: "x.yaml")
    let facts = facts([("a", 6), ("b", 3), ("none", .nan)])
    return try #require(try AssessedClaim.assess(claims, with: facts, of: []).first).decisive
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let condition: String
    let holds: Bool
    let value: Double
    let margin: Double
    var testDescription: String { condition }
  }

  @Test(arguments: [
    Case(condition: "{value: a, at_most: 6}", holds: true, value: 6, margin: 0),
    Case(condition: "{value: a, less_than: 6}", holds: false, value: 6, margin: 0),
    Case(condition: "{value: a, at_most: 5.5}", holds: false, value: 6, margin: -0.5),
    Case(condition: "{value: a, at_least: 6}", holds: true, value: 6, margin: 0),
    Case(condition: "{value: a, more_than: 6}", holds: false, value: 6, margin: 0),
    Case(condition: "{value: a, more_than: -2}", holds: true, value: 6, margin: 8),
    Case(condition: "{value: a, between: [5, 8]}", holds: true, value: 6, margin: 1),
    Case(condition: "{value: a, between: [6, 6]}", holds: true, value: 6, margin: 0),
    Case(condition: "{value: a, between: [7, 8]}", holds: false, value: 6, margin: -1),
    Case(condition: "{value: b, less_than: a}", holds: true, value: 3, margin: 3),
    Case(condition: "{value: a, between: [b, 7]}", holds: true, value: 6, margin: 1),
    Case(condition: "{ratio: [a, b], between: [1.5, 2.25]}", holds: true, value: 2, margin: 0.25),
    Case(condition: "{difference: [b, a], at_least: -4}", holds: true, value: -3, margin: 1),
  ])
  func aConditionHoldsOnItsSideOfTheBound(_ test: Case) throws {
    let measured = try Self.measured(test.condition)
    #expect(measured.holds == test.holds)
    #expect(measured.value == test.value)
    #expect(measured.margin == test.margin)
  }

  @Test func whatIsNoNumberHoldsNowhere() throws {
    for bound in ["at_most: 1", "at_least: 1", "between: [0, 1]"] {
      let measured = try Self.measured("{value: none, \(bound)}")
      #expect(!measured.holds && measured.margin.isNaN)
    }
  }

  @Test func ofSeveralConditionsTheOneNearestToFailingDecides() throws {
    // By its margin in sizes of the bound: 0.1 of 6.1 is nearer than 0.1 of 2.9.
    let near = try Self.measured("{value: b, at_least: 2.9}, {value: a, at_most: 6.1}")
    #expect(near.condition.description == "a at most 6.1")
    let failing = try Self.measured("{value: a, at_most: 6.1}, {value: b, at_least: 100}")
    #expect(failing.condition.description == "b at least 100" && !failing.holds)
    let none = try Self.measured("{value: a, at_most: 1}, {value: none, at_most: 1}")
    #expect(none.condition.description == "none at most 1")
  }

  /// A small experiment, of which each seed is known, with claims.
  private func report(seed: UInt64 = 0, csv: [UInt8] = UnmarkedTracks.csv, claims: String) throws -> Report {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "tracks.csv")
    try folder.write(claims, to: "claims.yaml")
    let yaml = SmallExperiment.yaml() + "\nclaims: claims.yaml\n"
    var experiment = try Experiment(readingFrom: try folder.write(yaml, to: "small.yaml"))
    experiment.setTrainingSeed(seed)
    let source = try TrackSource(for: experiment, data: nil)
    let (paths, program) = (Paths(output: folder.path + "/output"), Fingerprint(of: "a test"))
    var training = TrainingStage(experiment, source: source, paths: paths, program: program)
    try training.run()
    let list = try #require(SeedList("0-5"))
    var seeds = SeedStage(experiment, source: source, seeds: list, jobs: 2, paths: paths, program: program)
    try seeds.run()
    return try Report(readingFrom: paths)
  }

  private static let claims = """
    - claim: Most tracks are told rightly.
      expect: fails
      conditions: [{value: small.test.accuracy, more_than: 0.5}, {value: small.epochs, at_most: 6}]
    - claim: The longer fit is no worse.
      expect: holds
      conditions: [{difference: [longer.test.accuracy, small.test.accuracy], at_least: 0}]
    - claim: There are tracks.
      expect: holds
      conditions: [{value: data.rows, more_than: 0}]
    """

  @Test func everySeedIsHeldAgainstTheClaim() throws {
    let report = try report(claims: Self.claims)
    let accuracies = try #require(report.runs[0].folder.seeds).accuracies(on: .test)
    let claim = report.claims[0]
    let test = try #require(report.runs[0].splits.first { $0.rows == .test })
    #expect((claim.shown == .holds) == (test.confusion.accuracy > 0.5))
    #expect((claim.found == .holds) == (2 * accuracies.count { $0 > 0.5 } >= 6))
    #expect(claim.isSurprising == (claim.found == .holds))
    let seeds = try #require(claim.seeds)
    #expect(seeds.count == 6)
    #expect(seeds.holding == accuracies.count { $0 > 0.5 })
    if claim.decisive.condition.description == "small.test.accuracy more than 0.5" {
      #expect(seeds.margins == Spread(of: accuracies.map { $0 - 0.5 }))
    }
    // Of two runs seed by seed.
    let longer = try #require(report.runs[1].folder.seeds).accuracies(on: .test)
    #expect(report.claims[1].seeds?.holding == zip(accuracies, longer).count { $0 <= $1 })
    // What no seed changes is told of none.
    #expect(report.claims[2].seeds == nil)
    #expect(report.claims[2].found == .holds)
  }

  /// The numbers of a seed are those of the report that shows this seed.
  @Test func aSeedsNumbersAreThoseOfItsOwnRun() throws {
    let report = try report(claims: "[]")
    let other = try self.report(seed: 4, claims: "[]")
    let seeds = try SeedNumbers(of: report.runs, facts: report.numbers.facts)
    let own = other.numbers.facts.filter {
      $0.key.hasPrefix("small.test.") || ["small.epochs", "small.best_epoch"].contains($0.key)
        || $0.key.hasPrefix("small.train.") || $0.key.hasPrefix("small.overall.")
    }.filter { $0.key.hasPrefix("small.") }
    #expect(own.count > 30)
    for fact in own where fact.number != nil {
      guard let values = seeds.values(of: [fact.key]) else { continue }
      // A number that is 0/0 is one for both.
      let (ours, theirs) = (values[4][fact.key] ?? 0, fact.number ?? 0)
      #expect(ours == theirs || (ours.isNaN && theirs.isNaN), "\(fact.key): \(ours), \(theirs)")
    }
  }

  @Test func onInventedTracksNothingIsAssessed() throws {
    let report = try report(csv: Sample.csv(), claims: Self.claims)
    #expect(report.claims.allSatisfy { $0.found == nil && $0.seeds == nil && !$0.isSurprising })
    let table = try #require(report.tables.named.first { $0.name == "claims" })
    #expect(table.table.csv.contains("Most tracks are told rightly.,fails,not assessed,synthetic sample\n"))
  }
}
