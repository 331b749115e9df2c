import Foundation
import Paper
import TestSupport
import Testing
import TrackData

@Suite struct AuditCommandTests {
  private func audit(_ csv: String, _ arguments: String...) throws -> Command.Outcome {
    try Command.run("tracks", ["audit", csv] + arguments)
  }

  private struct Audit: Decodable {
    struct Finding: Decodable {
      let check: String
      let severity: String
      let column: String?
      let rows: [Int]?
      let message: String
      let advice: String
    }

    struct Column: Decodable {
      let name: String
      let kind: String
      let min, median, max: Double?
      let distinct: Int
      let empty: Int
      let rocAuc: Double?

      enum CodingKeys: String, CodingKey {
        case name, kind, min, median, max, distinct, empty
        case rocAuc = "roc_auc"
      }
    }

    struct Class: Decodable, Equatable {
      let name: String
      let rows: Int
    }

    let rows: Int
    let classes: [Class]
    let columns: [Column]
    let findings: [Finding]

    init(_ outcome: Command.Outcome) throws {
      self = try JSONDecoder().decode(Audit.self, from: Data(outcome.output.utf8))
    }
  }

  /// Forty tracks in no order, of which nothing is to be said.
  private static let good: String = {
    let rows = (0..<40).map { row in
      "0.\(row * 37 % 41 + 10),\(row % 12 - 1),Song \(row),Artist \(row % 17),\([0, 1, 1, 0][row % 4])\n"
    }
    return "energy,key,song_title,artist,target\n" + rows.joined()
  }()

