/// The experiment's first run under one condition, to be trained several times.
struct StudyArm: Sendable {
  /// What an arm belongs to.
  enum Study: String, Codable, Sendable {
    /// The experiment as it is: what all others are compared with.
    case reference
    case variants
    case splits
    /// Plain models under the ways to hold out rows.
    case models
    case audit
  }

  let study: Study
  /// That of its file and its keys.
  let name: String
  let title: String
  /// With the condition in it.
  let experiment: Experiment
  /// Its rows, before they are split.
  let rows: ExperimentRows
  /// The rows that are left out once all have been split.
  var removed: [Int] = []
  /// The plain model in place of the network, and the arm whose rows it is fitted to.
  var plain: Plain?
  let trials: [Trial]

  /// A plain model under the condition of another arm.
  struct Plain: Codable, Equatable, Sendable {
    var baseline: Baseline
    var arm: String
  }
}

extension StudyArm {
  /// A plain model on the same rows; of the trials those that draw a split.
  ///
  /// - Parameter seeds: only trials of these; `nil` for all.
  func plain(_ baseline: Baseline, seeds: SeedList?) -> StudyArm {
    StudyArm(
      study: .models, name: "\(name).\(baseline.rawValue)", title: baseline.words, experiment: experiment,
      rows: rows, removed: removed, plain: Plain(baseline: baseline, arm: name),
      trials: trials.filter { $0.series == .splits && seeds?.seeds.contains($0.seed) ?? true })
  }

  /// Whether each trial holds out the rows that the same one of an experiment does.
  func keepsSplit(of experiment: Experiment) -> Bool {
    self.experiment.split == experiment.split && trials.allSatisfy { $0.fold == nil }
  }

  /// All that decides what the arm comes to, by names that a person understands.
  func inputs(
    source: TrackSource, fitter: any BaselineFitter, program: Fingerprint
  ) throws(Failure) -> [String: Fingerprint] {
    // A plain model is fitted to the same rows, but by none of the network's settings.
    let chain = plain == nil ? [experiment.firstRun.seeded(0)] : []
    var inputs = try experiment.inputs(
      of: chain, on: rows.dataset, data: source.fingerprint, program: program)
    if let plain {
      inputs["model"] = Fingerprint(of: plain.baseline.rawValue)
      for (library, version) in fitter.versions {
        inputs["the version of \(library)"] = Fingerprint(of: version)
      }
    }
    inputs[Self.trials] = Fingerprint(of: trials.map { "\($0)" }.joined(separator: "\n"))
    inputs["the rows left out"] = Fingerprint(of: removed.map { "\($0)" }.joined(separator: ","))
    return inputs
  }

  /// Of all that decides what a trial comes to, as `inputs` has it: arms that share it share their fits.
  static func making(_ inputs: [String: Fingerprint]) -> Fingerprint {
    let making = inputs.filter { $0.key != Self.trials }.sorted { $0.key < $1.key }
    return Fingerprint(of: making.map { "\($0.key) \($0.value)" }.joined(separator: "\n"))
  }

  private static let trials = "the seeds or folds"
}

extension StudyArm {
  /// The rows of a trial, split.
  func division(of trial: Trial) throws(Failure) -> RowDivision {
    try RowDivision(of: rows, experiment, plan: trial.plan(experiment.split), removing: Set(removed))
  }

  /// Does one of the arm's trials; `file` is what messages call the data.
  func fit(_ trial: Trial, file: String, fitter: any BaselineFitter) throws(Failure) -> StudyFit {
    let trainer = try Trainer(
      experiment, rows, try division(of: trial), removing: Set(removed), file: file)
    let run = experiment.firstRun
    guard let plain else {
      return StudyFit(trial: trial, result: try trainer.member(of: run, seed: trial.seed).result)
    }
    let fitted = try fitter.fit(plain.baseline, to: BaselineTask(of: trainer))
    return StudyFit(
      trial: trial, result: try trainer.result(of: fitted.probabilities, run, seed: trial.seed))
  }
}

extension BaselineTask {
  /// The rows of a trainer, scaled as for its network.
  init(of trainer: Trainer) {
    self.init(
      features: trainer.inputs.values, featureNames: trainer.dataset.featureNames,
      target: trainer.dataset.target, trainingRows: trainer.split.train)
  }
}
