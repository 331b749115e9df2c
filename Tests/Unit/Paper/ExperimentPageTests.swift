import Foundation
import TestSupport
import Testing

@testable import Paper

/// `docs/experiment.md` names every key that the files may have, and each of its examples is one.
///
/// What keys there are the readers tell themselves: asked for a key that there is not, they list those that there are.
struct ExperimentPageTests {
  /// A line of one of the page's tables.
  struct Key: Sendable, CustomTestStringConvertible {
    let path: String
    let isOfClaims: Bool
    let cells: [String]
    var testDescription: String { path }
  }

  static let page = (try? Files.readText(Checkout.root.appending(path: "docs/experiment.md").path)) ?? ""

  static let keys: [Key] = {
    let parts = page.split(separator: "## The claims file")
    return parts.enumerated().flatMap { place, part in
      part.matches(of: #/\n\| `(?<path>[^`]+)` \|(?<rest>[^\n]*)\|(?=\n)/#).map { match in
        let cells = match.rest.split(separator: "|", omittingEmptySubsequences: false)
        return Key(
          path: String(match.path), isOfClaims: place > 0,
          cells: cells.map { $0.trimmingCharacters(in: .whitespaces) })
      }
    }
  }()

  /// What a mapping must have beside a key to be one at all.
  private static func siblings(at level: String, beside key: String, isOfClaims: Bool) -> [(String, String)] {
    switch (level, isOfClaims) {
    case ("", true): [("claim", "x"), ("expect", "holds"), ("conditions", "[{value: a.b, at_most: 1}]")]
    case ("conditions[]", true):
      ["value", "ratio", "difference"].contains(key) ? [("at_most", "1")] : [("value", "a.b")]
    case ("", false):
      [
        ("name", "mine"), ("data", "{target: t, classes: [Disliked, Liked]}"),
        ("model", "[{dense: {units: 1, activation: sigmoid}}]"), ("templates", "mine"),
        ("training", "{validation_split: 0.2}"),
      ]
    case ("data", false): [("target", "t"), ("classes", "[no, yes]")]
    case ("model[].dense", false): [("units", "1"), ("activation", "sigmoid")]
    case ("training", false): [("validation_split", "0.2")]
    case ("runs[]", false): [("name", "b")]
    case ("published[]", false): siblingsOfPublished(beside: key)
    case ("studies", false): [("seeds", "0-1")]
    case ("studies.variants[]", false): [("name", "v"), ("scaling", "standard")]
    case ("studies.splits[]", false): [("name", "v"), ("split", "{stratify: true}")]
    case ("studies.variants[].split", false), ("studies.splits[].split", false): [("folds", "5")]
    default: []
    }
  }

  /// Counts come all together, and scores without them.
  private static func siblingsOfPublished(beside key: String) -> [(String, String)] {
    let counts = ["tn", "fp", "fn", "tp"]
    if counts.contains(key) { return [("rows", "test")] + counts.map { ($0, "1") } }
    let isMeasured = ["matrix", "accuracy", "precision", "recall", "f1"].contains(key)
    return [("rows", "test")] + (isMeasured ? [] : [("accuracy", "0.7")])
  }

  /// A whole file in which a key has a value.
  private static func file(_ path: String, _ value: String, isOfClaims: Bool) -> String {
    var text = value
    var rest = path.split(separator: ".").map(String.init)
    while let part = rest.popLast() {
      let isList = part.hasSuffix("[]")
      let name = isList ? String(part.dropLast(2)) : part
      let level = rest.joined(separator: ".")
      if isList {
        // The last layer has to give a probability.
        text = name == "model" ? "[\(text), {dense: {units: 1, activation: sigmoid}}]" : "[\(text)]"
        // What goes on from another run needs one.
        if name == "runs" { text = "[{name: short}, " + text.dropFirst() }
      }
      let others = siblings(at: level, beside: name, isOfClaims: isOfClaims).filter { $0.0 != name }
      text = "{" + (others.map { "\($0.0): \($0.1)" } + ["\(name): \(text)"]).joined(separator: ", ") + "}"
    }
    return isOfClaims ? "[\(text)]" : text
  }

