import TrackData

/// Fits the experiment's baselines to the rows that train the network, and writes what they say of every row into
/// the folder of the first run.
public struct BaselineStage {
  /// What is told while the stage is at work.
  public enum Event: Sendable {
    case isCurrent([Baseline])
    /// What would be done, and why, where it is only looked at.
    case plan(String)
    case begins([Baseline], reasons: [String])
    /// Those of an experiment that has no more are removed.
    case removes([String])
    /// Something that the user should know of.
    case warning(String)
    case ends([Baseline])
  }

  private let experiment: Experiment
  private let source: TrackSource
  private let fitter: any BaselineFitter
  private let paths: Paths
  private let program: Fingerprint
  private let plan: TrainingPlan
  private var workshop: Workshop

  /// - Parameters:
  ///   - plan: which of them can be fitted to these data.
  ///   - program: of the program that fits: a new version fits anew.
  ///   - isForced: whether all are fitted anew, changed or not.
  ///   - isDry: whether it is only said what would be done.
  public init(
    _ experiment: Experiment, source: TrackSource, fitter: any BaselineFitter, paths: Paths,
    program: Fingerprint, plan: TrainingPlan, isForced: Bool = false, isDry: Bool = false
  ) {
    self.plan = plan
    self.experiment = experiment
    self.source = source
    self.fitter = fitter
    self.paths = paths
    self.program = program
    workshop = Workshop(paths: paths, isForced: isForced, isDry: isDry)
  }

  /// The name of a run's baselines among the products.
  static func product(_ run: Experiment.Run) -> String { prefix + run.name }

  static let prefix = "baselines/"

  /// Does the stage's work; without baselines in the experiment it removes those of an earlier one.
  ///
  /// - Throws: `failed` where a library refuses.
  public mutating func run(tell: (Event) -> Void = { _ in }) throws(Failure) {
    if !experiment.baselines.isEmpty { try fit(tell) }
    let removed = try workshop.removeOthers { $0.hasPrefix(Self.prefix) }
    if !removed.isEmpty {
      tell(workshop.isDry ? .plan("remove \(removed.joined(separator: ", "))") : .removes(removed))
    }
    for file in workshop.kept { tell(.warning(file.message)) }
  }

  private mutating func fit(_ tell: (Event) -> Void) throws(Failure) {
    let (run, baselines, trainer) = (experiment.firstRun, plan.baselines, plan.trainer)
    let inputs = try inputs(of: run, by: trainer)
    let files = RunPaths(folder: "runs/" + run.name).baselineFiles
    let reasons = workshop.expect(Self.product(run), from: inputs, files: files)
    guard !reasons.isEmpty else {
      let record = try? JSON.decode(
        BaselineRecord.self, from: Files.read(paths.product(files[1])), file: files[1])
      try warn(of: record?.leftOut ?? [], tell)
      return tell(.isCurrent(record?.models.map(\.name) ?? baselines))
    }
    guard !workshop.isDry else {
      let names = baselines.map(\.rawValue).joined(separator: ", ")
      return tell(.plan("baselines \(names): fit, because \(reasons.sentence)"))
    }
    tell(.begins(baselines, reasons: reasons))
    let task = BaselineTask(of: trainer)
    var record = BaselineRecord(
      models: [],
      rows: .init(
        sha256: source.fingerprint, target: experiment.data.target, features: task.featureNames,
        split: experiment.split, scaling: experiment.scaling), versions: fitter.versions)
    var columns: [BaselinePredictions.Column] = []
    var leftOut = plan.baselinesLeftOut
    for baseline in baselines {
      do throws(Failure) {
        let fitted = try fitter.fit(baseline, to: task)
        columns.append(.init(baseline: baseline, probability: fitted.probabilities))
        record.models.append(.init(name: baseline, settings: fitted.settings, rule: fitted.rule))
      } catch {
        guard error.isOfData else { throw error }
        leftOut.append(.init(name: baseline, reason: error.finding))
      }
    }
    try warn(of: leftOut, tell)
    if !leftOut.isEmpty { record.leftOut = leftOut }
    let csv = BaselinePredictions(columns).csv(
      parts: trainer.parts(for: run.training), target: trainer.dataset.target, fileRows: trainer.fileRows)
    try workshop.put(
      Self.product(run), madeFrom: inputs, files: files,
      contents: [Array(csv.utf8), Array(try JSON.encode(record).utf8)])
    tell(.ends(record.models.map(\.name)))
  }

  /// Says what turned out only as it was fitted, or did when it was.
  private func warn(of leftOut: [BaselineRecord.LeftOut], _ tell: (Event) -> Void) throws(Failure) {
    for left in leftOut where !plan.baselinesLeftOut.contains(left) {
      let place =
        experiment.baselines.firstIndex(of: left.name)
        .flatMap { experiment.places["baselines[\($0)]"] }.map { "\($0): " } ?? ""
      let line = "\(place)the baseline '\(left.name.rawValue)' is left out: \(left.reason)"
      if plan.isStrict { throw Failure(.badData, line) }
      tell(.warning(line))
    }
  }

  /// All that decides what the files come to, by names that a person understands.
  private func inputs(of run: Experiment.Run, by trainer: Trainer) throws(Failure) -> [String: Fingerprint] {
    var inputs = try experiment.inputs(
      of: [], on: trainer.dataset, data: source.fingerprint, program: program)
    // The network is not theirs; but how many rows validate for it stands in the file.
    inputs["model"] = nil
    inputs["training.validation_split"] = Fingerprint(of: "\(run.training.validationSplit)")
    inputs["baselines"] = Fingerprint(of: experiment.baselines.map(\.rawValue).joined(separator: ","))
    for (library, version) in fitter.versions {
      inputs["the version of \(library)"] = Fingerprint(of: version)
    }
    return inputs
  }
}

extension RunPaths {
  var baselineFiles: [String] { [baselines, baselineRecord] }
}
