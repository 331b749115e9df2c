import Evaluation

/// What the test tracks allow to say of two runs, and on what ground.
///
/// The second is better or worse only where chance is unlikely to have made the difference. Of one seed each that
/// can be said of the two networks, never of their settings.
struct RunVerdict: Sendable {
  /// What is compared.
  enum Ground: String, Encodable, Sendable {
    /// Nothing: both call every track alike, and their seeds are right as often.
    case same
    /// The accuracies over seeds, on the same tracks.
    case seeds
    /// The accuracies over seeds, each on tracks of its own, which are a matter of chance too.
    case seedsOnOtherTracks = "seeds_on_other_tracks"
    /// Two networks, on the same tracks.
    case tracks
    /// Two networks, each on tracks of its own.
    case otherTracks = "other_tracks"
  }

  /// What is compared: without seeds where only one side has several.
  let a: TestedRun
  let b: TestedRun
  /// How many seeds there are of each.
  let seedCounts: (a: Int, b: Int)
  let ground: Ground
  let outcome: Verdict.Outcome
  /// B's accuracy less A's; `nil` where no interval can be given.
  let difference: Estimate?
  /// Of the test; `nil` where there was none.
  let p: Double?
  /// How the two networks called the tracks; `nil` where these are not the same.
  let calls: Calls?

  /// How often two networks were right on the same tracks.
  struct Calls: Equatable, Encodable, Sendable {
    let bothRight: Int
    let onlyARight: Int
    let onlyBRight: Int
    let bothWrong: Int
  }

  /// - Parameter areSameTracks: whether both were tested on the same tracks.
  init(_ a: TestedRun, _ b: TestedRun, areSameTracks: Bool) {
    seedCounts = (max(1, a.seeds.count), max(1, b.seeds.count))
    let haveSeeds = !a.seeds.isEmpty && !b.seeds.isEmpty
    (self.a, self.b) = haveSeeds ? (a, b) : (a.withoutSeeds, b.withoutSeeds)
    let calls = areSameTracks ? Calls(a.isRight, b.isRight) : nil
    self.calls = calls
    if areSameTracks && a == b {
      (ground, outcome, difference, p) = (.same, .undecided, nil, nil)
    } else if let test = try? WelchTest(first: a.seeds, second: b.seeds) {
      (difference, p) = (test.difference, test.p)
      ground = areSameTracks ? .seeds : .seedsOnOtherTracks
      // Other tracks move an accuracy more than other seeds do: what they alone could have made shows nothing.
      let isOfTracks = !areSameTracks && a.interval.overlaps(b.interval)
      outcome = isOfTracks ? .undecided : Verdict(test).outcome
    } else if let calls {
      let test = McNemarTest(onlyFirst: calls.onlyARight, onlySecond: calls.onlyBRight, of: a.isRight.count)
      (ground, outcome, difference, p) = (.tracks, Verdict(test).outcome, test.difference, test.p)
    } else {
      (ground, outcome, difference, p) = (.otherTracks, .undecided, nil, nil)
    }
  }
}

extension RunVerdict.Calls {
  /// - Parameters: whether each track was called rightly, by either.
  init(_ a: [Bool], _ b: [Bool]) {
    let pairs = zip(a, b)
    self.init(
      bothRight: pairs.count { $0 && $1 }, onlyARight: pairs.count { $0 && !$1 },
      onlyBRight: pairs.count { !$0 && $1 }, bothWrong: pairs.count { !$0 && !$1 })
  }
}

extension Interval {
  fileprivate func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }
}
