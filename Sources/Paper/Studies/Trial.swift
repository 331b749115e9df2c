import TrackData

/// One fit of a study: which rows it holds out and what it draws its first weights, dropout and order of rows from.
struct Trial: Hashable, Sendable {
  /// What differs from one trial of a series to the next.
  enum Series: String, Codable, CaseIterable, Sendable {
    /// The seed of the training; all hold out the experiment's own test rows.
    case seeds
    /// The split, and the seed of the training with it.
    case splits
  }

  /// A fold of a cross-validation, counted from 0.
  struct Fold: Hashable, Sendable {
    let again: Int
    let index: Int
    let count: Int
  }

  let series: Series
  let splitSeed: UInt32
  /// `nil` where the rows are held out once.
  var fold: Fold?
  let seed: UInt64
}

extension Trial {
  /// What decides which rows are held out of those of one arm.
  struct HeldOut: Hashable, Sendable {
    let splitSeed: UInt32
    let fold: Fold?
  }

  var heldOut: HeldOut { HeldOut(splitSeed: splitSeed, fold: fold) }

  /// A trial of each series for each seed.
  ///
  /// - Parameter seeds: each at most the largest seed of a split.
  static func all(of series: [Series], _ split: Experiment.Split, seeds: SeedList) -> [Trial] {
    series.flatMap { series in
      seeds.seeds.map { seed in
        let splitSeed =
          switch series {
          case .seeds: split.seed
          case .splits: UInt32(seed)
          }
        return Trial(series: series, splitSeed: splitSeed, seed: seed)
      }
    }
  }

  /// A trial for each fold, each with the next of the seeds.
  static func all(of folds: Variant.Folds, _ split: Experiment.Split, seeds: SeedList) -> [Trial] {
    (0..<folds.repeats).flatMap { again in
      (0..<folds.count).map { index in
        Trial(
          series: .splits, splitSeed: split.seed,
          fold: Fold(again: again, index: index, count: folds.count),
          seed: seeds.seeds[(again * folds.count + index) % seeds.seeds.count])
      }
    }
  }

  /// What draws its rows.
  func plan(_ split: Experiment.Split) -> SplitPlan {
    var plan = split.plan
    plan.seed = splitSeed
    if let fold { plan.part = .fold(fold.index, of: fold.count, repeat: fold.again) }
    return plan
  }
}

extension Trial: CustomStringConvertible {
  var description: String {
    let fold = fold.map { ", fold \($0.index) of \($0.count) again \($0.again)" } ?? ""
    return "\(series.rawValue): split \(splitSeed)\(fold), seed \(seed)"
  }
}