  @Test func goodDataPassTheStrictAudit() throws {
    let folder = try TemporaryFolder()
    let outcome = try audit(folder.write(Self.good, to: "good.csv"), "--strict")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors == "")
    #expect(outcome.output.hasSuffix("\nnothing found\n"))
    #expect(
      outcome.output.hasPrefix("\(folder.path)/good.csv: 40 rows, 5 columns\n\nclass     rows   share\n"))
    #expect(outcome.output.contains("Disliked    20  50.0 %\nLiked       20  50.0 %\n"))
    #expect(!outcome.output.contains(" \n"))
  }

  @Test func aFindingEndsTheStrictAuditWith1() throws {
    let folder = try TemporaryFolder()
    let csv = try folder.write(
      Self.good.replacing("Song 8,Artist 8", with: "song 3,artist 3"), to: "copies.csv")
    let strict = try audit(csv, "--strict")
    #expect(strict.status == 1)
    #expect(
      strict.output.hasSuffix(
        "1 finding\nminor    1 row repeats the title and artist of an earlier row (row 8)\n"
          + "         remove the copies: one that trains and one that tests make the test too easy\n"),
      "\(strict)")
    #expect(try audit(csv).status == 0)
    #expect(try audit(csv, "--json", "--strict").status == 1)
  }

  @Test func theLabelInDisguiseIsFoundInNumbersAndInWords() throws {
    let folder = try TemporaryFolder()
    let lines = Self.good.split(separator: "\n")
    let rows = lines.dropFirst().enumerated().map { row, line in
      let isLiked = line.hasSuffix("1")
      // A code that does not rise with the label, a word, the label with a little noise, and a number that
      // separates the classes but for one row, as an honest measurement may.
      return "\(line),\([[7, 2], [5, 4]][isLiked ? 1 : 0][row % 2]),\(isLiked ? "yes" : "no"),"
        + "\((isLiked ? 100 : 0) + row % 9),\(row == 2 ? 5 : isLiked ? 100 + row : row)\n"
    }
    let csv = try folder.write(lines[0] + ",code,verdict,echo,plays\n" + rows.joined(), to: "leaks.csv")
    let found = try Audit(audit(csv, "--json")).findings
    #expect(found.map(\.column) == ["code", "verdict", "echo", "plays"])
    #expect(found.prefix(3).allSatisfy { $0.check == "label_given_away" && $0.severity == "serious" })
    #expect(found.last?.check == "strong_column" && found.last?.severity == "minor")
  }

  @Test func theSampleHasWhatTheOriginalHas() throws {
    let folder = try TemporaryFolder()
    let outcome = try audit(folder.write(Sample.csv(), to: "sample.csv"), "--json")
    #expect(outcome.status == 0)
    #expect(try audit(folder.path + "/sample.csv", "--json").output == outcome.output)
    let audit = try Audit(outcome)
    #expect(audit.rows == 2017)
    let checks = audit.findings.map(\.check)
    #expect(checks.contains("label_given_away") && checks.contains("sorted_by_target"))
  }

  @Test func badInput() throws {
    let folder = try TemporaryFolder()
    func expect(
      _ csv: String, _ arguments: String..., status: Int32, message: String,
      _ location: SourceLocation = #_sourceLocation
    ) throws {
      try folder.write(csv, to: "t.csv")
      let outcome = try Command.run("tracks", ["audit", "t.csv"] + arguments, in: folder.url)
      #expect(outcome.status == status, "\(outcome)", sourceLocation: location)
      #expect(outcome.errors.contains(message), "\(outcome)", sourceLocation: location)
      #expect(outcome.output == "", sourceLocation: location)
    }
    try expect(
      "x,targt\n1,0\n", status: 65,
      message: "t.csv: expected a column 'target', received none of that name; did you mean 'targt'?")
    try expect(
      "x,target\n1,0\n2,3\n3,1\n", status: 65, message: "t.csv:3:3: expected 'Disliked' or 'Liked', or 0 or")
    try expect("x,target\n1,0\n2\n", status: 65, message: "t.csv:3:2: expected 2 fields as in the header")
    try expect(
      "x,like\n1,no\n2,perhaps\n", "--target", "like", "--classes", "no,yes", status: 65,
      message:
        "t.csv:3:3: expected 'no' or 'yes', or 0 or 1 in every row, in column 'like', received 1 row with 'per"
    )
    try expect(
      "x,target\n", "--classes", "A", status: 64, message: "--classes: expected two names with a comma")
    try expect("x,target\n", "--classes", "A,A", status: 64, message: "--classes: expected two names")
    let missing = try Command.run("tracks", ["audit", "nowhere.csv"], in: folder.url)
    #expect(missing.status == 66)
    #expect(missing.errors.contains("nowhere.csv: expected a CSV file"))
  }

  @Test func theAuditExplainsItself() throws {
    let help = try Command.run("tracks", ["audit", "--help"])
    #expect(help.status == 0)
    #expect(
      help.output.contains("USAGE: tracks audit") && help.output.contains("Exit codes: 0 fine, 1 something"))
  }

  /// The facts of the listener's tracks that a published look at them gives, and scikit-learn's area.
  @Test(.enabled(if: RealData.isGiven, Comment(rawValue: RealData.reason)))
  func theRealTracks() throws {
    let outcome = try audit(try #require(RealData.path), "--json", "--strict")
    #expect(outcome.status == 1)
    let audit = try Audit(outcome)
    #expect(audit.rows == 2017)
    #expect(audit.columns.count == 17)
    #expect(audit.classes == [.init(name: "Disliked", rows: 997), .init(name: "Liked", rows: 1020)])
    #expect(audit.columns.allSatisfy { $0.empty == 0 })
    #expect(
      audit.findings.map(\.check) == [
        "songs_with_both_labels", "features_with_both_labels", "label_given_away", "repeated_songs",
        "repeated_features", "sorted_by_target",
      ])
    #expect(audit.findings[0].message == "3 songs have both labels")
    #expect(audit.findings[2].column == "Unnamed: 0")
    #expect(audit.findings[3].rows?.count == 36)
    #expect(
      audit.findings[4].message
        == "9 rows repeat all 13 features of an earlier row, 6 of them its label too")
    let fixture = try Fixtures.bundled.decode(Described.self, from: "data/describe.json")
    for (name, facts) in fixture.overall {
      let column = try #require(audit.columns.first { $0.name == name })
      #expect(column.min == facts.min && column.max == facts.max, "\(name)")
      // pandas interpolates between the two in the middle by one more rounding: a unit in the last place.
      #expect(abs((column.median ?? .nan) - facts.median) <= facts.median.magnitude.ulp, "\(name)")
    }
  }

  /// `data/describe.json`.
  private struct Described: Decodable {
    struct Facts: Decodable {
      let min, median, max: Double
      enum CodingKeys: String, CodingKey {
        case min, max
        case median = "50%"
      }
    }

    let overall: [String: Facts]
  }
}
