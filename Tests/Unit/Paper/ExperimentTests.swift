import Foundation
import NeuralNetwork
import Paper
import TestSupport
import Testing

@Suite struct ExperimentTests {
  private let paper: Experiment

  init() throws {
    let file = Checkout.root.appending(path: "experiments/paper.yaml").path
    paper = try Experiment(yaml: try Files.readText(file), file: "experiments/paper.yaml")
  }

  @Test func thePaperIsWhatItsCodeRan() {
    #expect(paper.data.csv == "data/spotify.csv")
    #expect(paper.data.drop == ["key", "duration_ms", "mode", "song_title", "artist", "Unnamed: 0", "tempo"])
    #expect(paper.data.classes == ["Disliked", "Liked"])
    #expect(paper.split.test == .fraction(0.25))
    #expect(paper.split.seed == 0)
    #expect(paper.split.shuffle && !paper.split.stratify)
    #expect(paper.model.count == 13)
    #expect(paper.model[2] == .dense(units: 25, activation: .relu))
    #expect(paper.model[3] == .dropout(rate: 0.1))
    #expect(paper.runs.map(\.name) == ["paper", "overfitted"])
    let training = paper.firstRun.training
    #expect(training.batchSize == 75)
    #expect(training.epochs == 500)
    #expect(training.validationSplit == 0.2)
    #expect(training.adam == Adam(learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7))
    #expect(training.earlyStopping?.monitor == .valBinaryAccuracy)
    #expect(training.earlyStopping?.patience == 50)
    #expect(training.earlyStopping?.restoreBestWeights == true)
  }

  @Test func theBaselinesKeepTheirOrderAndMayBeNone() throws {
    #expect(paper.baselines == [.majority, .stump, .logistic, .forest, .boosted])
    #expect(try Experiment(yaml: SmallExperiment.yaml(), file: "x.yaml").baselines == [])
    let yaml = SmallExperiment.yaml() + "\nbaselines: [forest, majority]\n"
    #expect(try Experiment(yaml: yaml, file: "x.yaml").baselines == [.forest, .majority])
  }

  @Test func aRunTakesOverWhatItDoesNotSay() {
    var expected = paper.runs[0].training
    expected.epochs = 1_000_000
    expected.earlyStopping?.patience = 1000
    #expect(paper.runs[1].continues == "paper")
    #expect(paper.runs[1].training == expected)
  }

  @Test func anExperimentReadsBackFromJSON() throws {
    let data = try JSONEncoder().encode(paper)
    #expect(try JSONDecoder().decode(Experiment.self, from: data) == paper)
  }

  @Test func aSeedIsForTheTrainingAndNeverTheSplit() {
    var seeded = paper
    seeded.setTrainingSeed(7)
    #expect(seeded.runs.map(\.training.seed) == [7, 7])
    #expect(seeded.split == paper.split)
  }

  @Test func whatIsLeftOutIsKerasDefault() throws {
    let yaml = """
      name: least
      data: {target: target, classes: [No, Yes]}
      model: [{dense: {units: 1, activation: sigmoid}}]
      """
    let least = try Experiment(yaml: yaml, file: "least.yaml")
    #expect(least.title == "least")
    #expect(least.data.csv == nil)
    #expect(least.firstRun.name == "least")
    #expect(least.firstRun.training.batchSize == 32)
    #expect(least.firstRun.training.epochs == 1)
    #expect(least.firstRun.training.earlyStopping == nil)
  }

  @Test func nullTakesEarlyStoppingAway() throws {
    let yaml = SmallExperiment.yaml().replacing("epochs: 4}", with: "epochs: 4, early_stopping: null}")
    let runs = try Experiment(yaml: yaml, file: "x.yaml").runs
    #expect(runs[0].training.earlyStopping != nil)
    #expect(runs[1].training.earlyStopping == nil)
  }
}