  private static func read(_ text: String, isOfClaims: Bool) throws(Paper.Failure) {
    if isOfClaims {
      _ = try Claim.parse(text, file: "claims.yaml")
    } else {
      _ = try Experiment(yaml: text, file: "mine.yaml")
    }
  }

  private static let unknown = "qqqqqqqqqqqqqqqq"

  /// The keys of the mapping at a place; `nil` where there is none.
  private static func known(at level: String, isOfClaims: Bool) -> [String]? {
    let text = file(level.isEmpty ? unknown : "\(level).\(unknown)", "1", isOfClaims: isOfClaims)
    do throws(Paper.Failure) {
      try read(text, isOfClaims: isOfClaims)
      return nil
    } catch {
      guard error.message.contains("unknown key '\(unknown)'"),
        let list = error.message.firstMatch(of: #/the keys here are (.*)$/#)?.1
      else { return nil }
      return list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// Where else the keys of a place are told.
  private static let told = [
    "runs[]": ["training"], "studies.variants[].training": ["training"],
    "studies.variants[].split": ["split"], "studies.splits[]": ["studies.variants[]"],
    "studies.splits[].split": ["studies.variants[].split", "split"],
  ]

  private static func missing(isOfClaims: Bool) -> (missing: [String], levels: Int) {
    let paths = Set(keys.filter { $0.isOfClaims == isOfClaims }.map(\.path))
    var levels: Set<String> = Set([""] + told.keys.filter { _ in !isOfClaims })
    for path in paths {
      var parts = path.split(separator: ".").map(String.init)
      // A key that is a leaf on the page may have keys of its own.
      levels.insert(path)
      levels.insert(path + "[]")
      while parts.popLast() != nil, !parts.isEmpty { levels.insert(parts.joined(separator: ".")) }
    }
    var missing: [String] = []
    var count = 0
    for level in levels.sorted() {
      // These are told in one place, not in each where they may stand.
      let isElsewhere =
        ["studies.variants[].model", "studies.splits[].model", "runs[].optimizer"]
        .contains { level.hasPrefix($0) }
        // The keys are the classes.
        || ["published[].precision", "published[].recall", "published[].f1"].contains(level)
      guard !isElsewhere, let known = known(at: level, isOfClaims: isOfClaims) else { continue }
      count += 1
      for key in known {
        let places = [level] + (told[level] ?? [])
        let isTold = places.contains {
          paths.contains($0.isEmpty ? key : "\($0).\(key)") || paths.contains("\($0).\(key)[]")
        }
        if !isTold { missing.append(level.isEmpty ? key : "\(level).\(key)") }
      }
    }
    return (missing, count)
  }

  @Test func everyKeyOfTheExperimentIsOnThePage() {
    let (missing, levels) = Self.missing(isOfClaims: false)
    #expect(missing == [])
    // The file itself, data, split, figures, published, layers, training, stopping, optimizer, runs, studies, …
    #expect(levels >= 17)
  }

  @Test func everyKeyOfTheClaimsIsOnThePage() {
    let (missing, levels) = Self.missing(isOfClaims: true)
    #expect(missing == [])
    #expect(levels == 2)
  }

  @Test(arguments: keys) func everyKeyIsOneAndItsExampleIsRead(_ key: Key) throws {
    try #require(key.cells.count == 3, "\(key.path): expected meaning, default and example")
    #expect(!key.cells[0].isEmpty)
    let example = try #require(key.cells[2].wholeMatch(of: #/`(.*)`/#)?.1, "\(key.path): no example")
    let text = Self.file(key.path, String(example), isOfClaims: key.isOfClaims)
    do throws(Paper.Failure) {
      try Self.read(text, isOfClaims: key.isOfClaims)
    } catch {
      Issue.record("\(text)\n\(error.message)")
    }
  }

  @Test func theBlocksOfThePageAreRead() throws {
    let blocks = Self.page.matches(of: #/```yaml\n(?<text>(?s).*?)```/#).map { String($0.text) }
    try #require(blocks.count == 2)
    try Self.read(blocks[0], isOfClaims: false)
    try Self.read(blocks[1], isOfClaims: true)
  }
}
