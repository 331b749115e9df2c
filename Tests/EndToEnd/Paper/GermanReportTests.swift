import Figures
import Foundation
import Phrases
import TestSupport
import Testing
import TrackData

@testable import Paper

/// A report in German as the commands write it: no English word, no decimal point.
@Suite struct GermanReportTests {
  /// Made once for all tests, which only look at it.
  private static let report = Result { try makeReport() }

  private static func makeReport() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "templates"), to: folder.url.appending(path: "templates"))
    let studies = SmallExperiment.studies
      .replacing("Eight units", with: "Acht Einheiten").replacing("Not scaled", with: "Nicht skaliert")
      .replacing("In proportion", with: "Geschichtet").replacing("Three folds twice", with: "Dreiteilig")
    let yaml =
      SmallExperiment.yaml(title: "Ein kleiner Versuch\nlanguage: de")
      .replacing("row: [track, tracks]", with: "row: [Stück, Stücke]")
      .replacing("[Disliked, Liked]", with: "[Schlecht, Gut]").replacing("A few epochs", with: "Kurz")
      .replacing("A few more", with: "Lang")
      + "\nbaselines: [majority, stump, logistic, forest, boosted]\nclaims: claims.yaml\n" + studies
    try folder.write(yaml, to: "experiments/small.yaml")
    try folder.write(
      "- {claim: Nie zu gut, expect: holds, conditions: [{value: small.test.accuracy, at_most: 1}]}\n",
      to: "experiments/claims.yaml")
    try folder.write(Sample.csv(rows: 60), to: "experiments/tracks.csv")
    for (command, arguments) in [
      ("train", ["--experiment", "small", "--seeds", "0-5"]), ("render", []),
    ] {
      let outcome = try Command.run(command, ["--quiet"] + arguments, in: folder.url)
      try #require(outcome.status == 0, "\(outcome)")
    }
    return folder
  }

  /// The products that people read, by name, without their parts in the words of the experiment file.
  private func products(_ endings: [String] = [".md", ".tex", ".html"]) throws -> [String: String] {
    let output = try Self.report.get().path + "/output"
    let names = try FileManager.default.subpathsOfDirectory(atPath: output)
      .filter { name in
        endings.contains { name.hasSuffix($0) } && !name.hasPrefix(".cache") && !name.hasPrefix("runs")
      }
    return try names.reduce(into: [:]) { texts, name in
      var text = try Files.readText("\(output)/\(name)")
      if name.hasSuffix(".html") {
        text = text.replacing(
          #/<style>[\s\S]*?</style>|<script>[\s\S]*?</script>|<svg[\s\S]*?</svg>|<!--[\s\S]*?-->|<[^>]*>/#,
          with: " ")
      }
      // Everything behind the provenance, the last section of all documents.
      if let end = text.firstRange(of: #/SHA-256/#), name.hasPrefix("results") || name.hasPrefix("report") {
        text = String(text[..<end.lowerBound])
      }
      texts[name] = text
    }
  }

  /// The texts between the names in braces that have several words, which no German text has by chance.
  private func fragments(_ phrase: Phrase) -> [String] {
    [phrase.one, phrase.other].compactMap(\.self).flatMap { text in
      text.split(separator: #/\{\w+\}/#).map {
        $0.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
      }
    }.filter { $0.count > 6 && $0.contains(" ") }
  }

  @Test func saysNoEnglish() throws {
    let templates = Checkout.root.appending(path: "templates").path
    let english = try WordCatalogue(.english, standard: templates)
    let german = try WordCatalogue(.german, standard: templates)
    var words: [String] = []
    for (word, phrase) in english.words where german.words[word] != phrase { words += fragments(phrase) }
    for (word, phrase) in english.figures where german.figures[word] != phrase { words += fragments(phrase) }
    #expect(words.count > 60)
    let texts = try products([".md", ".tex", ".html", ".pgf"])
    #expect(texts.count > 30)
    for (name, text) in texts {
      for word in words where text.contains(word) { Issue.record("\(name): \(word)") }
      // Small words that no German sentence has.
      // Labels are made of the names of files.
      let text = text.replacing(#/\{#tbl:[\w-]+\}/#, with: "")
      for match in text.matches(of: #/\b(the|of|and|with|is|are|which|that|network|rows|data|seeds?)\b/#)
      where !name.hasSuffix(".pgf") && name != "numbers.tex" && !isCode(text, at: match.range.lowerBound) {
        Issue.record("\(name): …\(around(match.range, in: text))…")
      }
    }
  }

  @Test func writesDecimalCommas() throws {
    for (name, text) in try products() {
      for match in text.matches(of: #/(?:^|[^\w.\-\/\[{=])\d+\.\d+(?![\w.])/#)
      where !isCode(text, at: match.range.lowerBound) {
        Issue.record("\(name): …\(around(match.range, in: text))…")
      }
    }
    for (name, text) in try products([".pgf"]) {
      let numbers = text.matches(of: #/rgb\]\{[\d.,]+\}(?<text>[^\n]*?)\}\\end/#).map { $0.text }
      for number in numbers where number.contains(#/\d\.\d/#) { Issue.record("\(name): \(number)") }
    }
    let output = try Self.report.get().path + "/output"
    let table = try Files.readText(output + "/tables/test_data.csv")
    #expect(table.contains("0."), "files for programs keep the point")
    #expect(try Files.readText(output + "/numbers.tex").contains("{small.test.accuracy}{0{,}"))
  }

  @Test func saysWhichLanguageItIs() throws {
    let output = try Self.report.get().path + "/output"
    #expect(try Files.readText(output + "/report.html").contains("<html lang=\"de\""))
    #expect(try Files.readText(output + "/numbers.tex").contains(#"\linerdefine{language.babel}{ngerman}"#))
  }

  @Test func namesRowsAsTheExperimentDoes() throws {
    let text = try #require(try products()["results.md"])
    #expect(text.contains("60 Stücke"))
    #expect(!text.contains("Beispiel"))
  }

  /// Whether it stands in a comment, a command or the name of a file.
  private func isCode(_ text: String, at place: String.Index) -> Bool {
    let line = text[..<place].split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    return line.hasPrefix("%") || line.suffix(24).contains("\\") || line.suffix(40).contains("](")
  }

  private func around(_ range: Range<String.Index>, in text: String) -> Substring {
    let start = text.index(range.lowerBound, offsetBy: -40, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(range.upperBound, offsetBy: 30, limitedBy: text.endIndex) ?? text.endIndex
    return text[start..<end]
  }
}
