import TestSupport
import Testing
import TrackData

@testable import Paper

/// How many of the real test tracks share an artist with training, as the paper split them and with `group: artist`.
///
/// The numbers were counted by scikit-learn 1.9.1 and NumPy 2.4.6: `train_test_split`, `GroupShuffleSplit` and
/// `StratifiedGroupKFold` with random_state 0, and `numpy.isin` of the artists.
@Suite struct ArtistSplitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let split: String
    let test: Int
    let testGroups: Int?
    let shared: Int
    var testDescription: String { split }
  }

  @Test(
    .enabled(if: RealData.isGiven, Comment(rawValue: RealData.reason)),
    arguments: [
      Case(split: "{test: 0.25, seed: 0}", test: 505, testGroups: nil, shared: 233),
      Case(split: "{test: 0.25, seed: 0, group: artist}", test: 499, testGroups: 336, shared: 0),
      Case(
        split: "{test: 0.25, seed: 0, group: artist, stratify: true}", test: 504, testGroups: nil, shared: 0),
    ])
  func `real test tracks that share an artist with training`(_ expected: Case) throws {
    let experiment = try Experiment(
      yaml: SmallExperiment.yaml().replacing("{test: 0.25, seed: 0}", with: expected.split), file: "x.yaml")
    let trainer = try Trainer(experiment, source: TrackSource(for: experiment, data: RealData.path))
    let split = RunRecord.Split(of: trainer.parts(for: experiment.firstRun.training), trainer.grouping)
    let groups = try #require(split.groups)
    let same = Conformance(
      "splits_grouped", "real tracks that share an artist with training", .exact, .besideTheCSV)
    #expect(same.agrees("test rows \(expected.split)", split.test == expected.test))
    #expect(same.agrees("shared \(expected.split)", groups.sharedTestRows == expected.shared))
    if let testGroups = expected.testGroups {
      #expect(same.agrees("artists \(expected.split)", groups.test == testGroups))
    }
    // Those that validate are no more known than those that test.
    if experiment.split.group != nil { #expect(groups.sharedValidationRows == 0) }
    #expect(split.train + split.validation + split.test == 2017)
  }
}
