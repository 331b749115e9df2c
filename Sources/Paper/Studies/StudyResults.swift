import TrackData

/// What the studies of an experiment came to, as it lies beside its first run.
struct StudyResults: Sendable {
  /// One arm's fits, in the order of its trials.
  struct Arm: Sendable {
    let facts: StudyIndex.Arm
    let fits: [StudyFit]

    /// The series that varies the most: splits where they were drawn, else seeds.
    var widestSeries: Trial.Series {
      fits.contains { $0.trial.series == .splits } ? .splits : .seeds
    }

    func fits(_ series: Trial.Series) -> [StudyFit] { fits.filter { $0.trial.series == series } }

    func results(_ series: Trial.Series) -> [SeedResult] { fits(series).map(\.result) }
  }

  let arms: [Arm]
  let findings: [StudyIndex.Finding]
  let leftOut: [StudyIndex.LeftOut]
  /// Of the bytes of all the files, by their path below the output folder.
  let files: [String: Fingerprint]

  /// The experiment as it is.
  var reference: Arm { arms[0] }

  func arms(of study: StudyArm.Study) -> [Arm] { arms.filter { $0.facts.study == study } }

  /// The plain models that were fitted on the same splits as a network.
  func models(beside network: Arm) -> [Arm] {
    arms(of: .models).filter { $0.facts.plain?.arm == network.facts.name }
  }

  /// The results beside a run.
  ///
  /// - Returns: `nil` where there are none, or where they belong to other data or to another experiment.
  /// - Throws: `noInput` where a file is missing, `badData` where one is not what training writes.
  static func read(from paths: RunPaths, of record: RunRecord) throws(Failure) -> StudyResults? {
    guard Files.exists(paths.studyIndex) else { return nil }
    let bytes = try Files.read(paths.studyIndex)
    let index = try JSON.decode(StudyIndex.self, from: bytes, file: paths.studyIndex)
    guard index.madeFrom == (try StudyIndex.making(of: record.experiment, data: record.data.sha256))
    else { return nil }
    let folder = RunPaths(folder: "runs/" + record.name)
    var files = [folder.studyIndex: Fingerprint(of: bytes)]
    var arms: [Arm] = []
    for arm in index.arms {
      let file = paths.studyArm(arm.name)
      let bytes = try Files.read(file)
      files[folder.studyArm(arm.name)] = Fingerprint(of: bytes)
      let table = try Failure.ofDamage { () throws(DataError) in try DataTable(csv: bytes, file: file) }
      arms.append(Arm(facts: arm, fits: try StudyFit.all(in: table)))
    }
    guard arms.first?.facts.study == .reference else {
      throw Failure.damaged(paths.studyIndex, "the experiment itself as the first arm")
    }
    return StudyResults(arms: arms, findings: index.findings, leftOut: index.leftOut ?? [], files: files)
  }
}
