import TrackData

/// Everything that a command is about to train, checked against the data before the first fit.
///
/// Faults of the experiment itself are errors. What stands beside its runs (a study, a mended finding of the audit, a
/// plain model) and cannot be done on these data is left out: the plan and the report say so.
public struct TrainingPlan: Sendable {
  /// Of the experiment as it is, for all stages.
  let trainer: Trainer
  /// The plain models that can be fitted.
  let baselines: [Baseline]
  /// Those that cannot, and why.
  let baselinesLeftOut: [BaselineRecord.LeftOut]
  /// `nil` where there are none, or where they are not to be trained.
  let studies: StudyPlan?
  /// Whether what cannot be done is an error, not left out.
  let isStrict: Bool
  /// Lines of which each says what is left out or was asked for in vain, where in the experiment, and why.
  public let warnings: [String]
  /// That what is published and claimed is of other data; `nil` where it is of these, of the sample, or there is none.
  public let note: String?

  /// - Parameters:
  ///   - trainsStudies: whether the experiment's studies are looked at.
  ///   - isStrict: whether it is an error where something would be left out.
  /// - Throws: `badData` and `noInput` where the runs cannot be trained, or the claims are none.
  public init(
    _ experiment: Experiment, source: TrackSource, trainsStudies: Bool = true, isStrict: Bool = false
  ) throws(Failure) {
    let trainer = try Trainer(experiment, source: source)
    (self.trainer, self.isStrict) = (trainer, isStrict)
    if let path = experiment.claims { _ = try Claim.parse(try Files.readText(path), file: path) }
    var omissions: [Omission] = []
    var (baselines, leftOut): ([Baseline], [BaselineRecord.LeftOut]) = ([], [])
    for (index, baseline) in experiment.baselines.enumerated() {
      let cause = baseline.failure(fitting: trainer.split.train, of: trainer.dataset.target)
      guard let cause else {
        baselines.append(baseline)
        continue
      }
      leftOut.append(.init(name: baseline, reason: cause.finding))
      omissions.append(
        Omission(what: "the baseline '\(baseline.rawValue)'", key: "baselines[\(index)]", cause: cause))
    }
    (self.baselines, baselinesLeftOut) = (baselines, leftOut)
    studies =
      try trainsStudies
      ? experiment.studies.map { studies throws(Failure) in
        try StudyPlan(studies, by: trainer, source: source)
      } : nil
    omissions += studies?.omissions ?? []
    let lines = omissions.warnings(in: experiment.places)
    guard lines.isEmpty || !isStrict else {
      throw Failure(
        .badData,
        "\(source.file): these data cannot bear all that the experiment asks for, so --strict trains nothing"
          + lines.map { "\n  \($0)" }.joined())
    }
    note =
      experiment.isAboutOther(data: source)
      ? experiment.places.prefix(["data.sha256"])
        + "the experiment's words, and what is published and claimed, are about other data than \(source.file): the "
        + "report goes without them; leave out data.sha256 to keep them" : nil
    warnings = Self.warning(of: trainer, source).map { [$0] + lines } ?? lines
  }

  /// What is said of columns to drop that there are not.
  private static func warning(of trainer: Trainer, _ source: TrackSource) -> String? {
    let absent = trainer.absentDrops
    guard !absent.isEmpty else { return nil }
    return trainer.experiment.places.prefix(["data.drop"])
      + "\(source.file) has no \(absent.count == 1 ? "column" : "columns") \(absent.map { "'\($0)'" }.listed) to drop"
  }
}

extension Trainer {
  /// The plan's, where there is one.
  init(of plan: TrainingPlan?, _ experiment: Experiment, source: TrackSource) throws(Failure) {
    if let plan { self = plan.trainer } else { try self.init(experiment, source: source) }
  }
}
