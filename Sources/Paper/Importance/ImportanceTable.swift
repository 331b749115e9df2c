import Templates
import TrackData

/// `importance.csv`: what each feature is worth to the networks of a run, one of each seed.
public struct ImportanceTable: Equatable, Sendable {
  /// What a feature is worth to one network: means over the shuffles.
  public struct Entry: Equatable, Sendable {
    public let seed: UInt64
    public let feature: String
    /// How much accuracy on the test rows is lost where the feature is shuffled.
    public let accuracy: Double
    /// How much of the area under the ROC curve; `nil` where there is none.
    public let area: Double?
  }

  /// Seed by seed in ascending order, each with every feature in the network's order.
  public let entries: [Entry]
  /// How often each feature was shuffled.
  public let shuffles: Int

  init(_ entries: [Entry], shuffles: Int = PermutationImportance.usualRepeats) {
    (self.entries, self.shuffles) = (entries, shuffles)
  }

  /// The entries of all seeds in the tables, each seed once; `nil` where there are none.
  init?(joining tables: [ImportanceTable]) {
    var known: Set<UInt64> = []
    let parts = tables.flatMap { table in
      let new = table.entries.filter { !known.contains($0.seed) }
      known.formUnion(new.map(\.seed))
      return new
    }
    guard !parts.isEmpty else { return nil }
    let order = parts.indices.sorted { (parts[$0].seed, $0) < (parts[$1].seed, $1) }
    self.init(order.map { parts[$0] }, shuffles: tables.first?.shuffles ?? PermutationImportance.usualRepeats)
  }

  static let columns = ["seed", "feature", "accuracy", "auc"]
  private static let count = "shuffles"

  /// The file; what there is not is empty.
  var csv: String {
    let lines = entries.map { entry in
      let feature = OutputFormat.csv.escaped(entry.feature)
      return "\(entry.seed),\(feature),\(entry.accuracy),\(entry.area.map { "\($0)" } ?? ""),\(shuffles)\n"
    }
    return (Self.columns + [Self.count]).joined(separator: ",") + "\n" + lines.joined()
  }

  /// - Throws: `badData` with line and column where the table is not what training writes.
  init(_ table: DataTable, features: [String]) throws(Failure) {
    let texts = try Failure.ofDamage { () throws(DataError) in
      var texts: [[String]] = []
      for column in Self.columns { texts.append(try table.text(in: column)) }
      return texts
    }
    guard !features.isEmpty else {
      throw Failure.damaged(table.file, "a line for each feature, but the run has none")
    }
    var entries: [Entry] = []
    for row in 0..<table.rowCount {
      let area = Double(texts[3][row])
      guard let seed = UInt64(texts[0][row]), let accuracy = Double(texts[2][row]), accuracy.isFinite,
        area?.isFinite ?? texts[3][row].isEmpty, texts[1][row] == features[row % features.count],
        row % features.count == 0 || seed == entries.last?.seed
      else {
        throw Failure.damaged("\(table.file):\(row + 2)", "what a feature is worth to one seed")
      }
      entries.append(Entry(seed: seed, feature: texts[1][row], accuracy: accuracy, area: area))
    }
    guard !entries.isEmpty, entries.count % features.count == 0 else {
      throw Failure.damaged(table.file, "a line for each of \(features.count) features and each seed")
    }
    // Tables of earlier versions do not say it: it was always the same.
    let counts =
      table.hasColumn(Self.count)
      ? try Failure.ofDamage { () throws(DataError) in try table.numbers(in: Self.count) } : []
    self.init(
      entries, shuffles: counts.first.flatMap { Int(exactly: $0) } ?? PermutationImportance.usualRepeats)
  }
}
