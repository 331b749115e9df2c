import TestSupport
import Testing

@testable import Paper

/// What can be wrong in a file of claims: every complaint says where, what was expected and what came.
@Suite struct ClaimFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let message: String
    var testDescription: String { new }
  }

  private static let yaml = """
    - claim: It is right more often than not.
      expect: holds
      conditions:
        - {value: small.test.accuracy, more_than: 0.5}
    """

  static let cases = [
    Case(
      old: "expect:", new: "expects:",
      message: "x.yaml:2:3: [0]: unknown key 'expects'; did you mean 'expect'?"),
    Case(
      old: "holds", new: "hold",
      message: "x.yaml:2:11: [0].expect: expected one of holds, fails, received 'hold'; did you mean 'holds'?"
    ),
    Case(
      old: "more_than", new: "morethan",
      message: "x.yaml:4:36: [0].conditions[0]: unknown key 'morethan'; did you mean 'more_than'?"),
    Case(
      old: ", more_than: 0.5", new: "",
      message:
        "x.yaml:4:7: [0].conditions[0]: expected one of at_most, at_least, less_than, more_than, between, "
        + "received none"),
    Case(
      old: "0.5}", new: "0.5, at_most: 0.6}",
      message:
        "x.yaml:4:7: [0].conditions[0]: expected one of at_most, at_least, less_than, more_than, between, "
        + "received at_most and more_than"),
    Case(
      old: "more_than: 0.5", new: "between: [0.5]",
      message: "x.yaml:4:45: [0].conditions[0].between: expected a list of two, received 1"),
    Case(
      old: "more_than: 0.5", new: "between: [0.6, 0.5]",
      message: "x.yaml:4:45: [0].conditions[0].between: expected the lower end first, received 0.6 and 0.5"),
    Case(
      old: "value: small.test.accuracy", new: "ratio: small.test.accuracy",
      message: "x.yaml:4:15: [0].conditions[0].ratio: expected a list, received 'small.test.accuracy'"),
    Case(
      old: "more_than: 0.5", new: "more_than: .nan",
      message: "x.yaml:4:47: [0].conditions[0].more_than: expected a number or a key, received '.nan'"),
  ]

  @Test(arguments: cases)
  func aWrongFileIsRefusedWithItsPlace(_ test: Case) throws {
    let yaml = Self.yaml.replacing(test.old, with: test.new)
    try #require(yaml != Self.yaml)
    let failure = #expect(throws: Failure.self) { _ = try Claim.parse(yaml, file: "x.yaml") }
    #expect(failure == Failure(.badData, test.message))
  }

  @Test func conditionsThatAreNoneAndAFileThatIsEmpty() {
    let none = "- claim: So.\n  expect: holds\n  conditions: []\n"
    #expect(throws: Failure(.badData, "x.yaml:3:15: [0].conditions: expected at least one condition")) {
      _ = try Claim.parse(none, file: "x.yaml")
    }
    #expect(throws: Failure(.badData, "x.yaml: expected claims, found an empty file")) {
      _ = try Claim.parse("", file: "x.yaml")
    }
  }

  @Test func aKeyThatNamesNoNumberIsToldWithTheNearest() throws {
    let facts = [
      Fact("small.test.accuracy", .number(0.5, digits: 3), "the accuracy"),
      Fact("title", .text("A title"), "the report's title"),
    ]
    for (key, message) in [
      ("small.test.acuracy", "no number is named 'small.test.acuracy'; did you mean 'small.test.accuracy'?"),
      ("nothing-like-it", "no number is named 'nothing-like-it'; render values lists them"),
      ("title", "expected a number, received 'title', which is the report's title"),
    ] {
      let claims = try Claim.parse(
        Self.yaml.replacing("small.test.accuracy", with: key), file: "x.yaml")
      #expect(throws: Failure(.badData, "x.yaml:4:15: \(message)")) {
        _ = try AssessedClaim.assess(claims, with: facts, of: [])
      }
    }
  }
}
