import Foundation

/// What each product was made from, by content: kept beside the products, so that nothing is made twice and
/// nothing old is taken for new.
public struct Manifest: Codable, Equatable, Sendable {
  /// What is known of one product, which may be several files made at once.
  public struct Entry: Codable, Equatable, Sendable {
    /// The fingerprints of what went in, by a name that a person understands ("data", "templates/results.md").
    public var inputs: [String: Fingerprint]
    /// The fingerprints of the files that came out, by their path below the output folder.
    public var files: [String: Fingerprint]
  }

  public private(set) var entries: [String: Entry] = [:]
  /// The run files that the last whole report was read from: they decide nothing, but say what changed.
  private var sources: [String: Fingerprint]?
  /// Where the templates lie; `nil` where only the standard ones are known of.
  var templates: KnownTemplates?

  public init() {}

  /// The manifest of an output folder; an empty one where there is none, or where it cannot be read: all
  /// products are then made again, which is never wrong.
  public init(readingFrom paths: Paths) {
    guard Files.exists(paths.manifest), let bytes = try? Files.read(paths.manifest),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes))
    else { return }
    self = manifest
  }

  /// Why a product has to be made anew; empty when it is as it should be.
  ///
  /// - Parameter files: the product's files, below the output folder.
  public func reasons(
    toMake name: String, from inputs: [String: Fingerprint], files: [String], in paths: Paths
  ) -> [String] {
    guard let entry = entries[name] else { return ["it was never made"] }
    var reasons: [String] = []
    for key in Set(inputs.keys).union(entry.inputs.keys).sorted() where inputs[key] != entry.inputs[key] {
      reasons.append(
        entry.inputs[key] == nil ? "\(key) is new" : inputs[key] == nil ? "\(key) is gone" : "\(key) changed")
    }
    // What follows from the others, or does not matter beside them, is told only where it is alone.
    let weak = [Self.shown, Self.words].map { "\($0) changed" }
    if !Set(reasons).isSubset(of: weak) { reasons.removeAll(where: weak.contains) }
    let isChanged = !reasons.isEmpty
    for file in files.sorted() {
      let path = paths.product(file)
      if !Files.exists(path) {
        // Of what has to be made anyway nothing is missed.
        if !isChanged { reasons.append("\(file) is missing") }
      } else if entry.files[file] == nil {
        reasons.append("\(file) was made by something else")
      } else if (try? Files.read(path)).map(Fingerprint.init(of:)) != entry.files[file] {
        reasons.append(Self.changedByHand(file))
      }
    }
    return reasons
  }

  /// The input that holds all that a product shows: the same figure, table or text needs no making, whatever
  /// became of the files that it was read from.
  static let shown = "what it shows"

  /// The input that holds all that a run says of its experiment beside what it was trained with.
  static let words = "a title, a name or another run"

  /// The reason that a file is no longer what was made.
  static func changedByHand(_ file: String) -> String { "\(file) was changed by hand" }

  /// Notes a product as made.
  public mutating func note(
    _ name: String, madeFrom inputs: [String: Fingerprint], files: [String: Fingerprint]
  ) {
    entries[name] = Entry(inputs: inputs, files: files)
  }

  /// The files that have changed, come or gone since the last whole report; none where there was none.
  func changes(in sources: [String: Fingerprint]) -> [String] {
    guard let before = self.sources else { return [] }
    return Set(before.keys).union(sources.keys).sorted().filter { before[$0] != sources[$0] }
  }

  var hasSources: Bool { sources != nil }

  /// Notes what a whole report was read from.
  mutating func note(sources: [String: Fingerprint]) { self.sources = sources }

  /// Forgets a product and answers its files.
  public mutating func forget(_ name: String) -> [String] {
    entries.removeValue(forKey: name)?.files.keys.sorted() ?? []
  }

  /// Writes the manifest into its place.
  public func write(to paths: Paths) throws(Failure) {
    try Files.replace(paths.manifest, with: try JSON.encode(self))
  }
}

extension [String] {
  /// Reasons as one clause.
  var sentence: String { joined(separator: ", ") }
}
