import Foundation
import Paper
import TestSupport
import TrackData
import Testing

/// The words of the discussion follow the numbers, whichever way these fall.
@Suite struct DiscussionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// Of 45 training and 15 test tracks, how many each run is right for.
    var first: (train: Int, test: Int)
    var last: (train: Int, test: Int)
    /// Of the first run's wrong test tracks, how many are wrongly called liked.
    var falseLikes: Int
    var says: [String]
    var saysNot: [String]
    var testDescription: String { "\(first) → \(last), \(falseLikes) false likes" }
  }

  static let cases = [
    Case(
      first: (30, 9), last: (40, 9), falseLikes: 2,
      says: [
        "right for 9 of 15 test tracks, 60.0 %",
        "it reaches 66.7 %: 6.7 points more than on tracks that are new",
        "Liked wrongly in 13.3 % of all cases (2 test tracks) and Disliked wrongly in 26.7 % (4).",
        "The first kind is the rarer one, by a factor of 2.0. For a curator that is the better way round",
        "On the training data the accuracy rose by 22.2 points to 88.9 %;\n"
          + "on the test data it stayed where it was, at 60.0 %.",
        "though on these the two fits cannot be told apart", "It now does 28.9 points better",
        "they bought nothing on tracks that are new",
        "On no part of the data does this seed do better than 88.9 %, which is on the training data (A few more).",
      ], saysNot: ["fell", "no better even", "bought 0.0 points"]),
    Case(
      first: (30, 9), last: (30, 12), falseLikes: 4,
      says: [
        "The first kind is the commoner one, by a factor of 2.0. For a curator that is the worse way round",
        "On the training data the accuracy stayed where it was, at 66.7 %;\n"
          + "on the test data it rose by 20.0 points to 80.0 %.",
        "Going on made it no better even on the tracks it trains on.", "bought 20.0 points of test accuracy",
      ], saysNot: ["fell", "learnt the tracks by heart", "It now does"]),
    Case(
      first: (24, 9), last: (36, 6), falseLikes: 3,
      says: [
        "it reaches 53.3 %, no more than on tracks that are new to it: no sign of learning by heart.",
        "Both kinds are equally common", "rose by 26.7 points to 80.0 %", "it fell by 20.0 points to 40.0 %",
        "though on these the two fits cannot be told apart",
      ], saysNot: ["by a factor of", "points more than"]),
    Case(
      first: (30, 9), last: (33, 12), falseLikes: 6,
      says: [
        "The first kind is the commoner one. For", "carried over in full", "rose by 6.6 points to 73.3 %",
      ],
      saysNot: ["by a factor of", "learnt the tracks by heart", "fell"]),
  ]

  @Test(arguments: cases) func everySentenceIsTrueOfItsNumbers(_ example: Case) throws {
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60))
    for (name, right) in [("small", example.first), ("longer", example.last)] {
      let path = "\(folder.path)/output/runs/\(name)/predictions.csv"
      let made = try predictions(like: try Files.readText(path), right, falseLikes: example.falseLikes)
      try Files.replace(path, with: Array(made.utf8))
    }
    let templates = ["templates", "templates/music"].flatMap {
      ["--templates", Checkout.root.appending(path: $0).path]
    }
    let outcome = try Command.run("render", ["--only", "discussion.md"] + templates, in: folder.url)
    try #require(outcome.status == 0, "\(outcome)")
    let text = try Files.readText(folder.path + "/output/discussion.md")
    for words in example.says { #expect(text.contains(words), "\(text)") }
    for words in example.saysNot { #expect(!text.contains(words), "\(text)") }
  }

  /// The same rows, of which so many are called by their class; of the wrong ones in the test data so many are
  /// disliked.
  private func predictions(
    like csv: String, _ right: (train: Int, test: Int), falseLikes: Int
  ) throws -> String {
    let lines = csv.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let isTest = lines.map { $0[1] == "test" }
    var wrong = (train: 45 - right.train, likes: falseLikes, dislikes: 15 - right.test - falseLikes)
    // A run with fewer errors than the first has no room for all of its kinds.
    if wrong.dislikes < 0 { (wrong.likes, wrong.dislikes) = (15 - right.test, 0) }
    let rows = lines.indices.dropFirst().map { index -> String in
      let isLiked = lines[index][2] == "1"
      var isRight = true
      switch (isTest[index], isLiked) {
      case (false, _) where wrong.train > 0: (wrong.train, isRight) = (wrong.train - 1, false)
      case (true, false) where wrong.likes > 0: (wrong.likes, isRight) = (wrong.likes - 1, false)
      case (true, true) where wrong.dislikes > 0: (wrong.dislikes, isRight) = (wrong.dislikes - 1, false)
      default: break
      }
      return (lines[index][..<3] + [isRight == isLiked ? "0.75" : "0.25"]).joined(separator: ",")
    }
    try #require(
      wrong.train == 0 && wrong.likes == 0 && wrong.dislikes == 0, "too few test tracks of a class")
    return ([lines[0].joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }
}
