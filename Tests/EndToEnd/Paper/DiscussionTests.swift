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
        "classifies 9 of 15 test tracks correctly, 60.0 %",
        "it reaches 66.7 %, 6.7 points more than on the test data",
        "It calls 2 of 15 test tracks Liked that are Disliked (13.3 %), and 4 Disliked that are Liked (26.7 %).",
        "The first error is the rarer one, by a factor of 2.0. Which error is worse depends on the use.",
        "On the training data the accuracy rose by 22.2 points to 88.9 %;\n"
          + "on the test data it stayed at 60.0 %.",
        "on which the two fits cannot be told apart", "Its accuracy is 28.9 points higher",
        "More epochs gained nothing on the test data.",
        "The highest accuracy of this seed on any part of the data is 88.9 %, on the training data (A few more).",
      ], saysNot: ["fell", "no better even", "gained 0.0 points"]),
    Case(
      first: (30, 9), last: (30, 12), falseLikes: 4,
      says: [
        "The first error is the commoner one, by a factor of 2.0. Which error is worse depends on the use.",
        "On the training data the accuracy stayed at 66.7 %;\n"
          + "on the test data it rose by 20.0 points to 80.0 %.",
        "The longer fit is no better even on the training data.", "gained 20.0 points of test accuracy",
      ], saysNot: ["fell", "the longer fit overfits", "Its accuracy is"]),
    Case(
      first: (24, 9), last: (36, 6), falseLikes: 3,
      says: [
        "it reaches 53.3 %, no more than on the test data: no sign of overfitting.",
        "Both errors are equally common", "rose by 26.7 points to 80.0 %", "it fell by 20.0 points to 40.0 %",
        "on which the two fits cannot be told apart",
      ], saysNot: ["by a factor of", "points more than"]),
    Case(
      first: (30, 9), last: (33, 12), falseLikes: 6,
      says: [
        "The first error is the commoner one. Which", "carried over in full", "rose by 6.6 points to 73.3 %",
      ],
      saysNot: ["by a factor of", "the longer fit overfits", "fell"]),
  ]

  @Test(arguments: cases) func everySentenceIsTrueOfItsNumbers(_ example: Case) throws {
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60))
    for (name, right) in [("small", example.first), ("longer", example.last)] {
      let path = "\(folder.path)/output/runs/\(name)/predictions.csv"
      let made = try predictions(like: try Files.readText(path), right, falseLikes: example.falseLikes)
      try Files.replace(path, with: Array(made.utf8))
    }
    let templates = Checkout.root.appending(path: "templates").path
    let outcome = try Command.run(
      "render", ["--only", "discussion.md", "--templates", templates], in: folder.url)
    try #require(outcome.status == 0, "\(outcome)")
    let text = try Files.readText(folder.path + "/output/discussion.md")
    for words in example.says { #expect(text.contains(words), "\(text)") }
    for words in example.saysNot { #expect(!text.contains(words), "\(text)") }
  }

  /// A network that calls every row the same class is not told about as if it worked.
  @Test func aCollapsedNetworkIsSaidToBeOneBeforeAnythingElse() throws {
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60))
    let path = folder.path + "/output/runs/small/predictions.csv"
    let lines = try Files.readText(path).split(separator: "\n")
    let liked = lines.dropFirst().map { $0.prefix(upTo: $0.lastIndex(of: ",") ?? $0.endIndex) + ",0.75" }
    try Files.replace(path, with: Array(([lines[0]] + liked).joined(separator: "\n").utf8) + [10])
    let templates = Checkout.root.appending(path: "templates").path
    let outcome = try Command.run("render", ["--templates", templates], in: folder.url)
    try #require(outcome.status == 0, "\(outcome)")
    for product in ["discussion.md", "results.md", "discussion.tex", "results.tex", "report.html"] {
      let text = try Files.readText(folder.path + "/output/" + product)
      let says = try #require(text.range(of: "has collapsed: it calls every test track Liked"), "\(product)")
      for words in ["It calls", "The first error", "nan"] where product.hasPrefix("discussion") {
        #expect(!text.contains(words), "\(product): \(words)")
      }
      if let right = text.range(of: "correctly") { #expect(says.lowerBound < right.lowerBound, "\(product)") }
      #expect(!text.contains("ranks highest (top 10 %, probability 0.750"), "\(product)")
    }
    let results = try Files.readText(folder.path + "/output/results.md")
    #expect(results.contains("On the test data the network calls every track Liked."))
    let summary = try #require(results.range(of: "## Summary"))
    #expect(results[summary.upperBound...].contains("has collapsed"))
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
