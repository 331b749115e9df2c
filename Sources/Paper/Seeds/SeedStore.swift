import NeuralNetwork

/// Where finished seeds wait for the others: a file each, put in place whole.
struct SeedStore: Sendable {
  let folder: String
  let madeFrom: Fingerprint
  let architecture: Architecture

  /// Keeps a seed.
  func put(_ member: SeedSeries.Member) throws(Failure) {
    let series = SeedSeries(madeFrom: madeFrom, members: [member])
    try Files.replace(
      "\(folder)/\(member.result.seed).safetensors", with: series.safeTensors(architecture).encoded())
  }

  /// The seeds that are kept; a file that cannot be read is a seed that is not there.
  ///
  /// - Throws: `noInput` where the folder is there and can't be read.
  func members() throws(Failure) -> [SeedSeries.Member] {
    try Files.names(in: folder).filter { $0.hasSuffix(".safetensors") && !$0.hasPrefix(".") }.flatMap {
      name in
      let series = try? SeedSeries(readingFrom: "\(folder)/\(name)", architecture)
      return series.flatMap { $0.madeFrom == madeFrom ? $0.members : nil } ?? []
    }
  }

  /// Forgets all that is kept.
  func clear() throws(Failure) {
    for name in try Files.names(in: folder) { Files.remove("\(folder)/\(name)") }
  }
}
