import Templates
import TestSupport
import Testing

/// Folders of templates that lie over each other.
struct TemplateLayerTests {
  private func library(_ files: [String: String], _ folders: [String], language: String? = nil) throws
    -> (TemplateLibrary, String)
  {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    let layers = try TemplateLayer.read(folders.map { folder.path + "/" + $0 }, language: language)
    return (try TemplateLibrary(layers: layers), folder.path)
  }

  private func filled(_ library: TemplateLibrary, _ name: String) throws -> String {
    try library.filled(name, with: ["x": .text("X")]).text
  }

  private let standard = [
    "low/a.md": "low a {{> p}}", "low/a.tex": "low <<> p>>", "low/b.md": "low b {{> p}}",
    "low/partials/p.md": "low p", "low/partials/p.tex": "low p in LaTeX",
  ]

  @Test func ofFilesOfTheSamePathTheTopmostCounts() throws {
    let (library, folder) = try library(
      standard.merging(["high/a.md": "high a {{> p}}", "high/c.md": "high c"]) { $1 }, ["low", "high"])
    #expect(library.names == ["a.md", "a.tex", "b.md", "c.md"])
    #expect(try filled(library, "a.md") == "high a low p")
    #expect(try filled(library, "b.md") == "low b low p")
    #expect(library.file(of: "a.md") == "\(folder)/high/a.md")
    #expect(library.file(of: "b.md") == "\(folder)/low/b.md")
  }

  @Test func onePartialIsReplacedForAllThatDrawOnItInItsFormat() throws {
    let (library, _) = try library(
      standard.merging(["high/partials/p.md": "high p"]) { $1 }, ["low", "high"])
    #expect(library.names == ["a.md", "a.tex", "b.md"])
    #expect(try filled(library, "a.md") == "low a high p")
    #expect(try filled(library, "b.md") == "low b high p")
    #expect(try filled(library, "a.tex") == "low low p in LaTeX")
    #expect(library.text(of: "partials/p.md") == "high p")
  }

  @Test func theFolderOfALanguageLiesOverItsOwnFolderAlone() throws {
    let files = standard.merging([
      "low/de/a.md": "tief a {{> p}}", "low/de/partials/p.md": "tief p", "high/partials/p.md": "high p",
      "high/de/b.md": "hoch b {{> p}}", "low/de/words.md": "Wort", "low/words/note.md": "a note",
      "low/de-AT/b.md": "österreichisch",
    ]) { $1 }
    let (german, folder) = try library(files, ["low", "high"], language: "de")
    #expect(german.names == ["a.md", "a.tex", "b.md", "words.md"])
    // The layer above counts whatever its language.
    #expect(try filled(german, "a.md") == "tief a high p")
    #expect(try filled(german, "b.md") == "hoch b high p")
    #expect(german.file(of: "a.md") == "\(folder)/low/de/a.md")
    let (english, _) = try library(files, ["low", "high"])
    #expect(english.names == ["a.md", "a.tex", "b.md"])
    #expect(try filled(english, "a.md") == "low a high p")
    let (austrian, _) = try library(files, ["low"], language: "de-AT")
    #expect(try filled(austrian, "a.md") == "tief a tief p")
    #expect(try filled(austrian, "b.md") == "österreichisch")
    #expect(
      TemplateLayer.paths(["\(folder)/low", "\(folder)/high"], language: "de-AT").map {
        $0.dropFirst(folder.count)
      }
        == ["/low", "/high"])
  }

  @Test func anotherSetInsideAFolderIsNoneOfItsOwn() throws {
    let files = standard.merging([
      "low/set/c.md": "c", "low/set/partials/p.md": "p of the set", "low/kept/d.md": "d",
      "low/mine/e.md": "e",
    ]) { $1 }
    let (without, _) = try library(files, ["low"])
    #expect(without.names == ["a.md", "a.tex", "b.md", "kept/d.md", "mine/e.md"])
    let (with, _) = try library(files, ["low", "low/set", "low/mine"])
    #expect(with.names == ["a.md", "a.tex", "b.md", "c.md", "e.md", "kept/d.md"])
    #expect(try filled(with, "a.md") == "low a p of the set")
  }

  @Test(arguments: [
    (
      ["high/a.md": "{{> q}}"],
      "high/a.md:1:1: no partial is named 'q', which would be the file %/high/partials/q.md"
    ),
    (["high/partials/p.md": "{{#x"], "high/partials/p.md:1:1: the tag opened here is not closed; add '}}'"),
    (
      ["high/a.md": "{{<p}}{{$body}}{{/body}}{{/p}}"],
      "high/a.md:1:7: no block is named 'body' in %/low/partials/p.md"
    ),
  ])
  func errorsNameTheFileOfTheLayer(_ files: [String: String], _ message: String) throws {
    let folder = try TemporaryFolder()
    for (path, text) in standard.merging(files, uniquingKeysWith: { $1 }) { try folder.write(text, to: path) }
    let layers = try TemplateLayer.read(["low", "high"].map { folder.path + "/" + $0 })
    let error = #expect(throws: TemplateError.self) { try TemplateLibrary(layers: layers) }
    #expect(
      error?.description == "\(folder.path)/" + message.replacing("%", with: folder.path))
  }

  @Test func aValueThatIsMissingIsToldOfTheFileThatAsks() throws {
    let (library, folder) = try library(
      standard.merging(["high/partials/p.md": "\n{{y}}"]) { $1 }, ["low", "high"])
    let error = #expect(throws: TemplateError.self) { try filled(library, "a.md") }
    #expect(
      error?.description == "\(folder)/high/partials/p.md:2:1: no value is named 'y' "
        + "(included from \(folder)/low/a.md:1:7)")
  }

  @Test(arguments: [
    ("de", true), ("pt-BR", true), ("DE", false), ("deu", false), ("partials", false), ("de-at", false),
  ])
  func languagesAreToldByTheirTags(_ name: String, _ isLanguage: Bool) {
    #expect(TemplateLayer.isLanguage(name) == isLanguage)
  }
}
