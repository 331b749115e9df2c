import NeuralNetwork
import TrackData

/// Trains every run that has to be trained and writes its folder.
public struct TrainingStage {
  private let experiment: Experiment
  private let source: TrackSource
  private let paths: Paths
  /// Of the program that trains: a new version trains anew.
  private let program: Fingerprint
  private let resumes: Bool
  private let plan: TrainingPlan?
  private var workshop: Workshop
  /// What the audit found in the data.
  private var findings: [RunRecord.Finding] = []

  /// - Parameters:
  ///   - plan: what was found out before; default: the stage looks for itself.
  ///   - isForced: whether all is trained anew, changed or not.
  ///   - resumes: whether a run that was interrupted goes on from its checkpoint, instead of beginning anew.
  ///   - isDry: whether it is only said what would be done.
  public init(
    _ experiment: Experiment, source: TrackSource, paths: Paths, program: Fingerprint,
    plan: TrainingPlan? = nil, isForced: Bool = false, resumes: Bool = false, isDry: Bool = false
  ) {
    self.plan = plan
    self.resumes = resumes
    self.experiment = experiment
    self.source = source
    self.paths = paths
    self.program = program
    workshop = Workshop(paths: paths, isForced: isForced, isDry: isDry)
  }

  /// What is told while the stage is at work.
  public enum Event: Sendable {
    /// A run is as it should be.
    case isCurrent(Experiment.Run)
    /// What would be done, and why, where it is only looked at.
    case plan(String)
    case begins(Experiment.Run, reasons: [String])
    /// A run goes on that was interrupted after `epoch`.
    case resumes(Experiment.Run, epoch: Int)
    /// Only words changed: titles, the look, names.
    case rewrites(Experiment.Run)
    /// The claims changed, of which no run knows.
    case takesClaims(reasons: [String])
    /// Runs that the experiment has no more are removed.
    case removes([String])
    /// `best` is the epoch that early stopping holds for the best so far.
    case epoch(Experiment.Run, EpochRecord, best: Int?)
    /// Something that the user should know of.
    case warning(String)
    case ends(Experiment.Run, RunRecord.Result)
  }

  /// Does the stage's work.
  ///
  /// - Throws: `badData` where rows, split, model or training do not fit together, or a checkpoint is not of this
  ///   run; `cannotCreate` and `inputOutput` where a file cannot be written; `interrupted` where a signal came.
  ///   Runs that were finished before stay.
  public mutating func run(tell: (Event) -> Void = { _ in }) throws(Failure) {
    let trainer = try Trainer(of: plan, experiment, source: source)
    for warning in trainer.absentClassWarnings { tell(.warning(warning)) }
    for folder in experiment.templates?.folders ?? [] where !Files.isFolder(folder) {
      tell(.warning("\(folder): no such folder of templates, which render will look for"))
    }
    findings = try RunRecord.Finding.all(in: source, experiment, trainer)
    for finding in findings where finding.isWarning {
      tell(.warning("\(source.file): \(finding.message); \(finding.advice)"))
    }
    var fits: [String: Fit<Float>] = [:]
    for run in experiment.runs {
      var inputs = try experiment.inputs(
        of: trainer.chain(to: run), on: trainer.dataset, data: source.fingerprint, program: program)
      inputs[Manifest.words] = Fingerprint(
        of: try JSON.encode(experiment.withoutFolders) + "\(source.file) \(source.isSynthetic)")
      let files = RunPaths(folder: "runs/" + run.name).files
      let reasons = workshop.expect(Self.product(run), from: inputs, files: files)
      let old = reasons == [Self.wordsChanged] ? try? RunRecord(readingFrom: paths.run(run.name)) : nil
      switch (reasons.isEmpty, workshop.isDry, old) {
      case (true, _, _): tell(.isCurrent(run))
      case (_, true, nil): tell(.plan("run '\(run.name)': train, because \(reasons.sentence)"))
      case (_, true, _): tell(.plan("run '\(run.name)': rewrite its words, nothing to train"))
      case (_, _, let old?):
        tell(.rewrites(run))
        try rewrite(run, old, inputs: inputs, files: files)
      default:
        tell(.begins(run, reasons: reasons))
        let fit = try fit(run, trainer, inputs, &fits, tell)
        try write(fit, of: run, trainer, inputs: inputs, files: files, fits, tell)
      }
    }
    try takeClaims(tell)
    let templates = experiment.templates
    try workshop.note { $0.experiment = templates }
    try writeIndex(tell)
    let removed = try workshop.removeOthers { $0.hasPrefix("runs/") }
    if !removed.isEmpty {
      tell(workshop.isDry ? .plan("remove \(removed.joined(separator: ", "))") : .removes(removed))
    }
    for file in workshop.kept { tell(.warning(file.message)) }
  }

