import Foundation
import Paper
import TestSupport
import Testing

/// An experiment of a table that has nothing to do with music, as `make check` and `make paper` take it.
@Suite struct OwnExperimentTests {
  /// In folders with blanks and quotes in their names.
  private static let output = "my 'own' \"out\""

  private func report() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for part in ["templates", "examples", "scripts"] {
      try FileManager.default.copyItem(
        at: Checkout.root.appending(path: part), to: folder.url.appending(path: part))
    }
    let rows = (0..<60).map { row in
      let size = Double((row * 37) % 41) / 10
      return
        "\(size),\(Double((row * 53) % 29) / 7),\(row),\((size + Double(row % 5) > 3.5) ? "benign" : "malignant")"
    }
    try folder.write(
      "radius,texture,case,diagnosis\n" + rows.joined(separator: "\n") + "\n", to: "my data/cells.csv")
    try folder.write(
      """
      name: tumours
      title: Tumours told apart
      figures: {width: column}
      data: {csv: ../my data/cells.csv, target: diagnosis, classes: [benign, malignant], drop: [case], row: [tumour, tumours]}
      scaling: standard
      model:
        - {dense: {units: 4, activation: relu}}
        - {dense: {units: 1, activation: sigmoid}}
      training: {epochs: 6, validation_split: 0.2, seeds: 0-2, early_stopping: {monitor: val_loss, patience: 3}}
      baselines: [majority]
      """, to: "my experiments/the \"first\".yaml")
    for arguments in [
      ["train", "--experiment", "my experiments/the \"first\".yaml", "--output", Self.output],
      ["render", "--output", Self.output],
    ] {
      let outcome = try Command.run(arguments[0], Array(arguments.dropFirst()), in: folder.url)
      try #require(outcome.status == 0, "\(outcome)")
    }
    return folder
  }

  @Test func checkPassesAndNoProductSpeaksOfMusic() throws {
    let folder = try report()
    let check = try Command.run(
      "render",
      [
        "check", "--claims", "--document", "examples/report/report.tex", "--output", Self.output,
      ], in: folder.url)
    #expect(check.status == 0, "\(check)")
    let music = try Regex(
      #"\b(tracks?|songs?|music\w*|listen\w*|curat\w*|artists?|playlists?|taste|opinions?|dislikes?|likes?|sounds?)\b"#
    ).ignoresCase()
    let output = "\(folder.path)/\(Self.output)"
    for path in try FileManager.default.subpathsOfDirectory(atPath: output).sorted()
    where !path.hasPrefix("runs") && !path.hasPrefix(".cache") {
      guard [".md", ".tex", ".html", ".csv", ".svg"].contains(where: { path.hasSuffix($0) }) else { continue }
      // The names of TeX's packages and of the licence's public domain are no words of ours.
      let text = try Files.readText("\(output)/\(path)")
      let found = text.matches(of: music).map { match in
        let line = text[..<match.range.lowerBound].suffix(60) + text[match.range.lowerBound...].prefix(40)
        return String(line)
      }
      #expect(found == [], "\(path)")
    }
  }

  @Test(.enabled(if: Command.path(of: "latexmk") != nil, "latexmk is not installed"))
  func anyDocumentIsCompiledWhateverThePathsAreCalled() throws {
    let folder = try report()
    func compile(_ document: String, status: Int32 = 0) throws -> Command.Outcome {
      let outcome = try Command.run(
        tool: "\(folder.path)/scripts/paper", [document, Self.output], in: folder.url)
      #expect(outcome.status == status, "\(outcome)")
      return outcome
    }
    _ = try compile("examples/report/report.tex")
    #expect(Files.exists("\(folder.path)/\(Self.output)/report.pdf"))
    let log = try Files.readText("\(folder.path)/\(Self.output)/.cache/paper/report.log")
    #expect(!log.contains("No value has the key"))
    #expect(!log.contains("undefined references"))

    // What lies beside a document is found, in a folder and by a name that TeX itself could not read.
    try folder.write("\\input{\\linerpath numbers}Of \\liner{data.rows}.", to: "it's \"mine\"/part.tex")
    try folder.write(
      "\\documentclass{article}\\begin{document}\\input{part}\\end{document}", to: "it's \"mine\"/a \"b\".tex"
    )
    _ = try compile("it's \"mine\"/a \"b\".tex")
    #expect(Files.exists("\(folder.path)/\(Self.output)/a \"b\".pdf"))
    #expect(
      try compile("nosuch.tex", status: 66).errors
        == "make paper: nosuch.tex: no such document; name another with DOCUMENT=\n")
  }
}
