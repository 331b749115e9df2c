import Foundation
import TestSupport
import Testing

/// `scripts/moved-build` in a checkout that was made up for the test.
@Suite struct MovedBuildScriptTests {
  private let folder: TemporaryFolder

  /// A build folder whose last plan names files of a package in `place`.
  private init() throws { folder = try TemporaryFolder() }

  private func plan(_ name: String = "debug.yaml", in build: String = ".build", of place: String) throws {
    try folder.write("inputs: [\"\(place)/Sources/x.swift\"]\n", to: "\(build)/\(name)")
    try folder.write("old", to: "\(build)/x86_64/debug/ModuleCache/SwiftShims.pcm")
    try folder.write("fetched", to: "\(build)/repositories/Yams-1/HEAD")
  }

  private func script(in place: URL? = nil) throws -> Command.Outcome {
    try Command.run(
      tool: "/bin/sh", [Checkout.root.appending(path: "scripts/moved-build").path], in: place ?? folder.url)
  }

  private func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.path + "/" + path)
  }

  @Test func whatWasBuiltHereStays() throws {
    try plan(of: folder.url.resolvingSymlinksInPath().path)
    let outcome = try script()
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
    #expect(has(".build/x86_64/debug/ModuleCache/SwiftShims.pcm"))
  }

  @Test func whatWasBuiltElsewhereGoesAndWhatWasFetchedStays() throws {
    try plan(of: "/home/someone/liner-notes")
    try plan("release.yaml", in: "Benchmarks/.build", of: "/home/someone/liner-notes/Benchmarks")
    let outcome = try script()
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == """
        .build was made in another folder: removing what was compiled there
        Benchmarks/.build was made in another folder: removing what was compiled there

        """)
    for build in [".build", "Benchmarks/.build"] {
      #expect(!has("\(build)/x86_64") && has("\(build)/repositories/Yams-1/HEAD"))
    }
    #expect(try script().errors.isEmpty)
  }

  /// A folder below the old place, or beside it with a longer name, is another one.
  @Test func aLongerNameIsAnotherFolder() throws {
    try plan(of: folder.url.resolvingSymlinksInPath().path + "-copy")
    #expect(try script().errors.contains("another folder"))
  }

  @Test func withoutABuildThereIsNothingToDo() throws {
    let outcome = try script()
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
  }
}