  /// Names the experiment's runs in their order, unless that is as it was.
  private func writeIndex(_ tell: (Event) -> Void) throws(Failure) {
    let index = Array(try JSON.encode(RunIndex(runs: experiment.runs.map(\.name))).utf8)
    guard (try? Files.read(paths.runIndex)) != index else { return }
    guard workshop.isDry else { return try Files.replace(paths.runIndex, with: index) }
    tell(.plan("write \(paths.runIndex), which is missing or names other runs"))
  }

  /// Puts what the experiment claims beside its runs, where the report is made from.
  private mutating func takeClaims(_ tell: (Event) -> Void) throws(Failure) {
    guard let path = experiment.claims else { return }
    let text = try Files.readText(path)
    _ = try Claim.parse(text, file: path)
    let inputs = ["the claims": Fingerprint(of: text)]
    let files = [Self.claimsProduct]
    let reasons = workshop.expect(Self.claimsProduct, from: inputs, files: files)
    guard !reasons.isEmpty else { return }
    guard !workshop.isDry else {
      return tell(.plan("the claims: take them over, because \(reasons.sentence)"))
    }
    tell(.takesClaims(reasons: reasons))
    try workshop.put(Self.claimsProduct, madeFrom: inputs, files: files, contents: [Array(text.utf8)])
  }

  static let claimsProduct = "runs/claims.yaml"

  private static func product(_ run: Experiment.Run) -> String { "runs/" + run.name }

  private static let wordsChanged = "\(Manifest.words) changed"

  /// Fits a run, from its checkpoint where it may go on from one.
  private func fit(
    _ run: Experiment.Run, _ trainer: Trainer, _ inputs: [String: Fingerprint],
    _ fits: inout [String: Fit<Float>], _ tell: (Event) -> Void
  ) throws(Failure) -> Fit<Float> {
    var making = inputs
    making[Manifest.words] = nil
    var checkpoint = Checkpoint(paths.run(run.name), inputs: making)
    var trouble: Failure?
    func onEpoch(_ record: EpochRecord, _ state: Training<Float>.State) -> AfterEpoch {
      tell(.epoch(run, record, best: state.watch?.bestEpoch))
      let isInterrupted = Interruption.signal != nil
      do throws(Failure) {
        try checkpoint.note(state, isRequired: isInterrupted)
      } catch {
        trouble = error
      }
      return isInterrupted || trouble != nil ? .stop : .goOn
    }
    let state =
      resumes
      ? try checkpoint.state(
        parameterCount: trainer.parameterCount, rule: run.training.earlyStopping,
        validates: run.training.validationSplit > 0) : nil
    let before = state == nil ? try fit(before: run, trainer, &fits) : nil
    if let state { tell(.resumes(run, epoch: state.history.count)) }
    let fit = try Interruption.deferred { () throws(Failure) in
      if let state { return try trainer.fit(run, resuming: state, onEpoch: onEpoch) }
      return try trainer.fit(run, after: before, onEpoch: onEpoch)
    }
    if let trouble { throw trouble }
    if let signal = Interruption.signal {
      throw Failure(
        .interrupted(by: signal),
        "interrupted after epoch \(fit.epochsRun) of run '\(run.name)'; go on with --resume")
    }
    fits[run.name] = fit
    return fit
  }

  /// The fit that a run goes on from; `nil` where it goes on from none.
  ///
  /// Where it is not at hand it is made again: weights alone are not enough to go on, and a fit repeated gives
  /// the same bits.
  private func fit(
    before run: Experiment.Run, _ trainer: Trainer, _ fits: inout [String: Fit<Float>]
  ) throws(Failure) -> Fit<Float>? {
    var fit: Fit<Float>?
    for link in trainer.chain(to: run).dropLast() {
      if let known = fits[link.name] { fit = known } else { fit = try trainer.fit(link, after: fit) }
      fits[link.name] = fit
    }
    return fit
  }

  /// How many epochs went before a run, in the runs that it goes on from.
  private func epochs(
    before run: Experiment.Run, _ trainer: Trainer, _ fits: [String: Fit<Float>]
  ) throws(Failure) -> Int {
    var epochs = 0
    for link in trainer.chain(to: run).dropLast() {
      if let fit = fits[link.name] {
        epochs += fit.epochsRun
      } else {
        epochs += try RunRecord(readingFrom: paths.run(link.name)).result.epochsRun
      }
    }
    return epochs
  }

