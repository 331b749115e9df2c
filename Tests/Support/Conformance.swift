import Foundation

/// One line of the table in `docs/conformance.md`: something of ours that is held against one folder of
/// reference numbers, and how near it has to come.
///
/// A test asks it whether a case agrees, and so the table cannot say anything that no test has shown:
///
///     #expect(areas.agrees(name, curve.area, fixture.rocAuc))
///
/// Where `CONFORMANCE_LOG` names a folder, as in `make test`, each answer is also noted there;
/// `scripts/conformance` makes the table of the notes.
public struct Conformance: Sendable {
  /// How near is near enough.
  public enum Tolerance: Sendable {
    /// The same text.
    case bytes
    /// The same number, index or decision.
    case exact
    case absolute(Double)
    case relative(Double)
    /// Whichever is wider.
    case either(relative: Double, absolute: Double)
    /// Relative to the largest magnitude among the numbers that are compared together.
    case ofLargest(Double)
    /// A bound of its own, in words; the test tells how much of it was used up.
    case bound(String)
  }

  /// Which numbers a comparison needs.
  public enum Source: String, Sendable {
    /// Fixtures that travel with the project.
    case bundled = ""
    /// The real tracks, or fixtures with rows of them.
    case besideTheCSV = "beside the CSV"
  }

  private let folder: String
  private let what: String
  private let tolerance: Tolerance
  private let source: Source

  /// - Parameters:
  ///   - folder: of the fixtures.
  ///   - what: is compared, in a few words; unique in its folder.
  public init(_ folder: String, _ what: String, _ tolerance: Tolerance, _ source: Source = .bundled) {
    (self.folder, self.what, self.tolerance, self.source) = (folder, what, tolerance, source)
  }

  /// Whether equally many numbers agree one by one; a NaN agrees with a NaN.
  public func agrees<T: BinaryFloatingPoint>(_ name: String, _ ours: [T], _ theirs: [Double]) -> Bool {
    guard ours.count == theirs.count else { return holds(name, using: .infinity) }
    let largest = theirs.lazy.map(abs).max() ?? 0
    let shares = zip(ours, theirs).map { share(Double($0), $1, largest: largest) }
    return holds(name, using: shares.max() ?? 0)
  }

  /// Whether two numbers agree.
  public func agrees<T: BinaryFloatingPoint>(_ name: String, _ ours: T, _ theirs: Double) -> Bool {
    agrees(name, [ours], [theirs])
  }

  /// Whether two things that are to be the same are.
  public func agrees(_ name: String, _ isSame: Bool) -> Bool { holds(name, using: isSame ? 0 : .infinity) }

  /// Whether a case keeps within what is allowed; `share` is how much of that it used up, 1 being all.
  public func holds(_ name: String, using share: Double) -> Bool {
    note(name, share)
    return share <= 1
  }

  /// How much of what is allowed a pair of numbers uses up.
  private func share(_ ours: Double, _ theirs: Double, largest: Double) -> Double {
    if ours == theirs || (ours.isNaN && theirs.isNaN) { return 0 }
    let allowed: Double =
      switch tolerance {
      case .bytes, .exact, .bound: 0
      case .absolute(let distance): distance
      case .relative(let part): part * abs(theirs)
      case .either(let part, let distance): max(part * abs(theirs), distance)
      case .ofLargest(let part): part * largest
      }
    let share = abs(ours - theirs) / allowed
    return share.isNaN ? .infinity : share
  }

  private func note(_ name: String, _ share: Double) {
    guard let log = ProcessInfo.processInfo.environment["CONFORMANCE_LOG"], !log.isEmpty else { return }
    let number = share.isFinite ? "\(share)" : "1e300"
    let line =
      [folder, what, source.rawValue, tolerance.words, tolerance.unit, name, number]
      .joined(separator: "\t") + "\n"
    // One `write` to a file opened for appending stays whole among those of other threads.
    let file = open(log + "/\(folder).tsv", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    let bytes = Array(line.utf8)
    let isWritten = write(file, bytes, bytes.count) == bytes.count
    precondition(
      close(file) == 0 && isWritten, "CONFORMANCE_LOG: expected a folder to write to, received \(log)")
  }
}

extension Conformance.Tolerance {
  /// As the table has it.
  fileprivate var words: String {
    switch self {
    case .bytes: "to the byte"
    case .exact: "exact"
    case .absolute(let distance): "\(distance)"
    case .relative(let part): "\(part) relative"
    case .either(let part, let distance): "\(part) relative or \(distance)"
    case .ofLargest(let part): "\(part) of the largest"
    case .bound(let words): words
    }
  }

  /// What a share of 1 stands for; empty where a deviation is told as a share.
  fileprivate var unit: String {
    switch self {
    case .absolute(let size), .relative(let size), .ofLargest(let size): "\(size)"
    case .bytes, .exact: "0"
    case .either, .bound: ""
    }
  }
}
