import Foundation
import TestSupport
import Testing
import TrackData

@testable import Paper

/// What an experiment says of its split, and what the trainer makes of it.
@Suite struct SplitSettingsTests {
  private func experiment(split: String) throws -> Experiment {
    try Experiment(
      yaml: SmallExperiment.yaml(csv: nil).replacing("{test: 0.25, seed: 0}", with: split), file: "x.yaml")
  }

  private func trainer(split: String, plan: SplitPlan? = nil) throws -> Trainer {
    let experiment = try experiment(split: split)
    return try Trainer(experiment, source: TrackSource(for: experiment, data: nil), plan: plan)
  }

  private let artists: [Int]
  private let target: [Int]

  init() throws {
    let table = try DataTable(csv: Sample.csv(), file: "sample")
    artists = try table.groups(in: "artist")
    target = try table.numbers(in: "target").map { Int($0) }
  }

  private func rows(_ part: Predictions.Part, _ trainer: Trainer) -> [Int] {
    let parts = trainer.parts(for: trainer.experiment.firstRun.training)
    return parts.indices.filter { parts[$0] == part }
  }

  private func areApart(_ one: [Int], _ other: [Int]) -> Bool {
    Set(one.map { artists[$0] }).isDisjoint(with: other.map { artists[$0] })
  }

  @Test func whatASplitLeavesOut() throws {
    #expect(try experiment(split: "{test: 0.3}").split.group == nil)
    #expect(try experiment(split: "{test: 0.3}").split.validation == .tail)
    #expect(try experiment(split: "{group: null}").split.validation == .tail)
    // With a group the validation is drawn, unless it says so itself.
    #expect(try experiment(split: "{group: artist}").split.validation == .drawn)
    #expect(try experiment(split: "{group: artist, validation: drawn}").split.group == "artist")
    #expect(try experiment(split: "{validation: drawn}").split.validation == .drawn)
  }

  @Test func aSplitOverAnotherKeepsWhatItDoesNotSay() throws {
    let base = try experiment(split: "{test: 0.3, seed: 5, group: artist}").split
    func over(_ yaml: String) throws -> Experiment.Split {
      try Experiment.Split(YAMLValue.parse(yaml, file: "x.yaml"), over: base, target: "target")
    }
    var expected = base
    expected.stratify = true
    #expect(try over("{stratify: true}") == expected)
    expected = base
    (expected.group, expected.validation) = (nil, .tail)
    #expect(try over("{group: null}") == expected)
  }

  @Test func runFoldersOfBeforeThereWereGroupsAreRead() throws {
    let old = #"{"test":{"fraction":{"_0":0.25}},"seed":0,"shuffle":true,"stratify":false}"#
    #expect(try JSON.decode(Experiment.Split.self, text: old) == .standard)
    let split = try experiment(split: "{group: artist, stratify: true}").split
    #expect(try JSON.decode(Experiment.Split.self, text: JSON.encodeLine(split)) == split)
  }

  @Test(arguments: [
    "{group: artist}", "{group: artist, stratify: true}", "{test: 300, group: artist, seed: 9}",
  ])
  func noArtistIsInTwoParts(_ split: String) throws {
    let trainer = try trainer(split: split)
    let (fitted, validation, test) = (rows(.train, trainer), rows(.validation, trainer), rows(.test, trainer))
    #expect(areApart(fitted, test) && areApart(validation, test) && areApart(fitted, validation))
    #expect(fitted.count + validation.count + test.count == artists.count)
    #expect(!fitted.isEmpty && !validation.isEmpty && !test.isEmpty)
    let record = RunRecord.Split(
      of: trainer.parts(for: trainer.experiment.firstRun.training), trainer.grouping)
    let groups = try #require(record.groups)
    #expect(groups.column == "artist")
    #expect(groups.sharedTestRows == 0 && groups.sharedValidationRows == 0)
    #expect(groups.train == Set(fitted.map { artists[$0] }).count)
    #expect(groups.validation == Set(validation.map { artists[$0] }).count)
    #expect(groups.test == Set(test.map { artists[$0] }).count)
    #expect(groups.train + groups.validation + groups.test == Set(artists).count)
  }

