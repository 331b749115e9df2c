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
  /// - Parameter series: what is varied from trial to trial.
  init(
    _ study: Study, _ variant: Variant, of experiment: Experiment, removing removed: [Int] = [],
    seeds: SeedList, series: [Trial.Series]
  ) {
    let changed = variant.applied(to: experiment)
    let seeds = variant.seeds ?? seeds
    // A split that is always the same leaves but the seeds to vary.
    let series = changed.split.shuffle ? series : [.seeds]
    self.init(
      study: study, name: variant.name, title: variant.title, experiment: changed, removed: removed,
      trials: variant.folds.map { Trial.all(of: $0, changed.split, seeds: seeds) }
        ?? Trial.all(of: series, changed.split, seeds: seeds))
  }

  /// A plain model on the same rows; of the trials those that draw a split.
  ///
  /// - Parameter seeds: only trials of these; `nil` for all.
  func plain(_ baseline: Baseline, seeds: SeedList?) -> StudyArm {
    StudyArm(
      study: .models, name: "\(name).\(baseline.rawValue)", title: baseline.words, experiment: experiment,
      removed: removed, plain: Plain(baseline: baseline, arm: name),
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
    let trainer = try named { () throws(Failure) in try Trainer(experiment, source: source) }
    // A plain model is fitted to the same rows, but by none of the network's settings.
    let chain = plain == nil ? [experiment.firstRun.seeded(0)] : []
    var inputs = try experiment.inputs(
      of: chain, by: trainer, data: source.fingerprint, program: program)
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
  /// Does one of the arm's trials.
  func fit(
    _ trial: Trial, source: TrackSource, fitter: any BaselineFitter
  ) throws(Failure) -> StudyFit {
    try named { () throws(Failure) in
      let trainer = try Trainer(
        experiment, source: source, plan: trial.plan(experiment.split), removing: Set(removed))
      let run = experiment.firstRun
      guard let plain else {
        return StudyFit(trial: trial, result: try trainer.member(of: run, seed: trial.seed).result)
      }
      let fitted = try fitter.fit(plain.baseline, to: BaselineTask(of: trainer))
      return StudyFit(
        trial: trial, result: try trainer.result(of: fitted.probabilities, run, seed: trial.seed))
    }
  }

  /// Lets a failure say which arm it is of.
  private func named<Value>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    do throws(Failure) {
      return try body()
    } catch {
      throw Failure(error.status, "studies: \(name): \(error.message)")
    }
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
