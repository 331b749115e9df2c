import Foundation
import Paper
import TestSupport
import TrackData
import Testing

/// What `docs/templates.md` tells people to do.
@Suite struct UserTemplatesTests {
  static let page = try? Files.readText(Checkout.root.appending(path: "docs/templates.md").path)

  /// The example's report: of few tracks, under the names of the paper.
  private func report() throws -> TemporaryFolder {
    let yaml = SmallExperiment.yaml(title: "Music Curation with Neural Networks")
      .replacing("A few epochs", with: "Under 500 epochs")
      .replacing("A few more", with: "Over 1000 epochs")
    return try SmallRun.trained(on: Sample.csv(rows: 60), yaml: yaml)
  }

  /// The files of the example, by their paths.
  private func example() throws -> [String: String] {
    let page = try #require(Self.page)
    let files = page.matches(of: #/\n`(?<path>mine/[a-z/.]+)`\n\n```\n(?<text>(?s).*?)```\n/#)
    return Dictionary(uniqueKeysWithValues: files.map { (String($0.path), String($0.text)) })
  }

  private func render(_ folder: TemporaryFolder) throws -> Command.Outcome {
    try Command.run(
      "render", ["--templates", "mine", "--only", "short.md", "plain.md"], in: folder.url)
  }

  @Test func theExampleReadsAsThePageSays() throws {
    let folder = try report()
    let files = try example()
    #expect(files.keys.sorted() == ["mine/partials/page.md", "mine/plain.md", "mine/short.md"])
    for (path, text) in files { try folder.write(text, to: path) }
    let outcome = try render(folder)
    try #require(outcome.status == 0, "\(outcome)")

    // The page's numbers are of other tracks.
    let page = try #require(Self.page)
    let shown = try #require(page.firstMatch(of: #/then reads\n\n```\n(?<text>(?s).*?)```\n/#)).text
    func words(_ text: some StringProtocol) -> String {
      String(text).replacing(#/[0-9]+(\.[0-9]+)?/#, with: "0")
    }
    let short = try Files.readText(folder.path + "/output/short.md")
    #expect(words(short) == words(shown))
    #expect(try Files.readText(folder.path + "/output/plain.md").hasPrefix("# Later\n\nNothing yet.\n"))

    // A parent refills its children, a child nobody else.
    try folder.write(
      (files["mine/partials/page.md"] ?? "") + "\nOne line more.\n", to: "mine/partials/page.md")
    #expect(
      try render(folder).errors
        == "output: made 2 of 2 products; plain.md because the template partials/page.md changed\n")
    #expect(try Files.readText(folder.path + "/output/plain.md").hasSuffix("\nOne line more.\n"))
    try folder.write((files["mine/short.md"] ?? "") + "\nEnd.\n", to: "mine/short.md")
    #expect(
      try render(folder).errors
        == "output: made 1 of 2 products, 1 were up to date; short.md because the template short.md changed\n"
    )
  }

  @Test func theMistakeOfThePageIsToldAsThePageSays() throws {
    let folder = try report()
    for (path, text) in try example() {
      try folder.write(text.replacing("accuracy_percent", with: "acuracy_percent"), to: path)
    }
    let outcome = try render(folder)
    #expect(outcome.status == 65)
    let message = "mine/short.md:4:35: no value is named 'acuracy_percent'; did you mean 'accuracy_percent'?"
    #expect(outcome.errors == "error: \(message)\n")
    #expect(Self.page?.contains("\n\(message)\n") == true)
    #expect(!Files.exists(folder.path + "/output/short.md"))
  }
}
