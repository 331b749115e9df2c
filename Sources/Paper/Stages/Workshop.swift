/// Makes products, each only when something that it is made from has changed, and keeps the account of it.
///
/// One workshop serves one stage of one command. Products are asked for in order; what was made is written at
/// once, and the manifest after it.
public struct Workshop {
  /// What became of one product.
  public struct Outcome: Sendable, Equatable {
    public let name: String
    /// Its files, below the output folder.
    public let files: [String]
    /// Why it was made; empty when it was left as it was.
    public let reasons: [String]
    public var isMade: Bool { !reasons.isEmpty }
  }

  let paths: Paths
  /// Whether all is made anew, whatever the manifest says.
  let isForced: Bool
  /// Whether all is only looked at: nothing is made, moved or removed.
  let isDry: Bool
  /// Whether products must outlive a power cut; those that are not as they were written are made again anyway.
  private let isLasting: Bool
  private var manifest: Manifest
  private(set) var outcomes: [Outcome] = []
  /// The files that somebody had edited, each under a name of its own beside what was made anew.
  private(set) var kept: [KeptFile] = []

  init(paths: Paths, isForced: Bool, isDry: Bool = false, isLasting: Bool = true) {
    self.paths = paths
    self.isForced = isForced
    self.isDry = isDry
    self.isLasting = isLasting
    manifest = Manifest(readingFrom: paths)
  }

  /// Why the product has to be made; empty when it need not.
  func reasons(toMake name: String, from inputs: [String: Fingerprint], files: [String]) -> [String] {
    if isForced { return ["it was asked for"] }
    return manifest.reasons(toMake: name, from: inputs, files: files, in: paths)
  }

  /// Makes a product when it has to be made.
  ///
  /// - Parameters:
  ///   - name: the product's name, which tells it from all others.
  ///   - inputs: the fingerprints of all that it is made from.
  ///   - files: its files, below the output folder.
  ///   - build: gives the bytes of these files, in their order.
  mutating func make(
    _ name: String, from inputs: [String: Fingerprint], files: [String],
    build: () throws(Failure) -> [[UInt8]]
  ) throws(Failure) {
    let reasons = expect(name, from: inputs, files: files)
    guard !reasons.isEmpty, !isDry else { return }
    try put(name, madeFrom: inputs, files: files, contents: try build())
  }

  /// Notes that the present experiment has a product of this name.
  ///
  /// - Returns: why it has to be made; empty when it need not.
  @discardableResult
  mutating func expect(_ name: String, from inputs: [String: Fingerprint], files: [String]) -> [String] {
    let reasons = reasons(toMake: name, from: inputs, files: files)
    outcomes.append(Outcome(name: name, files: files, reasons: reasons))
    return reasons
  }

  /// Moves files of a product that somebody has edited out of the way: what was written into a product is its
  /// writer's.
  ///
  /// - Throws: `cannotCreate` where one can't be moved: nothing is written over it then.
  mutating func keepEdited(_ files: [String], of name: String) throws(Failure) {
    guard let made = manifest.entries[name]?.files else { return }
    for file in files {
      let path = paths.product(file)
      guard let made = made[file], Files.exists(path), !Files.isFolder(path) else { continue }
      // A file that can't be read may well have been edited.
      if let bytes = try? Files.read(path), Fingerprint(of: bytes) == made { continue }
      kept.append(KeptFile(file: path, name: Paths.name(of: try Files.keep(path, as: ".orig"))))
    }
  }

  /// Puts a product's files in their places and notes it as made.
  mutating func put(
    _ name: String, madeFrom inputs: [String: Fingerprint], files: [String], contents: [[UInt8]]
  ) throws(Failure) {
    try place(name, madeFrom: inputs, files: files, contents: contents)
    // Written at once: an interrupted command has then lost none of what it finished.
    try manifest.write(to: paths)
  }

  /// Puts products of one file each in their places, and notes all of them as made at the end.
  mutating func put(
    _ products: [(file: String, inputs: [String: Fingerprint], contents: [UInt8])]
  ) throws(Failure) {
    for product in products {
      try place(
        product.file, madeFrom: product.inputs, files: [product.file], contents: [product.contents])
    }
    try manifest.write(to: paths)
  }

  private mutating func place(
    _ name: String, madeFrom inputs: [String: Fingerprint], files: [String], contents: [[UInt8]]
  ) throws(Failure) {
    precondition(files.count == contents.count, "a product has as many contents as files")
    try keepEdited(files, of: name)
    var fingerprints: [String: Fingerprint] = [:]
    for (file, bytes) in zip(files, contents) {
      try Files.replace(paths.product(file), with: bytes, isLasting: isLasting)
      fingerprints[file] = Fingerprint(of: bytes)
    }
    manifest.note(name, madeFrom: inputs, files: fingerprints)
  }

  /// The files that the products are read from and that have changed since the last whole report.
  func changes(in sources: [String: Fingerprint]) -> [String] { manifest.changes(in: sources) }

  /// Notes which templates the report is made with.
  mutating func note(templates change: (inout KnownTemplates) -> Void) throws(Failure) {
    var known = manifest.templates ?? KnownTemplates()
    change(&known)
    guard !isDry, known != manifest.templates ?? KnownTemplates() else { return }
    manifest.templates = known
    try manifest.write(to: paths)
  }

  /// Notes what a whole report was read from.
  mutating func note(sources: [String: Fingerprint]) throws(Failure) {
    guard !isDry, manifest.changes(in: sources) != [] || !manifest.hasSources else { return }
    manifest.note(sources: sources)
    try manifest.write(to: paths)
  }

  /// Whether a product was made from these inputs, leaving one of them out of account.
  func isMade(_ name: String, from inputs: [String: Fingerprint], besides input: String) -> Bool {
    manifest.entries[name]?.inputs.filter { $0.key != input } == inputs.filter { $0.key != input }
  }

  /// Whether a product lies there as it was made, by this program where one made it.
  func isMade(_ name: String, by program: Fingerprint) -> Bool {
    guard let entry = manifest.entries[name] else { return false }
    return entry.inputs["the program"] ?? program == program
      && manifest.reasons(toMake: name, from: entry.inputs, files: entry.files.keys.sorted(), in: paths)
        .isEmpty
  }

  /// Removes a product's files; what they were made from stays known, to say later why they are made anew.
  mutating func discardFiles(of name: String) throws(Failure) {
    let files = manifest.entries[name]?.files.keys.sorted() ?? []
    try keepEdited(files, of: name)
    for file in files { Files.remove(paths.product(file)) }
  }

  /// Removes what earlier commands made and the present experiment does not have.
  ///
  /// - Parameter isOurs: whether a product of this name is this stage's to remove.
  /// - Returns: the names of what was removed.
  @discardableResult
  mutating func removeOthers(where isOurs: (String) -> Bool) throws(Failure) -> [String] {
    let asked = Set(outcomes.map(\.name))
    let left = manifest.entries.keys.filter { isOurs($0) && !asked.contains($0) }.sorted()
    guard !left.isEmpty, !isDry else { return left }
    for name in left {
      let files = manifest.entries[name]?.files.keys.sorted() ?? []
      try keepEdited(files, of: name)
      for file in manifest.forget(name) { Files.remove(paths.product(file)) }
    }
    try manifest.write(to: paths)
    return left
  }
}

/// A product that somebody had edited, and that was renamed before it was made anew.
public struct KeptFile: Sendable, Equatable {
  /// Its path.
  public let file: String
  /// What it is called now, in the same folder.
  public let name: String

  /// What to say of it.
  public var message: String { "\(file) was changed by hand; it is kept as \(name)" }
}
