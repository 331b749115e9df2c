import Foundation
import NeuralNetwork

/// How far the training is: a line that is redrawn on a terminal, a line now and then elsewhere, nothing when
/// quiet.
public final class ProgressLine {
  private let console: Console
  private let isTerminal: Bool
  private let clock = ContinuousClock()
  private var begun: ContinuousClock.Instant
  private var drawn: ContinuousClock.Instant
  /// How many seeds were there before the first of this study.
  private var firstDone: Int?

  public init(_ console: Console, isTerminal: Bool = Console.isTerminal) {
    self.console = console
    self.isTerminal = isTerminal
    begun = clock.now
    drawn = begun
  }

  /// Says what the training stage tells.
  public func show(_ event: TrainingStage.Event) {
    switch event {
    case .isCurrent(let run):
      console.note("run '\(run.name)': up to date")
    case .begins(let run, let reasons):
      console.note("run '\(run.name)': training, because \(reasons.joined(separator: ", "))")
      begun = clock.now
      drawn = begun
    case .resumes(let run, let epoch):
      console.note("run '\(run.name)': going on after epoch \(epoch)")
    case .plan:
      // A plan is a result.
      break
    case .rewrites(let run):
      console.note("run '\(run.name)': words changed, nothing to train")
    case .takesClaims(let reasons):
      console.note("the claims: taken over, because \(reasons.sentence)")
    case .removes(let products):
      console.note("removed what the experiment has no more: \(products.joined(separator: ", "))")
    case .epoch(let run, let record, let best):
      follow(record, run, best: best ?? 0)
    case .warning(let line):
      console.warning(line)
    case .ends(let run, let result):
      clearLine()
      let best = result.bestEpoch.map { ", best epoch \($0)" } ?? ""
      console.note(
        "run '\(run.name)': \(result.epochsRun) epochs\(best), stopped by \(result.stop.rawValue), \(Self.text(clock.now - begun))"
      )
    }
  }

  /// Says what the stage of the baselines tells.
  public func show(_ event: BaselineStage.Event) {
    func names(_ baselines: [Baseline]) -> String { baselines.map(\.rawValue).joined(separator: ", ") }
    switch event {
    case .isCurrent(let baselines):
      console.note("baselines \(names(baselines)): up to date")
    case .begins(let baselines, let reasons):
      console.note("baselines \(names(baselines)): fitting, because \(reasons.sentence)")
      begun = clock.now
    case .plan:
      break
    case .warning(let line):
      console.warning(line)
    case .removes(let products):
      console.note("removed what the experiment has no more: \(products.joined(separator: ", "))")
    case .ends(let baselines):
      console.note("baselines \(names(baselines)): \(Self.text(clock.now - begun))")
    }
  }

  /// Says what the importance stage tells.
  public func show(_ event: ImportanceStage.Event) {
    switch event {
    case .plan:
      break
    case .measures(let run, let networks):
      console.note(
        "run '\(run.name)': measuring what each feature is worth to \(networks == 1 ? "its network" : "\(networks) networks")"
      )
    case .warning(let line):
      console.warning(line)
    }
  }

  /// Says what the seed stage tells.
  public func show(_ event: SeedStage.Event) {
    switch event {
    case .isCurrent(let run, let count):
      console.note("run '\(run.name)': \(count) seeds up to date")
    case .begins(let run, let count, let known, let reasons):
      let have = known == 0 ? "" : ", \(known) of which are known"
      console.note(
        "run '\(run.name)': training \(count) seeds\(have), because \(reasons.joined(separator: ", "))")
      (begun, firstDone) = (clock.now, nil)
      drawn = begun
    case .plan:
      break
    case .warning(let line):
      console.warning(line)
    case .removes(let products):
      console.note("removed what was not asked for: \(products.joined(separator: ", "))")
    case .progress(let done, let count):
      let firstDone = self.firstDone ?? done - 1
      self.firstDone = firstDone
      let left = (clock.now - begun) * (Double(count - done) / Double(done - firstDone))
      draw("seed \(done)/\(count)", share: Double(done) / Double(count), left: left)
    case .ends(let run, let count):
      clearLine()
      console.note("run '\(run.name)': \(count) seeds, \(Self.text(clock.now - begun))")
    }
  }

  /// Says what the study stage tells.
  public func show(_ event: StudyStage.Event) {
    switch event {
    case .isCurrent(let fits):
      console.note("studies: \(fits) fits up to date")
    case .begins(let stale, let arms, let fits, let reasons):
      console.note(
        "studies: training \(fits) fits for \(stale) of \(arms) networks, because \(reasons.sentence)")
      (begun, drawn, firstDone) = (clock.now, clock.now, 0)
    case .progress(let done, let count):
      let left = (clock.now - begun) * (Double(count - done) / Double(done))
      draw("fit \(done)/\(count)", share: Double(done) / Double(count), left: left)
    case .ends(let fits):
      clearLine()
      console.note("studies: \(fits) fits, \(Self.text(clock.now - begun))")
    case .isLeftOut(let isKept):
      console.note(
        isKept ? "studies: up to date" : "studies: not up to date; the report goes without them")
    case .plan: break
    case .removes(let products):
      console.note("removed what is studied no more: \(products.joined(separator: ", "))")
    case .warning(let line):
      console.warning(line)
    }
  }

  private func follow(_ record: EpochRecord, _ run: Experiment.Run, best: Int) {
    // The end is the epoch limit, or where early stopping ends the fit if nothing gets better any more.
    let patience = run.training.earlyStopping.map { best.addingReportingOverflow($0.patience) }
    let end = min(run.training.epochs, patience.map { $0.overflow ? .max : $0.partialValue } ?? .max)
    let share = min(1, Double(record.epoch) / Double(max(end, 1)))
    let accuracy = record.valBinaryAccuracy.map { String(format: "  val accuracy %.3f", $0) } ?? ""
    draw(
      "\(run.name)  epoch \(record.epoch)/\(end)" + String(format: "  loss %.3f", record.loss) + accuracy,
      share: share, left: (clock.now - begun) * (1 / share - 1))
  }

  /// A terminal is redrawn ten times a second, a log gets a line every ten seconds.
  private func draw(_ text: String, share: Double, left: Duration) {
    let now = clock.now
    guard !console.isQuiet, now - drawn >= (isTerminal ? .milliseconds(100) : .seconds(10)) else { return }
    drawn = now
    let line = "\(text)  \(Self.text(left)) left"
    guard isTerminal else {
      Console.write("\(line)\n", to: STDERR_FILENO)
      return
    }
    let full = Int((share * 16).rounded(.down))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 16 - full)
    // A line that wraps could not be redrawn.
    Console.write("\r\u{1B}[2K\("\(bar)  \(line)".prefix(Console.terminalWidth - 1))", to: STDERR_FILENO)
  }

  private func clearLine() {
    if isTerminal && !console.isQuiet { Console.write("\r\u{1B}[2K", to: STDERR_FILENO) }
  }

  static func text(_ duration: Duration) -> String {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    return seconds < 60
      ? String(format: "%.1f s", seconds) : "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
  }
}