  @Test func sizesAreSharesOfTheGroupsOrTheNearestFold() throws {
    let count = Set(artists).count
    let grouped = try trainer(split: "{test: 0.25, group: artist}")
    #expect(
      Set(rows(.test, grouped).map { artists[$0] }).count == Int((0.25 * Double(count)).rounded(.up)))
    // Folds may differ by the songs of an artist; those of the sample have at most a few dozen.
    let both = try trainer(split: "{test: 0.25, group: artist, stratify: true}")
    let share = Double(rows(.test, both).count) / Double(artists.count)
    #expect(abs(share - 0.25) < 0.01)
    // A group of one class keeps its classes: the proportions can only be near.
    let liked = Double(rows(.test, both).count { target[$0] == 1 }) / Double(rows(.test, both).count)
    #expect(abs(liked - Double(target.count { $0 == 1 }) / Double(target.count)) < 0.01)
  }

  @Test func withoutAGroupItIsToldHowManyTestRowsShareAnArtist() throws {
    let trainer = try trainer(split: "{test: 0.25, seed: 0}")
    let record = RunRecord.Split(
      of: trainer.parts(for: trainer.experiment.firstRun.training), trainer.grouping)
    let known = Set(trainer.split.train.map { artists[$0] })
    #expect(record.groups?.sharedTestRows == trainer.split.test.count { known.contains(artists[$0]) })
    #expect(record.groups?.sharedTestRows ?? 0 > 100)
  }

  @Test func whatIsDrawnToValidateIsTheSplitOfTheTrainingRows() throws {
    let trainer = try trainer(split: "{test: 0.25, seed: 4, stratify: true, validation: drawn}")
    let train = trainer.split.train
    // As a user of scikit-learn does it: `train_test_split` once more.
    let inner = try TrainTestSplit(
      rowCount: train.count, testSize: .fraction(0.2), seed: 4, stratify: train.map { target[$0] })
    #expect(rows(.validation, trainer) == inner.test.map { train[$0] }.sorted())
    #expect(rows(.train, trainer) == inner.train.map { train[$0] }.sorted())
    #expect(rows(.validation, trainer) != Array(train.suffix(inner.test.count)).sorted())
  }

  @Test func theTailValidatesAsInKeras() throws {
    let trainer = try trainer(split: "{test: 0.25, seed: 0}")
    let train = trainer.split.train
    let fitted = Int(Double(train.count) * (1 - 0.2))
    #expect(rows(.validation, trainer) == train[fitted...].sorted())
  }

  @Test func nothingIsDrawnWhereNothingValidates() throws {
    var experiment = try experiment(split: "{group: artist}")
    for index in experiment.runs.indices {
      experiment.runs[index].training.validationSplit = 0
      experiment.runs[index].training.earlyStopping = nil
    }
    let trainer = try Trainer(experiment, source: TrackSource(for: experiment, data: nil))
    #expect(rows(.validation, trainer).isEmpty)
    #expect(rows(.train, trainer) == trainer.split.train)
  }

  @Test func aFoldStandsInForTheHoldOut() throws {
    let split = "{seed: 3, group: artist, stratify: true}"
    let plans = try experiment(split: split).split.plan.folds(4, repeats: 2)
    #expect(plans.count == 8)
    let trainers = try plans.map { try trainer(split: split, plan: $0) }
    for again in 0..<2 {
      let tests = trainers[again * 4..<again * 4 + 4].flatMap(\.split.test)
      #expect(tests.sorted() == Array(artists.indices))
    }
    for trainer in trainers {
      let (validation, fitted) = (rows(.validation, trainer), rows(.train, trainer))
      #expect(areApart(trainer.split.train, trainer.split.test))
      #expect(areApart(validation, fitted))
    }
    let heldOut = try trainer(split: split).split
    #expect(trainers[..<4].contains { $0.split == heldOut })
  }

  @Test func aFoldOfAPlainSplitDrawsWhoValidates() throws {
    // A fold's rows rise, and the sample is sorted by class: its tail would be of one class.
    let split = "{seed: 3}"
    let plan = try experiment(split: split).split.plan.folds(5)[2]
    let trainer = try trainer(split: split, plan: plan)
    #expect(trainer.split.train == trainer.split.train.sorted())
    #expect(Set(rows(.validation, trainer).map { target[$0] }) == [0, 1])
    #expect(Set(trainer.split.train.suffix(300).map { target[$0] }).count == 1)
  }

  @Test func aFitTakesTheRowsThatWereDrawn() throws {
    let trainer = try trainer(split: "{group: artist}")
    let fit = try trainer.fit(trainer.experiment.firstRun, after: nil)
    let (validation, model) = (rows(.validation, trainer), fit.model)
    let right = zip(try trainer.probabilities(by: model), target).map {
      Predictions.predictedClass($0) == $1
    }
    let accuracy = Double(validation.count { right[$0] }) / Double(validation.count)
    // The weights kept are those of the best epoch, whose accuracy the validation rows alone decide.
    #expect(fit.bestValue == accuracy)
  }
}
