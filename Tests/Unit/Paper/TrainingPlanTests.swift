import TestSupport
import Testing
import TrackData

@testable import Paper

/// What data cannot bear is found before anything is trained, told once, and costs nothing else.
@Suite struct TrainingPlanTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Studies that group by a column, drop others and cut folds.
  private static let yaml =
    SmallExperiment.yaml(csv: "table.csv").replacing(#/drop: .*/#, with: "drop: [artist, key]") + """

      baselines: [majority, logistic]

      """ + studies

  private static let studies = """
    studies:
      seeds: 0-2
      variants:
        - {name: apart, title: Apart, split: {group: artist}}
        - {name: keyed, title: With the key, drop: [artist]}
      splits:
        - {name: by-artist, title: By artist, split: {group: artist}}
        - {name: folded, title: Nine folds, split: {stratify: true, folds: 9}}
    """

  private func plan(
    _ csv: String, yaml: String = yaml, trainsStudies: Bool = true, isStrict: Bool = false
  ) throws -> TrainingPlan {
    try folder.write(csv, to: "table.csv")
    let experiment = try Experiment(readingFrom: try folder.write(yaml, to: "x.yaml"))
    return try TrainingPlan(
      experiment, source: TrackSource(for: experiment, data: nil), trainsStudies: trainsStudies,
      isStrict: isStrict)
  }

  private static let whole = InventedTable.csv(
    rows: 40, others: [("artist", { "artist \($0 / 2 % 8)" }), ("key", { "\($0 % 12)" })])

  @Test func nothingIsLeftOutOfDataThatBearAll() throws {
    let plan = try plan(Self.whole)
    #expect(plan.warnings.isEmpty)
    let studies = try #require(plan.studies)
    #expect(studies.leftOut.isEmpty)
    #expect(
      studies.arms.map(\.name) == [
        "small", "apart", "keyed", "by-artist", "folded", "small.majority", "small.logistic",
        "by-artist.majority", "by-artist.logistic", "folded.majority", "folded.logistic",
      ])
    #expect(plan.baselines == [.majority, .logistic])
  }

  @Test func aColumnThatThereIsNotLeavesOutAllArmsThatGroupByIt() throws {
    let plan = try plan(InventedTable.csv(rows: 40, others: [("key", { "\($0 % 12)" })]))
    #expect(plan.studies?.leftOut.map(\.name) == ["apart", "by-artist"])
    #expect(plan.studies?.arms.contains { $0.name.hasPrefix("by-artist") } == false)
    #expect(plan.studies?.arms.contains { $0.name == "folded.logistic" } == true)
    #expect(plan.warnings.count == 2)
    #expect(plan.warnings[0].hasSuffix("x.yaml:7:9: data.drop: table.csv has no column 'artist' to drop"))
    #expect(
      plan.warnings[1].hasSuffix(
        "x.yaml:27:7: 'apart' and 'by-artist' (line 30) are left out: expected a column of table.csv to group rows "
          + "by, received 'artist'; the columns are loudness, energy, valence, target, key"),
      "\(plan.warnings)")
    #expect(
      plan.studies?.leftOut[0].reason == "expected a column of table.csv to group rows by, received 'artist'")
  }

  @Test func anEmptyCellOfAGroupAndAWordInAColumnThatAVariantTakesInAreNamed() throws {
    let plan = try plan(
      InventedTable.csv(
        rows: 40,
        others: [
          ("artist", { $0 == 6 ? "" : "artist \($0 / 2 % 8)" }), ("key", { $0 == 3 ? "flat" : "\($0 % 12)" }),
        ]))
    #expect(plan.studies?.leftOut.map(\.name) == ["apart", "keyed", "by-artist"])
    #expect(
      plan.studies?.leftOut.map(\.reason).prefix(2) == [
        "table.csv:8:19: expected a group in column 'artist', received an empty cell",
        "table.csv:5:26: expected a number in column 'key', received 'flat'",
      ], "\(plan.studies?.leftOut ?? [])")
    #expect(plan.warnings.count == 2)
  }

  @Test func oneArtistIsTooFewGroupsAndRareClassesTooFewForFolds() throws {
    let plan = try plan(
      InventedTable.csv(
        rows: 40, positives: 4, others: [("artist", { _ in "one" }), ("key", { "\($0 % 12)" })]))
    let reasons = plan.studies?.leftOut.map { "\($0.name): \($0.reason)" } ?? []
    #expect(reasons.count >= 3, "\(reasons)")
    #expect(reasons[0].hasPrefix("apart: "), "\(reasons)")
    #expect(plan.warnings.count == Set(plan.studies?.leftOut.map(\.reason) ?? []).count, "\(plan.warnings)")
  }

  @Test func studiesThatAreNotTrainedAreNotLookedAt() throws {
    let plan = try plan(InventedTable.csv(rows: 40), trainsStudies: false)
    #expect(plan.studies == nil)
    #expect(plan.warnings.count == 1)
    #expect(plan.warnings[0].hasSuffix("table.csv has no columns 'artist' and 'key' to drop"))
  }

  @Test func strictnessMakesItAnError() throws {
    let csv = InventedTable.csv(rows: 40, others: [("key", { "\($0 % 12)" })])
    let failure = #expect(throws: Failure.self) { try plan(csv, isStrict: true) }
    #expect(failure?.status == .badData)
    #expect(failure?.message.contains("so --strict trains nothing\n  ") == true, "\(failure as Any)")
    #expect(try plan(Self.whole, isStrict: true).warnings.isEmpty)
  }

  @Test func logisticRegressionIsLeftOutWhereOneClassTrains() throws {
    // Not shuffled: the two rows of class 1 are the last, which test.
    let rows = (0..<20).map { "\(Double($0 % 7)),\(Double($0 % 3)),\($0 >= 18 ? 1 : 0)\n" }
    let plan = try plan(
      "loudness,energy,target\n" + rows.joined(),
      yaml: Self.yaml.replacing(Self.studies, with: "").replacing(
        "{test: 0.25, seed: 0}", with: "{test: 0.25, shuffle: false}"),
      trainsStudies: false)
    #expect(plan.baselines == [.majority])
    #expect(
      plan.baselinesLeftOut == [
        .init(name: .logistic, reason: "expected training rows of both classes, received one")
      ])
    #expect(
      plan.warnings.last?.contains(
        "x.yaml:23:23: the baseline 'logistic' is left out: expected training rows")
        == true, "\(plan.warnings)")
  }

  @Test func whatIsPublishedIsTiedToTheData() throws {
    let published = "\npublished: {test: 0.7}\n"
    #expect(try plan(Self.whole, yaml: Self.yaml + published).note == nil)
    func tied(_ digest: String) -> String {
      Self.yaml.replacing("data:\n", with: "data:\n  sha256: \(digest)\n") + published
    }
    let own = Fingerprint(of: Self.whole).description
    #expect(try plan(Self.whole, yaml: tied(own)).note == nil)
    let other = try plan(Self.whole, yaml: tied(String(repeating: "0", count: 64))).note
    #expect(
      other?.hasSuffix(
        "x.yaml:4:11: data.sha256: the experiment's words, and what is published and claimed, are about other data "
          + "than table.csv: the report goes without them; leave out data.sha256 to keep them") == true,
      "\(other ?? "")")
  }

  @Test func placesAreNoPartOfAnExperiment() throws {
    let yaml = SmallExperiment.yaml()
    let (one, other) = (
      try Experiment(yaml: yaml, file: "a.yaml"), try Experiment(yaml: "\n\n" + yaml, file: "b.yaml")
    )
    #expect(one == other)
    #expect(one.places["data.drop"] == "a.yaml:7:9" && other.places["data.drop"] == "b.yaml:9:9")
    let json = try JSON.encode(one)
    #expect(!json.contains("places"))
    #expect(try JSON.decode(Experiment.self, from: Array(json.utf8), file: "x") == one)
  }
}
