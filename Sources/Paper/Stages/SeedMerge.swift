import NeuralNetwork

/// Joins seeds that were trained apart, on other machines say, as if one command had trained them all.
public struct SeedMerge {
  private var folders: [Paths]
  private let paths: Paths
  private var workshop: Workshop

  /// - Parameters:
  ///   - folders: output folders in which the same experiment was trained on the same data from different seeds.
  ///   - paths: the output folder to write.
  public init(_ folders: [String], into paths: Paths) {
    self.folders = folders.map { Paths(output: $0) }
    self.paths = paths
    workshop = Workshop(paths: paths, isForced: false)
  }

  /// Writes the runs of the first folder with the seeds of all of them, and with those that are there already.
  ///
  /// - Returns: per run how many seeds it has.
  /// - Throws: `noInput` where a folder has no runs or no seeds; `badData` where folders differ in experiment,
  ///   data or version, or in what the same seed came to; `cannotCreate` where the output folder holds other runs.
  public mutating func run() throws(Failure) -> [(run: String, seeds: SeedList)] {
    guard let first = folders.first else { return [] }
    let records = try RunFolder.readAll(in: first).map(\.record)
    for folder in folders.dropFirst() where try RunFolder.readAll(in: folder).map(\.record) != records {
      throw Failure(.badData, "\(folder.runs): not the same runs as \(first.runs)")
    }
    if Files.exists(paths.runIndex), !folders.contains(paths) {
      guard try RunFolder.readAll(in: paths).map(\.record) == records else {
        throw Failure(
          .cannotCreate,
          "\(paths.runs): holds other runs than \(first.runs); give --into another folder, or remove it")
      }
      // What was trained there is not to be lost.
      folders.append(paths)
    }
    // All is joined before anything is written.
    var joined: [(record: RunRecord, series: SeedSeries, architecture: Architecture)] = []
    for record in records {
      let architecture = try Architecture(of: record)
      if let series = try series(of: record, architecture) { joined.append((record, series, architecture)) }
    }
    guard !joined.isEmpty else {
      throw Failure(
        .noInput, "\(first.output): no run was trained from several seeds; do so with train --seeds")
    }
    for record in records {
      let run = RunPaths(folder: "runs/\(record.name)")
      try copy(run.folder, run.files, from: first)
      if Files.exists(first.product(run.baselines)) {
        try copy(BaselineStage.prefix + record.name, run.baselineFiles, from: first)
      }
    }
    let studies = Manifest(readingFrom: first).entries.filter { $0.key.hasPrefix(StudyStage.prefix) }
    for (product, entry) in studies.sorted(by: { $0.key < $1.key }) {
      try copy(product, entry.files.keys.sorted(), from: first)
    }
    if Files.exists(first.claims) {
      try copy(TrainingStage.claimsProduct, [TrainingStage.claimsProduct], from: first)
    }
    var merged: [(run: String, seeds: SeedList)] = []
    for (record, series, architecture) in joined {
      guard let seeds = SeedList(series.members.map(\.result.seed)) else { continue }
      try write(series, seeds, of: record, architecture)
      merged.append((record.name, seeds))
    }
    try Files.replace(paths.runIndex, with: try JSON.encode(RunIndex(runs: records.map(\.name))))
    for record in records { try mergeImportance(of: record) }
    try workshop.removeOthers(where: TrainedProducts.include)
    return merged
  }

  /// The seeds of a run in all folders; `nil` where none has any.
  private func series(of record: RunRecord, _ architecture: Architecture) throws(Failure) -> SeedSeries? {
    var series: SeedSeries?
    for folder in folders where Files.exists(folder.run(record.name).seedWeights) {
      let file = folder.run(record.name).seedWeights
      let other = try SeedSeries(readingFrom: file, architecture)
      if series == nil { series = other } else { try series?.join(other, from: file) }
    }
    return series
  }

  private mutating func write(
    _ series: SeedSeries, _ seeds: SeedList, of record: RunRecord, _ architecture: Architecture
  ) throws(Failure) {
    let product = "seeds/" + record.name
    var inputs = Manifest(readingFrom: folders[0]).entries[product]?.inputs ?? [:]
    inputs[SeedStage.list] = Fingerprint(of: seeds.description)
    let files = RunPaths(folder: "runs/" + record.name).seedFiles
    workshop.expect(product, from: inputs, files: files)
    try workshop.put(product, madeFrom: inputs, files: files, contents: series.files(architecture))
  }

  /// Joins what each feature is worth to the networks of a run, where all of them were measured.
  private mutating func mergeImportance(of record: RunRecord) throws(Failure) {
    var tables: [ImportanceTable] = []
    for folder in folders {
      if let table = try RunFolder(readingFrom: folder.run(record.name)).importance { tables.append(table) }
    }
    let run = paths.run(record.name)
    let weights = Files.exists(run.seedWeights) ? run.seedWeights : run.model
    guard tables.count == folders.count, let joined = ImportanceTable(joining: tables) else { return }
    let product = ImportanceStage.prefix + record.name
    var inputs = Manifest(readingFrom: folders[0]).entries[product]?.inputs ?? [:]
    inputs["the weights"] = Fingerprint(of: try Files.read(weights))
    let files = [RunPaths(folder: "runs/" + record.name).importance]
    workshop.expect(product, from: inputs, files: files)
    try workshop.put(product, madeFrom: inputs, files: files, contents: [Array(joined.csv.utf8)])
  }

  /// Takes over a product as it is, with what is known of its making.
  private mutating func copy(_ product: String, _ files: [String], from folder: Paths) throws(Failure) {
    var contents: [[UInt8]] = []
    for file in files { contents.append(try Files.read(folder.product(file))) }
    let inputs = Manifest(readingFrom: folder).entries[product]?.inputs ?? [:]
    workshop.expect(product, from: inputs, files: files)
    try workshop.put(product, madeFrom: inputs, files: files, contents: contents)
  }
}

extension Architecture {
  /// The network of a run.
  fileprivate init(of record: RunRecord) throws(Failure) {
    do throws(ModelError) {
      try self.init(inputs: record.data.features.count, layers: record.experiment.model)
    } catch {
      throw Failure(.badData, "\(record.name): \(error)")
    }
  }
}
