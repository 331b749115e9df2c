import Foundation
import Paper
import TestSupport
import TrackData
import Testing

/// What readers open: the paper that LaTeX sets, and the page that a browser shows.
@Suite(.serialized) struct DocumentTests {
  /// The whole report of the built-in sample, with the project's own experiment cut short, templates and paper.
  private func report() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "experiments"), withIntermediateDirectories: true)
    for file in ["templates", "examples", "experiments/paper.claims.yaml"] {
      try FileManager.default.copyItem(
        at: Checkout.root.appending(path: file), to: folder.url.appending(path: file))
    }
    let paper = try Files.readText(Checkout.root.appending(path: "experiments/paper.yaml").path)
    let short = paper.replacing("epochs: 500 ", with: "epochs: 5 ").replacing(
      "epochs: 500\n", with: "epochs: 5\n"
    )
    .replacing("epochs: 1000000", with: "epochs: 5")
    try #require(short != paper)
    try folder.write(short, to: "experiments/paper.yaml")
    for command in ["train", "render"] {
      let outcome = try Command.run(command, ["--quiet"], in: folder.url)
      try #require(outcome.status == 0, "\(outcome)")
    }
    return folder
  }

  @Test(.enabled(if: Command.path(of: "pdflatex") != nil, "pdflatex is not installed"))
  func thePaperCompilesAndEveryNumberIsKnown() throws {
    let folder = try report()
    let latex = try #require(Command.path(of: "pdflatex"))
    var outcome: Command.Outcome?
    for _ in 1...2 {
      outcome = try Command.run(
        tool: latex,
        ["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "examples/paper/paper.tex"],
        in: folder.url, environment: ["openin_any": "p", "openout_any": "p"])
      #expect(outcome?.status == 0, "\(outcome.map(\.output) ?? "")")
    }
    let log = try Files.readText(folder.path + "/paper.log")
    #expect(!log.contains("No value has the key"))
    #expect(!log.contains("undefined references"))
    #expect(!log.contains("Overfull"))
    if let fonts = Command.path(of: "pdffonts") {
      let table = try Command.run(tool: fonts, ["paper.pdf"], in: folder.url).output
      let rows = table.split(separator: "\n").dropFirst(2)
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { $0.contains(" yes yes yes ") && !$0.contains("Type 3") }, "\(table)")
    }
  }

  @Test(.enabled(if: Command.path(of: "chromium") != nil, "chromium is not installed"))
  func thePageShowsEverythingFromItselfAlone() throws {
    let folder = try report()
    let chromium = try #require(Command.path(of: "chromium"))
    let page = try Files.readText(folder.path + "/output/report.html")
    // Nothing is fetched: no address but the names of XML's languages.
    let addresses = page.matches(of: #/(src|href)="(?!#)(?<to>[^"]*)"/#).map { String($0.to) }
    #expect(addresses.allSatisfy { $0.hasPrefix("data:") || $0.hasPrefix("#") }, "\(addresses)")
    let outcome = try Command.run(
      tool: chromium,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
        "file://\(folder.path)/output/report.html",
      ],
      in: folder.url)
    #expect(outcome.status == 0)
    // What the browser has made of the page is what was written.
    for (element, least) in [("<svg", 9), ("<table", 11), ("<h2", 7)] {
      let shown = outcome.output.components(separatedBy: element).count - 1
      #expect(
        shown >= least && shown == page.components(separatedBy: element).count - 1, "\(element): \(shown)")
    }
    // Every identifier in the page is its own.
    let identifiers = page.matches(of: #/ id="(?<id>[^"]+)"/#).map { String($0.id) }
    #expect(Set(identifiers).count == identifiers.count)
  }
}
