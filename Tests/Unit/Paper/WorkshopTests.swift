import TestSupport
import Testing

@testable import Paper

@Suite struct WorkshopTests {
  private let folder: TemporaryFolder
  private let paths: Paths

  private init() throws {
    folder = try TemporaryFolder()
    paths = Paths(output: folder.path)
  }

  /// Makes one product from a text, as a command of its own would.
  private func make(_ text: String) throws -> Workshop {
    var workshop = Workshop(paths: paths, isForced: false)
    try workshop.make("page", from: ["the text": Fingerprint(of: text)], files: ["page.md"]) {
      () throws(Failure) in [Array(text.utf8)]
    }
    return workshop
  }

  private func text(_ name: String) throws -> String { try Files.readText(paths.product(name)) }

  @Test func everyEditIsKeptUnderANameOfItsOwn() throws {
    #expect(try make("one").kept.isEmpty)
    try Files.replace(paths.product("page.md"), with: "first edit")
    let first = try make("two").kept
    #expect(first.map(\.name) == ["page.md.orig"])
    #expect(
      first.first?.message
        == "\(folder.path)/page.md was changed by hand; it is kept as page.md.orig")
    try Files.replace(paths.product("page.md"), with: "second edit")
    #expect(try make("three").kept.map(\.name) == ["page.md.orig.2"])
    #expect(try text("page.md") == "three")
    #expect(try text("page.md.orig") == "first edit")
    #expect(try text("page.md.orig.2") == "second edit")
  }

  @Test func whatNobodyEditedIsNotKept() throws {
    _ = try make("one")
    #expect(try make("two").kept.isEmpty)
    #expect(try Files.names(in: folder.path) == [".cache", "page.md"])
  }
}
