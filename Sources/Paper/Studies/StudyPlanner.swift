import TrackData

/// Tells the arms of a study that the data can bear from those that they cannot, before any is trained.
struct StudyPlanner {
  private let experiment: Experiment
  private let source: TrackSource
  private let seeds: SeedList
  private var shelf = RowShelf()
  /// What is wrong with rows that were split before, by all that decides how; `nil` for nothing.
  private var known: [String: Failure?] = [:]
  private(set) var leftOut: [StudyIndex.LeftOut] = []
  private(set) var omissions: [Omission] = []

  /// - Parameter seeds: of arms that name none of their own.
  init(_ experiment: Experiment, source: TrackSource, seeds: SeedList) {
    (self.experiment, self.source, self.seeds) = (experiment, source, seeds)
  }

  /// The arm of a variant, with those series of trials that the data can bear.
  ///
  /// - Parameters:
  ///   - series: what is varied from trial to trial.
  ///   - key: of the experiment file, which asks for it.
  /// - Returns: `nil` where it is left out.
  /// - Throws: what has nothing to do with the data.
  mutating func arm(
    _ study: StudyArm.Study, _ variant: Variant, over series: [Trial.Series], removing removed: [Int] = [],
    key: String
  ) throws(Failure) -> StudyArm? {
    let changed = variant.applied(to: experiment)
    do throws(Failure) {
      let rows = try shelf.rows(of: changed, in: source)
      func arm(_ trials: [Trial]) -> StudyArm {
        StudyArm(
          study: study, name: variant.name, title: variant.title, experiment: changed, rows: rows,
          removed: removed, trials: trials)
      }
      // A split that is always the same leaves but the seeds to vary.
      let series = changed.split.shuffle ? series : [.seeds]
      let seeds = variant.seeds ?? seeds
      let all = arm(
        variant.folds.map { Trial.all(of: $0, changed.split, seeds: seeds) }
          ?? Trial.all(of: series, changed.split, seeds: seeds))
      var trials: [Trial] = []
      var causes: [(series: Trial.Series, failure: Failure)] = []
      for series in Trial.Series.allCases {
        let ofSeries = all.trials.filter { $0.series == series }
        if let failure = cause(ofSeries, of: all) {
          causes.append((series, failure))
        } else {
          trials += ofSeries
        }
      }
      guard let first = trials.first else { throw causes.first?.failure ?? Failure(.badData, "no trials") }
      _ = try Trainer(
        changed, rows, try all.division(of: first), removing: Set(removed), file: source.file)
      for (series, failure) in causes {
        note(.init(of: all, series, failure), "'\(all.name)' over \(series.rawValue)", key, failure)
      }
      return arm(trials)
    } catch {
      guard error.isOfData else { throw error }
      let whole = StudyIndex.LeftOut(
        name: variant.name, title: variant.title, study: study, reason: error.finding)
      note(whole, "'\(variant.name)'", key, error)
      return nil
    }
  }

  /// The experiment's plain models on the rows of a network's arm.
  mutating func models(beside arm: StudyArm, seeds: SeedList?) -> [StudyArm] {
    experiment.baselines.enumerated().compactMap { index, baseline in
      let plain = arm.plain(baseline, seeds: seeds)
      guard !plain.trials.isEmpty else { return nil }
      guard baseline.needsBothClasses else { return plain }
      for trial in plain.trials {
        guard let division = try? arm.division(of: trial),
          let failure = baseline.failure(fitting: division.split.train, of: arm.rows.dataset.target)
        else { continue }
        let cause = failure.of("seed \(trial.seed)")
        note(
          .init(of: plain, nil, cause), "'\(baseline.rawValue)' beside '\(arm.name)'", "baselines[\(index)]",
          cause)
        return nil
      }
      return plain
    }
  }

  private mutating func note(
    _ left: StudyIndex.LeftOut, _ what: String, _ key: String, _ cause: Failure
  ) {
    leftOut.append(left)
    omissions.append(Omission(what: what, key: key, cause: cause))
  }

  /// Why some trials cannot be done; `nil` where all can.
  private mutating func cause(_ trials: [Trial], of arm: StudyArm) -> Failure? {
    var failures: [(trial: Trial, failure: Failure)] = []
    for trial in trials {
      if let failure = cause(trial, of: arm) { failures.append((trial, failure)) }
    }
    guard let (trial, failure) = failures.first else { return nil }
    let isOfAll = failures.count == trials.count && failures.allSatisfy { $0.failure == failure }
    return isOfAll ? failure : failure.of("seed \(trial.seed)")
  }

  private mutating func cause(_ trial: Trial, of arm: StudyArm) -> Failure? {
    let shares = arm.experiment.runs.map(\.training.validationSplit)
    let making = "\(arm.experiment.split) \(trial.heldOut) \(shares) \(arm.removed)"
    if let known = known[making] { return known }
    var cause: Failure?
    do throws(Failure) {
      _ = try arm.division(of: trial)
    } catch {
      cause = error
    }
    known[making] = .some(cause)
    return cause
  }
}

extension StudyIndex.LeftOut {
  init(of arm: StudyArm, _ series: Trial.Series?, _ cause: Failure) {
    self.init(
      name: arm.name, title: arm.title, study: arm.study, series: series, plain: arm.plain,
      reason: cause.finding)
  }
}

extension Baseline {
  /// Whether it cannot be fitted to rows of one class.
  var needsBothClasses: Bool { self == .logistic }

  /// Why it cannot be fitted to some rows; `nil` where it can.
  func failure(fitting rows: [Int], of target: [Int]) -> Failure? {
    guard needsBothClasses, Set(rows.map { target[$0] }).count < 2 else { return nil }
    return Failure(.badData, "expected training rows of both classes, received one; split the data otherwise")
  }
}
