/// Two output folders, or two runs, beside each other: what was changed, and what came of it.
public struct Comparison: Sendable {
  let a: ComparedSide
  let b: ComparedSide
  let runs: [RunComparison]
  /// In the words of the experiment file.
  let settings: [Change]
  let data: [Change]
  let versions: [Change]
  /// The names of the runs that only one side has.
  let onlyInA: [String]
  let onlyInB: [String]

  /// Compares what training left in two folders.
  ///
  /// - Parameters:
  ///   - a: an output folder such as `output`, or a run's such as `output/runs/paper`.
  ///   - b: another, which may be of the other kind.
  /// - Throws: `noInput` where a folder is not there or holds no run to compare; `badData` where a run is damaged.
  public init(of a: String, and b: String) throws(Failure) {
    let (a, b) = (try ComparedSide(readingFrom: a), try ComparedSide(readingFrom: b))
    (self.a, self.b) = (a, b)
    let pairs = try ComparedSide.pairs(a, b)
    var runs: [RunComparison] = []
    for pair in pairs { runs.append(try RunComparison(pair.a, pair.b)) }
    self.runs = runs
    func left(of side: ComparedSide, _ other: ComparedSide, _ paired: [EvaluatedRun]) -> [String] {
      // Beside a single run nobody misses the others of its folder.
      guard !a.isRun && !b.isRun else { return [] }
      return side.runs.map(\.record.name).filter { name in !paired.contains { $0.record.name == name } }
    }
    onlyInA = left(of: a, b, pairs.map(\.a))
    onlyInB = left(of: b, a, pairs.map(\.b))
    guard let (first, second) = pairs.first.map({ ($0.a.record, $0.b.record) }) else {
      preconditionFailure("folders that were read have a run to compare")
    }
    settings = try Change.settings(first.experiment, second.experiment, runs: Self.fits(behind: pairs))
    data = Change.data(first, second)
    versions = Change.versions(first, second)
  }

  /// Whether nothing differs at all.
  public var isSame: Bool {
    settings.isEmpty && data.isEmpty && versions.isEmpty && onlyInA.isEmpty && onlyInB.isEmpty
      && runs.allSatisfy { $0.a.folder.contents == $0.b.folder.contents }
  }

  /// The runs of some pairs and, where both sides go on from as many others, these too: their settings matter as
  /// much.
  private static func fits(
    behind pairs: [(a: EvaluatedRun, b: EvaluatedRun)]
  ) -> [(a: Experiment.Run, b: Experiment.Run)] {
    var fits: [(a: Experiment.Run, b: Experiment.Run)] = []
    for pair in pairs {
      let (chainA, chainB) = (pair.a.record.chain, pair.b.record.chain)
      let links = chainA.count == chainB.count ? Array(zip(chainA, chainB)) : [(pair.a.run, pair.b.run)]
      for (a, b) in links where !fits.contains(where: { $0.a.name == a.name && $0.b.name == b.name }) {
        fits.append((a, b))
      }
    }
    return fits
  }
}

extension RunRecord {
  /// The run and those it goes on from, the first of them first.
  fileprivate var chain: [Experiment.Run] {
    var chain = experiment.runs.filter { $0.name == name }
    // A record that was edited by hand could go round in a circle.
    while let before = experiment.runs.first(where: { $0.name == chain.first?.continues }),
      !chain.contains(where: { $0.name == before.name })
    {
      chain.insert(before, at: 0)
    }
    return chain
  }
}

extension RunFolder {
  /// The fingerprints of the files by their names alone: a copy lies elsewhere.
  fileprivate var contents: [String: Fingerprint] {
    files.reduce(into: [:]) { $0[Paths.name(of: $1.key)] = $1.value }
  }
}
