import NeuralNetwork

/// One run trained from many seeds: results, histories and weights, in the order of seeds.
public struct SeedSeries: Equatable, Sendable {
  /// One seed's fit.
  public struct Member: Equatable, Sendable {
    public var result: SeedResult
    /// `(epochs, 4)`: loss, binary accuracy and their validation twins, which are NaN where nothing validates.
    public var history: [Double]
    /// As in `Architecture.parameterViews`.
    public var weights: [Float]
  }

  /// Of the data, settings and version: series of different making cannot be joined.
  public let madeFrom: Fingerprint
  /// In ascending order of seeds, each once.
  public private(set) var members: [Member]

  public init(madeFrom: Fingerprint, members: [Member] = []) {
    self.madeFrom = madeFrom
    self.members = members.sorted { $0.result.seed < $1.result.seed }
  }

  static let historyColumns = ["loss", "binary_accuracy", "val_loss", "val_binary_accuracy"]

  /// Takes in the members of another series.
  ///
  /// - Throws: `badData` where it was made from something else, or has other results for a seed.
  mutating func join(_ other: SeedSeries, from file: String) throws(Failure) {
    guard other.madeFrom == madeFrom else {
      throw Failure(.badData, "\(file): its seeds were trained on other data, settings or another version")
    }
    var all: [UInt64: Member] = [:]
    for member in members { all[member.result.seed] = member }
    for member in other.members {
      let seed = member.result.seed
      guard all[seed].map({ $0.weights == member.weights }) ?? true else {
        throw Failure(.badData, "\(file): seed \(seed) has other weights than in the folders before")
      }
      all[seed] = member
    }
    members = all.values.sorted { $0.result.seed < $1.result.seed }
  }
}

extension SeedSeries {
  /// `seeds.csv`.
  var csv: String {
    SeedResult.columns.joined(separator: ",") + "\n" + members.map(\.result.csvLine).joined()
  }

  static let levels = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// `seed_curves.csv`: per epoch how many seeds still ran, and the quantiles of each history column over them.
  ///
  /// Quantiles are interpolated linearly, as `numpy.quantile` does.
  var curvesCSV: String {
    let validates = members.first.map { $0.history.count >= 4 && !$0.history[2].isNaN } ?? false
    let columns = validates ? [0, 1, 2, 3] : [0, 1]
    let names = columns.flatMap { column in
      ["05", "25", "50", "75", "95"].map { "\(Self.historyColumns[column])_\($0)" }
    }
    var text = "epoch,n," + names.joined(separator: ",") + "\n"
    let epochs = members.map(\.result.epochsRun).max() ?? 0
    for epoch in 0..<epochs {
      let running = members.filter { $0.result.epochsRun > epoch }
      text += "\(epoch + 1),\(running.count)"
      for column in columns {
        let values = running.map { $0.history[4 * epoch + column] }.sorted()
        for level in Self.levels { text += ",\(Self.quantile(level, ofSorted: values))" }
      }
      text += "\n"
    }
    return text
  }

  static func quantile(_ level: Double, ofSorted values: [Double]) -> Double {
    let position = level * Double(values.count - 1)
    let (low, share) = (Int(position), position - position.rounded(.down))
    guard low + 1 < values.count else { return values[values.count - 1] }
    // From the nearer end, as NumPy does it.
    let difference = values[low + 1] - values[low]
    return share < 0.5 ? values[low] + difference * share : values[low + 1] - difference * (1 - share)
  }
}
