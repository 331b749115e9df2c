import NeuralNetwork

/// Joins seeds that were trained apart, on other machines say, as if one command had trained them all.
public struct SeedMerge {
  private let folders: [Paths]
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

  /// Writes the runs of the first folder with the seeds of all of them.
  ///
  /// - Returns: per run how many seeds it has.
  /// - Throws: `noInput` where a folder has no runs or no seeds; `badData` where folders differ in experiment,
  ///   data or version, or in what the same seed came to.
  public mutating func run() throws(Failure) -> [(run: String, seeds: SeedList)] {
    guard let first = folders.first else { return [] }
    let runs = try RunFolder.readAll(in: first)
    for folder in folders.dropFirst() {
      for (run, other) in zip(runs, try RunFolder.readAll(in: folder)) where run.record != other.record {
        throw Failure(
          .badData,
          "\(folder.run(run.record.name).record): not the same run as \(first.run(run.record.name).record)")
      }
    }
    var merged: [(run: String, seeds: SeedList)] = []
    for run in runs {
      try copy("runs/\(run.record.name)", from: first)
      if let seeds = try merge(run.record) { merged.append((run.record.name, seeds)) }
    }
    try Files.replace(paths.runIndex, with: try JSON.encode(RunIndex(runs: runs.map(\.record.name))))
    guard !merged.isEmpty else {
      throw Failure(
        .noInput, "\(first.output): no run was trained from several seeds; do so with train --seeds")
    }
    return merged
  }

  /// The seeds of a run in all folders; `nil` where none has any.
  private mutating func merge(_ record: RunRecord) throws(Failure) -> SeedList? {
    let name = record.name
    let architecture: Architecture
    do throws(ModelError) {
      architecture = try Architecture(inputs: record.data.features.count, layers: record.experiment.model)
    } catch {
      throw Failure(.badData, "\(name): \(error)")
    }
    var series: SeedSeries?
    for folder in folders where Files.exists(folder.run(name).seedWeights) {
      let file = folder.run(name).seedWeights
      let other = try SeedSeries(readingFrom: file, architecture)
      if series == nil { series = other } else { try series?.join(other, from: file) }
    }
    guard let series, let seeds = SeedList(series.members.map(\.result.seed)) else { return nil }
    var inputs = Manifest(readingFrom: folders[0]).entries["seeds/\(name)"]?.inputs ?? [:]
    inputs["the seeds"] = Fingerprint(of: seeds.description)
    try workshop.put(
      "seeds/\(name)", madeFrom: inputs, files: RunPaths(folder: "runs/" + name).seedFiles,
      contents: series.files(architecture))
    return seeds
  }

  /// Takes over a product as it is, with what is known of its making.
  private mutating func copy(_ product: String, from folder: Paths) throws(Failure) {
    let files = RunPaths(folder: product).files
    var contents: [[UInt8]] = []
    for file in files { contents.append(try Files.read(folder.product(file))) }
    let inputs = Manifest(readingFrom: folder).entries[product]?.inputs ?? [:]
    try workshop.put(product, madeFrom: inputs, files: files, contents: contents)
  }
}
