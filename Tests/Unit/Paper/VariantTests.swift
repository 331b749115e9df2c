import Paper
import TestSupport
import Testing

@Suite struct VariantTests {
  private let experiment: Experiment
  private let studies: Experiment.Studies

  init() throws {
    experiment = try Experiment(yaml: SmallExperiment.yaml() + SmallExperiment.studies, file: "x.yaml")
    studies = try #require(experiment.studies)
  }

  @Test func aVariantChangesWhatItNamesAndNothingElse() {
    var expected = experiment
    expected.runs = [experiment.firstRun]
    expected.studies = nil
    #expect(Variant(name: "same", title: "Same").applied(to: experiment) == expected)

    let unscaled = studies.variants[1]
    expected.scaling = .none
    #expect(unscaled.applied(to: experiment) == expected)
    #expect(unscaled.seeds == SeedList("1-2"))

    expected = Variant(name: "same", title: "Same").applied(to: experiment)
    expected.model = [.dense(units: 8, activation: .relu), .dense(units: 1, activation: .sigmoid)]
    #expect(studies.variants[0].applied(to: experiment) == expected)

    expected = Variant(name: "same", title: "Same").applied(to: experiment)
    expected.split.stratify = true
    #expect(studies.splits[0].applied(to: experiment) == expected)
  }

  @Test func trainingIsThatOfTheFirstRunButForWhatIsSaid() throws {
    let yaml = (SmallExperiment.yaml() + SmallExperiment.studies).replacing(
      "scaling: none", with: "training: {epochs: 9, early_stopping: null}")
    let variant = try #require(try Experiment(yaml: yaml, file: "x.yaml").studies?.variants[1])
    var expected = experiment.firstRun.training
    (expected.epochs, expected.earlyStopping) = (9, nil)
    #expect(variant.training == expected)
  }

  @Test func theStudiesOfThePaperAreFilledIn() throws {
    let file = Checkout.root.appending(path: "experiments/paper.yaml").path
    let paper = try Experiment(yaml: try Files.readText(file), file: "experiments/paper.yaml")
    let studies = try #require(paper.studies)
    #expect(studies.variants.map(\.name).prefix(2) == ["scaled", "all-features"])
    #expect(studies.variants[1].applied(to: paper).data.drop == ["song_title", "artist", "Unnamed: 0"])
    #expect(studies.audit)
  }
}
