import Testing
import TrackData

@testable import Paper

/// A column that separates the classes is a leak only where something says that it is the label in disguise.
@Suite struct LeakTests {
  private func audit(_ columns: [(String, [String])]) throws -> TrackAudit {
    let count = columns[0].1.count
    let lines = (0..<count).map { row in columns.map { $0.1[row] }.joined(separator: ",") }
    let csv = ([columns.map(\.0).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    return try TrackAudit(
      of: DataTable(csv: Array(csv.utf8), file: "t.csv"), target: "target", classes: ["no", "yes"])
  }

  /// 40 rows whose labels stand in no order.
  private static let labels = (0..<40).map { [0, 1, 1, 0, 1, 0, 0, 1][$0 % 8] }
  private static let target = ("target", labels.map { "\($0)" })
  /// Overlapping a little, far from being the label with some noise, and no two alike.
  private static let measured = labels.enumerated().map {
    "\(Double($1 * 20 + $0 * 7 % 23) / 2 + Double($0) / 128)"
  }

  @Test func aStrongMeasurementIsAskedAboutAndNotCalledALeak() throws {
    let audit = try audit([("size", Self.measured), Self.target])
    let area = try #require(audit.areas[0])
    #expect(area > 0.95 && area < 1, "\(area)")
    #expect(audit.findings == [.strongColumn(column: "size", auc: area)])
    #expect(audit.findings[0].severity == .minor)
    #expect(
      audit.findings[0].advice
        == "would this be known before the label is? If not, drop it; a genuine measurement may stay")
  }

  @Test(arguments: [
    ("id", LeakSign.identifier), ("patientId", .identifier), ("Patient ID", .identifier),
    ("Unnamed: 0", .identifier), ("outcome_days", .afterLabel), ("target_date", .afterLabel),
  ])
  func aNameSaysThatAColumnIsNoMeasurement(name: String, sign: LeakSign) throws {
    let audit = try audit([(name, Self.measured), Self.target])
    let area = try #require(audit.areas[0])
    #expect(audit.findings == [.labelGivenAway(column: name, auc: area, sign: sign)])
    #expect(audit.findings[0].severity == .serious)
  }

  @Test func wordsThatOnlyHoldAnIdentifiersLettersAreNone() throws {
    for name in ["width", "acidity", "rowing", "indexed"] {
      let audit = try audit([(name, Self.measured), Self.target])
      #expect(audit.findings.map(\.severity) == [.minor], "\(name)")
    }
  }

  @Test func rowNumbersOrderAndCopiesAreLeaks() throws {
    let sorted = (0..<40).map { $0 < 20 ? "0" : "1" }
    func sign(_ cells: [String], _ target: [String]) throws -> LeakSign? {
      let audit = try audit([("x", cells), ("target", target)])
      return audit.findings.compactMap { finding in
        if case .labelGivenAway("x", _, let sign) = finding { sign } else { nil }
      }.first
    }
    #expect(try sign((0..<40).map { "\($0 + 7)" }, sorted) == .rowNumber)
    #expect(try sign((0..<40).map { "\($0 * $0)" }, sorted) == .sorted)
    // One of 40 rows is otherwise.
    #expect(
      try sign(Self.labels.enumerated().map { $0 == 2 ? "5" : $1 == 1 ? "3" : "5" }, Self.target.1) == .copy)
    // The label with a little noise.
    #expect(try sign(Self.labels.enumerated().map { "\($1 * 100 + $0 % 9)" }, Self.target.1) == .copy)
    #expect(try sign(Self.labels.map { $0 == 1 ? "sold" : "kept" }, Self.target.1) == .copy)
  }

  /// In sample the shares of 90 codes would reach more than 0.6 on rows that know nothing of the label.
  @Test func aColumnOfManyCodesIsScoredOutOfSample() throws {
    var generator = MT19937(seed: 5)
    let labels = (0..<1000).map { _ in generator.double() < 0.5 ? "0" : "1" }
    let codes = (0..<1000).map { _ in "c\(Int(generator.double() * 90))" }
    let random = try audit([("code", codes), ("target", labels)])
    let area = try #require(random.areas[0])
    #expect((0.5...0.55).contains(area), "\(area)")
    // And codes that do know of it are found.
    let telling = labels.enumerated().map { row, label in
      row % 10 == 0 ? "none" : "c\(row % 40)\(label == "1" ? "b" : "a")"
    }
    let found = try #require(try audit([("code", telling), ("target", labels)]).areas[0])
    #expect(found > 0.9, "\(found)")
  }
}
