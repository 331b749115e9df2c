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
    /// They were not to be trained: those of an earlier command are kept in the report, or it goes without them.
    case isLeftOut(isKept: Bool)
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
  /// Without a plan nothing is trained or even looked at: the report keeps the studies that are there if they are of
  /// this experiment, data and program, and goes without them else.
  ///
  /// - Throws: `cannotCreate` and `inputOutput` where a file cannot be written; under `isStrict` `badData` where an
  ///   arm turns out not to be trained on these data.
  public mutating func run(
    _ plan: TrainingPlan, tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(Failure) {
    if let studies = plan.studies {
      try train(try expect(studies), of: studies, isStrict: plan.isStrict, tell)
    } else if experiment.studies != nil {
      guard !keepWhatIsCurrent() else { return tell(.isLeftOut(isKept: true)) }
      tell(.isLeftOut(isKept: false))
      // The arms stay, for when they are trained again.
      let removed = try workshop.removeOthers { $0 == Self.index }
      if !removed.isEmpty, workshop.isDry { tell(.plan("leave the studies out of the report")) }
      return
    }
    let removed = try workshop.removeOthers { $0.hasPrefix(Self.prefix) }
    if !removed.isEmpty {
      tell(workshop.isDry ? .plan("remove \(removed.joined(separator: ", "))") : .removes(removed))
    }
    for file in workshop.kept { tell(.warning(file.message)) }
  }

  /// Whether the studies that are there are what this command would train.
  private func keepWhatIsCurrent() -> Bool {
    guard let index = readIndex() else { return false }
    return workshop.isMade(Self.index, by: program)
      && index.arms.allSatisfy { workshop.isMade(Self.prefix + $0.name, by: program) }
  }

  /// The index of an earlier command on the same experiment and data.
  private func readIndex() -> StudyIndex? {
    let path = paths.run(experiment.firstRun.name).studyIndex
    guard let bytes = try? Files.read(path),
      let index = try? JSON.decode(StudyIndex.self, from: bytes, file: path),
      let making = try? StudyIndex.making(of: experiment, data: source.fingerprint)
    else { return nil }
    return index.madeFrom == making ? index : nil
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
    _ stale: [Stale], of plan: StudyPlan, isStrict: Bool, _ tell: @escaping @Sendable (Event) -> Void
  ) throws(Failure) {
    let count = stale.reduce(0) { $0 + $1.arm.trials.count }
    let reasons = Set(stale.flatMap(\.reasons)).sorted()
    let (all, arms) = (plan.arms.reduce(0) { $0 + $1.trials.count }, plan.arms.count)
    // What failed before and need not be tried again fails still.
    let before = (readIndex()?.leftOut ?? []).filter { old in
      plan.arms.contains { $0.name == old.name } && !plan.leftOut.contains { $0.name == old.name }
        && !stale.contains { $0.arm.name == old.name }
    }
    var failed = before.map { (left: $0, message: $0.reason) }
    if workshop.isDry, count > 0 {
      tell(
        .plan(
          "studies: train \(count) fits for \(stale.count) of \(arms) networks, because \(reasons.sentence)"))
    } else if count > 0 {
      tell(.begins(stale: stale.count, arms: arms, fits: count, reasons: reasons))
      failed += try fit(stale, tell: tell, count: count)
      tell(.ends(fits: count))
    } else {
      tell(.isCurrent(fits: all))
    }
    for (left, message) in failed {
      let line = "studies: '\(left.name)' is left out: \(message)"
      if isStrict { throw Failure(.badData, line) }
      tell(.warning(line))
    }
    let json = try JSON.encode(try plan.index(of: experiment, source: source, failed: failed.map(\.left)))
    try workshop.make(
      Self.index, from: ["what is studied": Fingerprint(of: json)], files: [folder.studyIndex]
    ) { () throws(Failure) in [Array(json.utf8)] }
  }

  /// - Returns: what turned out only now not to be trained on these data, but for the experiment itself.
  private mutating func fit(
    _ stale: [Stale], tell: @escaping @Sendable (Event) -> Void, count: Int
  ) throws(Failure) -> [(left: StudyIndex.LeftOut, message: String)] {
    let done = Mutex(0)
    var failed: [(left: StudyIndex.LeftOut, message: String)] = []
    // Arms may be the same but for their names, such as one split in several studies.
    var known: [Fingerprint: [Trial: StudyFit]] = [:]
    for (arm, inputs) in stale.map({ ($0.arm, $0.inputs) }) {
      let making = StudyArm.making(inputs)
      var fits: [StudyFit] = []
      do throws(Failure) {
        fits = try fit(arm, besides: known[making] ?? [:]) {
          done.withLock { done in
            done += 1
            tell(.progress(done: done, count: count))
          }
        }
      } catch {
        guard error.isOfData, arm.study != .reference else { throw error.of("studies: \(arm.name)") }
        failed.append((StudyIndex.LeftOut(of: arm, nil, error), error.reason))
      }
      for fit in fits { known[making, default: [:]][fit.trial] = fit }
      // One that failed has no fits, so that it is not tried again as long as nothing changes.
      try workshop.put(
        Self.product(arm), madeFrom: inputs, files: [file(of: arm)],
        contents: [Array(StudyFit.csv(of: fits).utf8)])
    }
    return failed
  }

  private static func product(_ arm: StudyArm) -> String { prefix + arm.name }

  /// Where files lie, as seen from the output folder.
  private var folder: RunPaths { RunPaths(folder: "runs/" + experiment.firstRun.name) }

  private func file(of arm: StudyArm) -> String { folder.studyArm(arm.name) }

  /// Makes an arm's fits but for those that are known, and answers all in the order of its trials.
  private func fit(
    _ arm: StudyArm, besides known: [Trial: StudyFit], onEach: @Sendable () -> Void
  ) throws(Failure) -> [StudyFit] {
    let (file, fitter) = (source.file, fitter)
    let fits = Mutex(known)
    try inParallel(arm.trials, jobs: jobs) { trial throws(Failure) in
      if known[trial] == nil {
        let fit = try arm.fit(trial, file: file, fitter: fitter)
        fits.withLock { $0[trial] = fit }
      }
      onEach()
    }
    return fits.withLock { fits in arm.trials.compactMap { fits[$0] } }
  }
}
