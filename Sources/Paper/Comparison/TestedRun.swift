import Evaluation

/// What a verdict on a run rests on: its test tracks.
struct TestedRun: Equatable, Sendable {
  /// Whether each test track was called rightly, in the order of the file; at least one.
  let isRight: [Bool]
  /// The test accuracy of each of many seeds; empty for one seed.
  let seeds: [Double]

  /// - Parameter seeds: fewer than two are none, as they have no spread.
  init(isRight: [Bool], seeds: [Double] = []) {
    precondition(!isRight.isEmpty, "a run is tested on at least one track")
    self.isRight = isRight
    self.seeds = seeds.count > 1 ? seeds : []
  }

  /// The mean over seeds where there are several, else the network's own.
  var accuracy: Double {
    seeds.isEmpty ? Double(isRight.count { $0 }) / Double(isRight.count) : Spread(of: seeds).mean
  }

  /// The network alone.
  var withoutSeeds: TestedRun { TestedRun(isRight: isRight) }

  /// Where the accuracy may lie on other tracks of the same kind, by Wilson.
  var interval: Interval {
    let right = Int((accuracy * Double(isRight.count)).rounded())
    return .wilson(right, of: isRight.count)
  }
}

extension TestedRun {
  init(_ run: EvaluatedRun) {
    let (truth, predictions) = run.folder.predictions.classes(on: .test)
    self.init(
      isRight: zip(truth, predictions).map { $0 == $1 },
      seeds: run.folder.seeds?.accuracies(on: .test) ?? [])
  }
}
