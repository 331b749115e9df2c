import Spelling

extension Experiment {
  /// The experiment of a path, or of a name under `experiments/`.
  ///
  /// - Throws: `noInput`, with the names there are, where there is neither; `badData` as reading does.
  public init(named name: String) throws(Failure) {
    let candidates = [name, "\(Paths.experiments)/\(name)", "\(Paths.experiments)/\(name).yaml"]
    guard let path = candidates.first(where: { Files.exists($0) && !Files.isFolder($0) }) else {
      let known = try Files.names(in: Paths.experiments).compactMap { file in
        file.hasSuffix(".yaml") && !file.hasSuffix(".claims.yaml") ? String(file.dropLast(5)) : nil
      }
      let suggestion = nearestName(to: name, in: known).map { "; did you mean '\($0)'?" }
      throw Failure(
        .noInput,
        "\(name): no such experiment file, and no such name under \(Paths.experiments)/"
          + (suggestion ?? " (there are: \(known.isEmpty ? "none" : known.joined(separator: ", ")))"))
    }
    try self.init(readingFrom: path)
  }

  /// Lets every run draw its weights, dropout and order of rows from another seed; the split stays.
  public mutating func setTrainingSeed(_ seed: UInt64) {
    for index in runs.indices { runs[index].training.seed = seed }
  }
}