  private mutating func write(
    _ fit: Fit<Float>, of run: Experiment.Run, _ trainer: Trainer, inputs: [String: Fingerprint],
    files: [String], _ fits: [String: Fit<Float>], _ tell: (Event) -> Void
  ) throws(Failure) {
    let parts = trainer.parts(for: run.training)
    let predictions = Predictions(
      parts: parts, target: trainer.dataset.target, probability: try trainer.probabilities(by: fit.model),
      fileRows: trainer.fileRows)
    let epochsBefore = try epochs(before: run, trainer, fits)
    let record = RunRecord(
      name: run.name, experiment: experiment.withoutFolders,
      data: .init(
        file: source.file, sha256: source.fingerprint, rows: trainer.dataset.rowCount,
        columns: source.table.columns, features: trainer.dataset.featureNames,
        isSynthetic: source.isSynthetic,
        incompleteRows: source.incompleteRows > 0 ? source.incompleteRows : nil
      ),
      split: .init(of: parts, trainer.grouping),
      model: .init(layers: trainer.layers, parameters: trainer.parameterCount, scaling: trainer.scaling),
      result: .init(fit, epochsBefore: epochsBefore), findings: findings, versions: ["liner_notes": version])
    let model = fit.model.safeTensors(metadata: try record.modelMetadata())
    // The record is what makes a folder a run: it goes first and comes last, so that a half-written folder
    // is never taken for one.
    try workshop.keepEdited(files, of: Self.product(run))
    Files.remove(paths.run(run.name).record)
    let seedInputs = try experiment.seedInputs(
      of: run, by: trainer, data: source.fingerprint, program: program)
    if !workshop.isMade(SeedStage.product(run), from: seedInputs, besides: SeedStage.list) {
      // Seeds that were trained on other data or settings are no longer this run's.
      try workshop.discardFiles(of: SeedStage.product(run))
    }
    try workshop.discardFiles(of: ImportanceStage.product(run))
    try workshop.put(
      Self.product(run), madeFrom: inputs, files: files,
      contents: [
        Array(HistoryFile.csv(of: fit.history).utf8), Array(predictions.csv.utf8), model.encoded(),
        Array(try JSON.encode(record).utf8),
      ])
    Files.remove(paths.run(run.name).checkpoint)
    tell(.ends(run, record.result))
    if let called = predictions.calledClass {
      let name = experiment.data.classes[called]
      tell(.warning("run '\(run.name)': the network calls every row '\(name)', so it has collapsed"))
    }
  }

  private mutating func rewrite(
    _ run: Experiment.Run, _ old: RunRecord, inputs: [String: Fingerprint], files: [String]
  ) throws(Failure) {
    var record = old
    record.experiment = experiment.withoutFolders
    record.data.file = source.file
    record.data.isSynthetic = source.isSynthetic
    record.findings = findings
    let folder = paths.run(run.name)
    let bytes = try Files.read(folder.model)
    let model: SafeTensors
    do throws(SafeTensorsError) {
      model = try SafeTensors(decoding: bytes)
    } catch {
      throw Failure(.badData, "\(folder.model): \(error)")
    }
    // The weights stay; the classes' names beside them are words.
    let renamed = SafeTensors(tensors: model.tensors, metadata: try record.modelMetadata())
    try workshop.put(
      Self.product(run), madeFrom: inputs, files: files,
      contents: [
        try Files.read(folder.history), try Files.read(folder.predictions), renamed.encoded(),
        Array(try JSON.encode(record).utf8),
      ])
  }
}

extension RunPaths {
  /// The files of a folder, the record last.
  var files: [String] { [history, predictions, model, record] }
}

extension Experiment {
  /// The same, with files named without their folders: what may stand in a product.
  var withoutFolders: Experiment {
    var copy = self
    copy.data.csv = data.csv.map(Paths.name(of:))
    copy.claims = claims.map(Paths.name(of:))
    copy.templates = templates?.withoutFolders
    for index in copy.runs.indices {
      copy.runs[index].training.initialWeights = runs[index].training.initialWeights.map(Paths.name(of:))
    }
    for index in copy.studies?.variants.indices ?? 0..<0 {
      let weights = copy.studies?.variants[index].training?.initialWeights
      copy.studies?.variants[index].training?.initialWeights = weights.map(Paths.name(of:))
    }
    return copy
  }
}

extension RunRecord.Result {
  init(_ fit: Fit<Float>, epochsBefore: Int) {
    self.init(
      stop: fit.stopReason, epochsRun: fit.epochsRun, epochsOfAllFits: epochsBefore + fit.epochsRun,
      bestEpoch: fit.bestEpoch, bestValue: fit.bestValue)
  }
}

extension RunRecord {
  init(readingFrom paths: RunPaths) throws(Failure) {
    self = try JSON.decode(RunRecord.self, from: try Files.read(paths.record), file: paths.record)
  }

  /// What `model.safetensors` says beside the weights: all that is needed to use them on other rows.
  fileprivate func modelMetadata() throws(Failure) -> [String: String] {
    var metadata = [
      "architecture": try JSON.encodeLine(experiment.model),
      "classes": try JSON.encodeLine(experiment.data.classes),
      "features": try JSON.encodeLine(data.features),
      "format": "liner-notes",
    ]
    if let scaling = model.scaling { metadata["scaling"] = try JSON.encodeLine(scaling) }
    return metadata
  }
}
