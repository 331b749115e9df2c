import Synchronization

/// Trains an experiment's studies, on all cores, and writes what they come to beside its first run.
///
/// An arm is a product of its own: one whose inputs are what they were is not trained again, and an interrupted
/// command has lost none that were finished.
public struct StudyStage {
  /// What is told while the stage is at work.
  public enum Event: Sendable {
    /// All of so many fits are as they should be.
    case isCurrent(fits: Int)
    /// Of `arms` so many have to be trained.
    case begins(stale: Int, arms: Int, fits: Int, reasons: [String])
    /// Of `count` fits `done` are finished.
    case progress(done: Int, count: Int)
    case ends(fits: Int)
    /// What would be done, and why, where it is only looked at.
    case plan(String)
    /// They were not to be trained, and the report goes without them.
    case isLeftOut
    /// What the experiment studies no more is removed.
    case removes([String])
    /// Something that the user should know of.
    case warning(String)
  }

  private let experiment: Experiment
  private let source: TrackSource
  private let fitter: any BaselineFitter
  private let jobs: Int
  private let paths: Paths
  private let program: Fingerprint
  private var workshop: Workshop

  /// - Parameters:
  ///   - fitter: of the plain models under the ways to hold out rows.
  ///   - jobs: how many fits are made at a time.
  ///   - program: of the program that trains: a new version trains anew.
  ///   - isForced: whether all is trained anew, changed or not.
  ///   - isDry: whether it is only said what would be trained.
  public init(
    _ experiment: Experiment, source: TrackSource, fitter: any BaselineFitter, jobs: Int, paths: Paths,
    program: Fingerprint, isForced: Bool = false, isDry: Bool = false
  ) {
    self.fitter = fitter
    self.experiment = experiment
    self.source = source
    self.jobs = jobs
    self.paths = paths
    self.program = program
    workshop = Workshop(paths: paths, isForced: isForced, isDry: isDry)
  }

  static let prefix = "studies/"
  private static let index = prefix + "index"

  /// Does the stage's work; where the experiment has no studies, removes what earlier ones left.
  ///
  /// - Parameter trains: whether what is not as it should be is trained; else the report goes without the
  ///   studies, but keeps those arms that can still be used.
  /// - Throws: `badData` where rows, split, model or training of an arm do not fit together; `cannotCreate` and
  ///   `inputOutput` where a file cannot be written.
  public mutating func run(
    trains: Bool = true, tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(Failure) {
    if let studies = experiment.studies {
      let plan = try StudyPlan(studies, of: experiment, source: source)
      let stale = try expect(plan)
      if trains || stale.isEmpty {
        try train(stale, of: plan, tell)
      } else {
        tell(.isLeftOut)
        // The arms stay, for when they are trained again.
        let removed = try workshop.removeOthers { $0 == Self.index }
        if !removed.isEmpty, workshop.isDry { tell(.plan("leave the studies out of the report")) }
        return
      }
    }
    let removed = try workshop.removeOthers { $0.hasPrefix(Self.prefix) }
    if !removed.isEmpty {
      tell(workshop.isDry ? .plan("remove \(removed.joined(separator: ", "))") : .removes(removed))
    }
    for file in workshop.kept { tell(.warning(file.message)) }
  }

  /// An arm that has to be trained, and why.
  private struct Stale {
    let arm: StudyArm
    let inputs: [String: Fingerprint]
    let reasons: [String]
  }

  private mutating func expect(_ plan: StudyPlan) throws(Failure) -> [Stale] {
    var stale: [Stale] = []
    for arm in plan.arms {
      let inputs = try arm.inputs(source: source, fitter: fitter, program: program)
      let reasons = workshop.expect(Self.product(arm), from: inputs, files: [file(of: arm)])
      if !reasons.isEmpty { stale.append(Stale(arm: arm, inputs: inputs, reasons: reasons)) }
    }
    return stale
  }

  private mutating func train(
    _ stale: [Stale], of plan: StudyPlan, _ tell: @escaping @Sendable (Event) -> Void
  ) throws(Failure) {
    let count = stale.reduce(0) { $0 + $1.arm.trials.count }
    let reasons = Set(stale.flatMap(\.reasons)).sorted()
    let (all, arms) = (plan.arms.reduce(0) { $0 + $1.trials.count }, plan.arms.count)
    if workshop.isDry, count > 0 {
      tell(
        .plan(
          "studies: train \(count) fits for \(stale.count) of \(arms) networks, because \(reasons.sentence)"))
    } else if count > 0 {
      tell(.begins(stale: stale.count, arms: arms, fits: count, reasons: reasons))
      try fit(stale, tell: tell, count: count)
      tell(.ends(fits: count))
    } else {
      tell(.isCurrent(fits: all))
    }
    let json = try JSON.encode(try plan.index(of: experiment, source: source))
    try workshop.make(
      Self.index, from: ["what is studied": Fingerprint(of: json)], files: [folder.studyIndex]
    ) { () throws(Failure) in [Array(json.utf8)] }
  }

  private mutating func fit(
    _ stale: [Stale], tell: @escaping @Sendable (Event) -> Void, count: Int
  ) throws(Failure) {
    let done = Mutex(0)
    // Arms may be the same but for their names, such as one split in several studies.
    var known: [Fingerprint: [Trial: StudyFit]] = [:]
    for (arm, inputs) in stale.map({ ($0.arm, $0.inputs) }) {
      let making = StudyArm.making(inputs)
      let fits = try fit(arm, besides: known[making] ?? [:]) {
        done.withLock { done in
          done += 1
          tell(.progress(done: done, count: count))
        }
      }
      for fit in fits { known[making, default: [:]][fit.trial] = fit }
      try workshop.put(
        Self.product(arm), madeFrom: inputs, files: [file(of: arm)],
        contents: [Array(StudyFit.csv(of: fits).utf8)])
    }
  }

  private static func product(_ arm: StudyArm) -> String { prefix + arm.name }

  /// Where files lie, as seen from the output folder.
  private var folder: RunPaths { RunPaths(folder: "runs/" + experiment.firstRun.name) }

  private func file(of arm: StudyArm) -> String { folder.studyArm(arm.name) }

  /// Makes an arm's fits but for those that are known, and answers all in the order of its trials.
  private func fit(
    _ arm: StudyArm, besides known: [Trial: StudyFit], onEach: @Sendable () -> Void
  ) throws(Failure) -> [StudyFit] {
    let (source, fitter) = (source, fitter)
    let fits = Mutex(known)
    try inParallel(arm.trials, jobs: jobs) { trial throws(Failure) in
      if known[trial] == nil {
        let fit = try arm.fit(trial, source: source, fitter: fitter)
        fits.withLock { $0[trial] = fit }
      }
      onEach()
    }
    return fits.withLock { fits in arm.trials.compactMap { fits[$0] } }
  }
}
