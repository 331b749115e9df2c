import Evaluation
import NeuralNetwork
import Synchronization
import TrackData

/// Trains runs from many seeds, on all cores, and writes what they come to beside the named seed's run.
///
/// Each finished seed is kept until all are: a study that is interrupted goes on where it was.
public struct SeedStage {
  /// What is told while the stage is at work.
  public enum Event: Sendable {
    case isCurrent(Experiment.Run, count: Int)
    /// What would be done, and why, where it is only looked at.
    case plan(String)
    /// Of `count` seeds `known` need no training.
    case begins(Experiment.Run, count: Int, known: Int, reasons: [String])
    /// Something that the user should know of.
    case warning(String)
    /// Seeds of a run that the command does not ask for are removed.
    case removes([String])
    /// Of `count` seeds `done` are finished.
    case progress(done: Int, count: Int)
    case ends(Experiment.Run, count: Int)
  }

  private let experiment: Experiment
  private let source: TrackSource
  private let seeds: SeedList
  private let jobs: Int
  private let paths: Paths
  private let program: Fingerprint
  private let isForced: Bool
  private let plan: TrainingPlan?
  private var workshop: Workshop

  /// - Parameters:
  ///   - seeds: the seeds of the training; the split stays.
  ///   - jobs: how many seeds are trained at a time.
  ///   - plan: what was found out before; default: the stage looks for itself.
  ///   - isForced: whether all are trained anew, changed or not.
  ///   - isDry: whether it is only said what would be trained.
  public init(
    _ experiment: Experiment, source: TrackSource, seeds: SeedList, jobs: Int, paths: Paths,
    program: Fingerprint, plan: TrainingPlan? = nil, isForced: Bool = false, isDry: Bool = false
  ) {
    self.plan = plan
    self.experiment = experiment
    self.source = source
    self.seeds = seeds
    self.jobs = jobs
    self.paths = paths
    self.program = program
    self.isForced = isForced
    workshop = Workshop(paths: paths, isForced: isForced, isDry: isDry)
  }

  /// Trains all of the experiment's runs, or the first alone, from every seed.
  public mutating func run(all: Bool = true, tell: @escaping @Sendable (Event) -> Void = { _ in })
    throws(Failure)
  {
    let trainer = try Trainer(of: plan, experiment, source: source)
    for run in all ? experiment.runs : [experiment.firstRun] { try train(run, by: trainer, tell: tell) }
    let removed = try workshop.removeOthers { $0.hasPrefix("seeds/") }
    if !removed.isEmpty {
      tell(workshop.isDry ? .plan("remove \(removed.joined(separator: ", "))") : .removes(removed))
    }
    for file in workshop.kept { tell(.warning(file.message)) }
  }

  /// The input that says which seeds are wanted.
  static let list = "the seeds"

  /// The name of a run's seeds among the products.
  static func product(_ run: Experiment.Run) -> String { "seeds/" + run.name }

  private mutating func train(
    _ run: Experiment.Run, by trainer: Trainer, tell: @escaping @Sendable (Event) -> Void
  ) throws(Failure) {
    let run = run.seeded(0)
    var inputs = try experiment.seedInputs(of: run, by: trainer, data: source.fingerprint, program: program)
    // The version of the arithmetic stands for the program: builds that share it give the same bits.
    let making = inputs.filter { $0.key != "the program" }.sorted { $0.key < $1.key }
    let madeFrom = Fingerprint(of: Numerics.version + making.map { "\n\($0.key) \($0.value)" }.joined())
    inputs[Self.list] = Fingerprint(of: seeds.description)
    let product = Self.product(run)
    let files = RunPaths(folder: "runs/" + run.name).seedFiles
    let reasons = workshop.expect(product, from: inputs, files: files)
    guard !reasons.isEmpty else { return tell(.isCurrent(run, count: seeds.seeds.count)) }
    guard !workshop.isDry else {
      return tell(.plan("run '\(run.name)': train \(seeds.seeds.count) seeds, because \(reasons.sentence)"))
    }

    let store = SeedStore(
      folder: paths.seedStore(Fingerprint(of: "\(madeFrom) \(program) \(run.name)")), madeFrom: madeFrom,
      architecture: trainer.architecture)
    var series = SeedSeries(madeFrom: madeFrom)
    if isForced { try store.clear() } else { series = try known(run, reasons, store) }
    let missing = Set(seeds.seeds).subtracting(series.members.map(\.result.seed)).sorted()
    tell(.begins(run, count: seeds.seeds.count, known: series.members.count, reasons: reasons))
    let trained = try compute(missing, of: run, by: trainer, into: store, tell: tell)
    series = SeedSeries(madeFrom: madeFrom, members: series.members + trained)
    // What features were worth to other networks is no longer this run's.
    try workshop.removeOthers { $0 == ImportanceStage.product(run) }
    try workshop.put(
      product, madeFrom: inputs, files: files, contents: series.files(trainer.architecture))
    try store.clear()
    tell(.ends(run, count: series.members.count))
    let collapsed = series.members.count { $0.result.isCollapsed }
    if collapsed > 0 {
      tell(
        .warning(
          "run '\(run.name)': \(collapsed) of \(series.members.count) seeds collapsed, calling every test row one class"
        ))
    }
  }

