import TestSupport
import Testing

@testable import Paper

/// Settings in the words of the experiment file.
@Suite struct SettingTests {
  private func experiment(_ yaml: String = SmallExperiment.yaml()) throws -> Experiment {
    try Experiment(yaml: yaml, file: "small.yaml")
  }

  @Test func everySettingStandsUnderItsKeyInTheFile() throws {
    let settings = try experiment().allSettings()
    let lines = settings.map { "\($0.key): \($0.value)" }
    #expect(
      lines == [
        "name: small", "title: A small test", "style: journal", "data.classes: [Disliked, Liked]",
        "data.csv: tracks.csv",
        #"data.drop: [key, duration_ms, mode, song_title, artist, "Unnamed: 0", tempo]"#,
        "data.row: [track, tracks]",
        "data.target: target", "split.seed: 0", "split.shuffle: true", "split.stratify: false",
        "split.test: 0.25", "split.validation: tail",
        "scaling: standard", "model[0]: {dense: {activation: relu, units: 4}}", "model[1]: {dropout: 0.1}",
        "model[2]: {dense: {activation: sigmoid, units: 1}}", "training.optimizer.adam.beta_1: 0.9",
        "training.optimizer.adam.beta_2: 0.999", "training.optimizer.adam.epsilon: 1.0e-07",
        "training.optimizer.adam.learning_rate: 0.001", "training.batch_size: 10",
        "training.early_stopping.min_delta: 0", "training.early_stopping.mode: max",
        "training.early_stopping.monitor: val_binary_accuracy", "training.early_stopping.patience: 50",
        "training.early_stopping.restore: keras3", "training.early_stopping.restore_best_weights: true",
        "training.early_stopping.start_from_epoch: 0", "training.epochs: 6", "training.seed: 0",
        "training.shuffle: true",
        "training.validation_split: 0.2", "runs.small.title: A few epochs", "runs.longer.title: A few more",
        "runs.longer.continues: small", "runs.longer.epochs: 4", "baselines: []",
      ])
  }

  @Test func sharesAndCountsInStudiesAreNumbersAsInTheFile() throws {
    let yaml =
      SmallExperiment.yaml() + """

        studies:
          seeds: 0-1
          splits:
            - {name: half, title: Half, split: {test: 0.5}}
            - {name: twelve, title: Twelve, split: {test: 12}}

        """
    let values = try experiment(yaml).allSettings().filter { $0.key.hasPrefix("studies") }.map(\.value)
    #expect(values.contains { $0.contains("test: 0.5") }, "\(values)")
    #expect(values.contains { $0.contains("test: 12") }, "\(values)")
    #expect(!values.contains { $0.contains("_0") || $0.contains("fraction") }, "\(values)")
  }

  /// The text that the settings make is an experiment file again, and gives the experiment that they came from.
  @Test func theValuesReadBackAsTheyWere() throws {
    let odd = SmallExperiment.yaml(title: #""yes: \"no\" # 'x' 1e-07 ünï""#).replacing(
      "epochs: 6", with: "epochs: 6\n  seeds: 3,5-7\n  optimizer: {adam: {learning_rate: 2.5e-05}}")
    let experiment = try experiment(odd)
    let settings = try experiment.allSettings()
    let layers = settings.filter { $0.key.hasPrefix("model[") }.map(\.value).joined(separator: ", ")
    let others = settings.filter { !$0.key.hasPrefix("model[") && !$0.key.hasPrefix("runs.") }
    let runs =
      "[{name: small, title: A few epochs}, {name: longer, title: A few more, continues: small, epochs: 4}]"
    var parts: [(path: ArraySlice<Substring>, value: String)] = others.map {
      (path: $0.key.split(separator: ".")[...], value: $0.value)
    }
    parts.append((path: ["model"], value: "[\(layers)]"))
    parts.append((path: ["runs"], value: runs))
    let yaml = flow(parts)
    #expect(try self.experiment(yaml) == experiment, "\(yaml)")
  }

  /// Settings as YAML on one line.
  private func flow(_ settings: [(path: ArraySlice<Substring>, value: String)]) -> String {
    var names: [Substring] = []
    for name in settings.compactMap(\.path.first) where !names.contains(name) { names.append(name) }
    let members = names.map { name in
      let inside = settings.filter { $0.path.first == name }.map {
        (path: $0.path.dropFirst(), value: $0.value)
      }
      return inside.count == 1 && inside[0].path.isEmpty
        ? "\(name): \(inside[0].value)" : "\(name): \(flow(inside))"
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private func changes(_ a: String, _ b: String) throws -> [String] {
    let (a, b) = (try experiment(a), try experiment(b))
    let runs = Array(zip(a.runs, b.runs)).map { (a: $0, b: $1) }
    return try Change.settings(a, b, runs: runs).map {
      "\($0.what): \($0.a ?? "nothing") -> \($0.b ?? "nothing")"
    }
  }

  private let small = SmallExperiment.yaml()

  @Test func whatIsTheSameIsNoChange() throws {
    #expect(try changes(small, small).isEmpty)
    // Which file it is, the data tell.
    #expect(try changes(small, SmallExperiment.yaml(csv: "other.csv")).isEmpty)
  }

  @Test func aSettingOfAllRunsIsToldOnceAndOneOfARunWithItsName() throws {
    let faster = small.replacing("batch_size: 10", with: "batch_size: 20\n  seeds: 0-9")
    #expect(
      try changes(small, faster) == ["training.seeds: nothing -> 0-9", "training.batch_size: 10 -> 20"])
    let longer = small.replacing("epochs: 4}", with: "epochs: 40}")
    #expect(try changes(small, longer) == ["runs.longer.epochs: 4 -> 40"])
  }

  @Test func whatIsTakenAwayOrAddedIsAChange() throws {
    let free = small.replacing(#/ *early_stopping: .*\n/#, with: "")
    let changes = try changes(small, free)
    #expect(changes.contains("training.early_stopping.patience: 50 -> nothing"))
    #expect(changes.count == 7)
  }

  @Test func layersAreToldByTheirPlace() throws {
    let wider = small.replacing("units: 4", with: "units: 8")
    #expect(
      try changes(small, wider)
        == ["model[0]: {dense: {activation: relu, units: 4}} -> {dense: {activation: relu, units: 8}}"])
    let deeper = small.replacing("- {dropout: 0.1}", with: "- {dense: {units: 3}}\n  - {dropout: 0.1}")
    #expect(try changes(small, deeper) == ["model[1]: nothing -> {dense: {activation: linear, units: 3}}"])
  }

  @Test func lettersOfOtherBytesAreAChange() throws {
    #expect(
      try changes(SmallExperiment.yaml(title: "Caf\u{E9}"), SmallExperiment.yaml(title: "Cafe\u{301}")).count
        == 1)
  }
}
