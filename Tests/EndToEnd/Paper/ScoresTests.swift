import Evaluation
import Foundation
import Paper
import TestSupport
import TrackData
import Testing

/// What the results say of the probabilities.
@Suite struct ScoresTests {
  private func results(_ folder: TemporaryFolder) throws -> [String: String] {
    let outcome = try Command.run(
      "render", ["--templates", Checkout.root.appending(path: "templates").path], in: folder.url)
    try #require(outcome.status == 0, "\(outcome)")
    var texts: [String: String] = [:]
    for name in ["results.md", "results.tex", "report.html"] {
      texts[name] = try Files.readText(folder.path + "/output/" + name)
    }
    return texts
  }

  @Test func everyFigureOfTheScoresStandsInTheResultsWithItsNumbers() throws {
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60))
    let texts = try results(folder)
    let run = try RunFolder(readingFrom: Paths(output: folder.path + "/output").run("small"))
    func area(_ parts: Set<Predictions.Part>) throws -> String {
      let rows = run.predictions.rows(in: parts)
      let area = try ROCCurve(
        truth: rows.map { run.predictions.target[$0] == 1 },
        scores: rows.map { Double(run.predictions.probability[$0]) }
      ).area
      return String(format: "%.1f", 100 * area)
    }
    let (test, training) = (try area([.test]), try area([.train, .validation]))
    for name in ["roc", "precision_recall", "calibration", "scores"] {
      for suffix in ["", "_longer"] {
        #expect(texts["results.md"]?.contains("](figures/\(name)\(suffix).png)") == true)
        #expect(texts["results.tex"]?.contains("{\\linerpath figures/\(name)\(suffix)}") == true)
        #expect(texts["report.html"]?.contains(" id=\"\(name)\(suffix)-") == true)
      }
    }
    let page = try #require(texts["results.md"])
    #expect(page.contains("got the higher probability in \(test) % of all pairs"), "\(test)")
    #expect(page.contains("On the training data it is \(training) %."), "\(training)")
    #expect(page.contains("A few epochs, n = 15 test and 45 training tracks.*"))
  }

  /// Rows of one class have probabilities, but no curve to draw.
  @Test func whereTheTestTracksAreOfOneClassOnlyTheirProbabilitiesAreShown() throws {
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60))
    for name in ["small", "longer"] {
      let file = folder.path + "/output/runs/\(name)/predictions.csv"
      var lines: [String] = []
      for line in try Files.readText(file).split(separator: "\n").map(String.init) {
        lines.append(line.contains(",test,") ? line.replacing(",test,0,", with: ",test,1,") : line)
      }
      try Files.replace(file, with: lines.joined(separator: "\n") + "\n")
    }
    let page = try #require(try results(folder)["results.md"])
    #expect(page.contains("](figures/scores.png)") && page.contains("n = 0 Disliked, 15 Liked.*"))
    #expect(!page.contains("figures/roc") && !page.contains("figures/precision_recall"))
  }

  @Test func theGalleryHasASheetForEachLook() throws {
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60))
    let outcome = try Command.run("render", ["gallery", "--into", "sheets", "--dpi", "40"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome)")
    for look in ["journal", "original"] {
      #expect(
        outcome.errors.contains("sheets/gallery-\(look).png: 7 figures at 84 mm, 120 mm, 174 mm"),
        "\(outcome)")
      let bytes = try Files.read(folder.path + "/sheets/gallery-\(look).png")
      // 84, 120 and 174 millimetres and four gaps of 14 points, at 40 pixels an inch.
      let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
      let points: Double = (84 + 120 + 174) / 25.4 * 72 + 4 * 14
      #expect(width == Int((points / 72 * 40).rounded()))
    }
    let wrong = try Command.run("render", ["gallery", "--dpi", "5"], in: folder.url)
    #expect(wrong.status == 64 && wrong.errors.contains("--dpi: expected 20 to 600, received 5."))
  }
}