  /// The wanted seeds that need no training: those stored by a study that was interrupted, and those of the
  /// finished one where only the list of seeds has changed.
  private func known(_ run: Experiment.Run, _ reasons: [String], _ store: SeedStore) throws(Failure)
    -> SeedSeries
  {
    var members: [UInt64: SeedSeries.Member] = [:]
    if Set(reasons).isSubset(of: ["\(Self.list) changed", "it was never made"]),
      let old = try? SeedSeries(readingFrom: paths.run(run.name).seedWeights, store.architecture),
      old.madeFrom == store.madeFrom
    {
      for member in old.members { members[member.result.seed] = member }
    }
    for member in try store.members() { members[member.result.seed] = member }
    return SeedSeries(madeFrom: store.madeFrom, members: seeds.seeds.compactMap { members[$0] })
  }

  /// Trains the seeds, several at a time; each is stored as it ends.
  private func compute(
    _ missing: [UInt64], of run: Experiment.Run, by trainer: Trainer, into store: SeedStore,
    tell: @escaping @Sendable (Event) -> Void
  ) throws(Failure) -> [SeedSeries.Member] {
    let members = Mutex<[SeedSeries.Member]>([])
    let count = seeds.seeds.count
    let before = count - missing.count
    try inParallel(missing, jobs: jobs) { seed throws(Failure) in
      let member = try trainer.member(of: run, seed: seed)
      try store.put(member)
      members.withLock { members in
        members.append(member)
        tell(.progress(done: before + members.count, count: count))
      }
    }
    return members.withLock { $0 }
  }
}

extension SeedSeries {
  /// The contents of the files of a run folder, in the order of `RunPaths.seedFiles`.
  func files(_ architecture: Architecture) -> [[UInt8]] {
    [Array(csv.utf8), Array(curvesCSV.utf8), safeTensors(architecture).encoded()]
  }
}

extension RunPaths {
  var seedFiles: [String] { [seeds, seedCurves, seedWeights] }
}

extension Experiment.Run {
  /// The same run, drawing from another seed.
  func seeded(_ seed: UInt64) -> Self {
    var copy = self
    copy.training.seed = seed
    return copy
  }
}

extension Trainer {
  /// Fits a run, and those it goes on from, from a seed.
  func member(of run: Experiment.Run, seed: UInt64) throws(Failure) -> SeedSeries.Member {
    var fit: Fit<Float>?
    for link in chain(to: run) {
      do throws(Failure) {
        fit = try self.fit(link.seeded(seed), after: fit)
      } catch {
        throw error.of("seed \(seed)")
      }
    }
    guard let fit else { preconditionFailure("a chain ends with the run itself") }
    let history = fit.history.flatMap {
      [$0.loss, $0.binaryAccuracy, $0.valLoss ?? .nan, $0.valBinaryAccuracy ?? .nan]
    }
    return SeedSeries.Member(
      result: try result(of: fit, run, seed: seed), history: history, weights: fit.model.parameters)
  }

  private func result(of fit: Fit<Float>, _ run: Experiment.Run, seed: UInt64) throws(Failure) -> SeedResult {
    var result = try result(of: try probabilities(by: fit.model), run, seed: seed)
    result.epochsRun = fit.epochsRun
    result.stoppedByPatience = fit.stopReason == .patience
    (result.bestEpoch, result.bestValue) = (fit.bestEpoch, fit.bestValue)
    return result
  }

  /// What the probabilities of all rows come to, of a model that is not fitted in epochs.
  func result(
    of probability: [Float], _ run: Experiment.Run, seed: UInt64
  ) throws(Failure) -> SeedResult {
    let predictions = Predictions(
      parts: parts(for: run.training), target: dataset.target, probability: probability)
    var matrices: [ReportedRows: ConfusionMatrix] = [:]
    do throws(EvaluationError) {
      for rows in ReportedRows.allCases { matrices[rows] = try predictions.confusion(on: rows) }
      guard let test = matrices[.test], let train = matrices[.train], let overall = matrices[.overall] else {
        preconditionFailure("a matrix for all rows that are reported")
      }
      let rows = predictions.rows(in: ReportedRows.test.parts)
      let truth = rows.map { predictions.target[$0] == 1 }
      // Of one class alone there is no area.
      let auc =
        Set(truth).count < 2
        ? .nan : try rocAUC(truth: truth, scores: rows.map { Double(predictions.probability[$0]) })
      return SeedResult(
        seed: seed, epochsRun: 0, stoppedByPatience: false, bestEpoch: nil, bestValue: nil,
        test: test.accuracy, train: train.accuracy, overall: overall.accuracy,
        trueNegatives: Int(test[truth: 0, prediction: 0]),
        falsePositives: Int(test[truth: 0, prediction: 1]),
        falseNegatives: Int(test[truth: 1, prediction: 0]),
        truePositives: Int(test[truth: 1, prediction: 1]), training: SeedResult.Counts(train), auc: auc)
    } catch {
      throw Failure(.badData, "run '\(run.name)', seed \(seed): \(error)")
    }
  }
}
