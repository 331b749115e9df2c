import NeuralNetwork
import TrackData

/// Measures what each feature is worth to the networks of each run, and writes it into the run's folder.
///
/// A run that was trained from many seeds is measured on all of them, another on its own network.
public struct ImportanceStage {
  /// What is told while the stage is at work.
  public enum Event: Sendable {
    /// What would be done, and why, where it is only looked at.
    case plan(String)
    case measures(Experiment.Run, networks: Int)
    /// Something that the user should know of.
    case warning(String)
  }

  private let experiment: Experiment
  private let source: TrackSource
  private let paths: Paths
  private let program: Fingerprint
  private let plan: TrainingPlan?
  private var workshop: Workshop

  /// - Parameters:
  ///   - plan: what was found out before; default: the stage looks for itself.
  ///   - isForced: whether all is measured anew, changed or not.
  ///   - isDry: whether it is only said what would be measured.
  public init(
    _ experiment: Experiment, source: TrackSource, paths: Paths, program: Fingerprint,
    plan: TrainingPlan? = nil, isForced: Bool = false, isDry: Bool = false
  ) {
    self.plan = plan
    self.experiment = experiment
    self.source = source
    self.paths = paths
    self.program = program
    workshop = Workshop(paths: paths, isForced: isForced, isDry: isDry)
  }

  /// What the names of the stage's products begin with.
  static let prefix = "importance/"

  static func product(_ run: Experiment.Run) -> String { prefix + run.name }

  /// Does the stage's work, on the runs that are there.
  public mutating func run(tell: (Event) -> Void = { _ in }) throws(Failure) {
    var known = plan?.trainer
    for run in experiment.runs {
      let folder = paths.run(run.name)
      let weights = Files.exists(folder.seedWeights) ? folder.seedWeights : folder.model
      // Where the weights are still to be trained, saying so is enough.
      guard Files.exists(weights) else { continue }
      let inputs = [
        "the weights": Fingerprint(of: try Files.read(weights)), "the data": source.fingerprint,
        "the program": program,
      ]
      let files = [RunPaths(folder: "runs/" + run.name).importance]
      let reasons = workshop.expect(Self.product(run), from: inputs, files: files)
      guard !reasons.isEmpty else { continue }
      guard !workshop.isDry else {
        tell(.plan("run '\(run.name)': measure its features, because \(reasons.sentence)"))
        continue
      }
      let ready: Trainer
      if let known { ready = known } else { ready = try Trainer(experiment, source: source) }
      known = ready
      // Where nothing tests, nothing can be lost.
      guard !ready.split.test.isEmpty else { continue }
      let networks = try networks(of: run, weights, ready.architecture)
      tell(.measures(run, networks: networks.count))
      try workshop.put(
        Self.product(run), madeFrom: inputs, files: files,
        contents: [Array(Self.table(of: networks, ready).csv.utf8)])
    }
    try workshop.removeOthers { $0.hasPrefix(Self.prefix) }
    for file in workshop.kept { tell(.warning(file.message)) }
  }

  private typealias Network = (seed: UInt64, network: Sequential<Float>)

  private func networks(
    of run: Experiment.Run, _ weights: String, _ architecture: Architecture
  ) throws(Failure) -> [Network] {
    if weights == paths.run(run.name).seedWeights {
      return try SeedSeries(readingFrom: weights, architecture).members.map {
        ($0.result.seed, Sequential(architecture, parameters: $0.weights))
      }
    }
    let bytes = try Files.read(weights)
    do {
      return [
        (run.training.seed, try Sequential(architecture, weights: SafeTensors(decoding: bytes)))
      ]
    } catch {
      throw Failure.damaged(weights, "the weights of the run's network: \(error)")
    }
  }

  private static func table(of networks: [Network], _ trainer: Trainer) -> ImportanceTable {
    let rows = trainer.split.test
    let importance = PermutationImportance(
      inputs: trainer.inputs(of: rows), truth: rows.map { trainer.dataset.target[$0] == 1 })
    let drops = concurrentMap(networks) { importance.drops(of: $0.network) }
    return ImportanceTable(
      zip(networks, drops).flatMap { network, drops in
        zip(trainer.dataset.featureNames, drops).map { feature, drop in
          ImportanceTable.Entry(
            seed: network.seed, feature: feature, accuracy: mean(drop.accuracy) ?? .nan, area: mean(drop.area)
          )
        }
      })
  }

  private static func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }
}

extension Trainer {
  /// Some rows as the network sees them, in the given order.
  fileprivate func inputs(of rows: [Int]) -> Matrix<Float> {
    let features = scaling?.scaled(dataset.features) ?? dataset.features
    let width = dataset.featureCount
    return Matrix(
      rows: rows.count, columns: width,
      values: rows.flatMap { row in features[row * width..<(row + 1) * width].map { Float($0) } })
  }
}
