import Paper
import TestSupport
import Testing

@Suite struct ManifestTests {
  private let folder: TemporaryFolder
  private let paths: Paths
  private var manifest = Manifest()
  private let inputs = ["the data": Fingerprint(of: "1"), "a setting": Fingerprint(of: "2")]

  init() throws {
    folder = try TemporaryFolder()
    paths = Paths(output: folder.path)
    try Files.replace(paths.product("a.txt"), with: "made")
    manifest.note("a", madeFrom: inputs, files: ["a.txt": Fingerprint(of: "made")])
  }

  private func reasons(_ inputs: [String: Fingerprint], files: [String] = ["a.txt"]) -> [String] {
    manifest.reasons(toMake: "a", from: inputs, files: files, in: paths)
  }

  @Test func whatIsAsItWasNeedsNoMaking() {
    #expect(reasons(inputs).isEmpty)
  }

  @Test func everyChangeOfAnInputIsAReason() {
    #expect(reasons(inputs.merging(["the data": Fingerprint(of: "9")]) { $1 }) == ["the data changed"])
    #expect(reasons(inputs.merging(["a font": Fingerprint(of: "9")]) { $1 }) == ["a font is new"])
    #expect(reasons(["the data": Fingerprint(of: "1")]) == ["a setting is gone"])
  }

  @Test func aFileThatIsGoneOrChangedByHandIsAReason() throws {
    try Files.replace(paths.product("a.txt"), with: "edited")
    #expect(reasons(inputs) == ["a.txt was changed by hand"])
    Files.remove(paths.product("a.txt"))
    #expect(reasons(inputs) == ["a.txt is missing"])
  }

  @Test func whatAProductShowsIsToldOnlyWhereNothingElseExplainsIt() throws {
    var manifest = Manifest()
    let before = ["what it shows": Fingerprint(of: "1"), "the style": Fingerprint(of: "1")]
    manifest.note("a", madeFrom: before, files: ["a.txt": Fingerprint(of: "made")])
    func reasons(style: String) -> [String] {
      let inputs = ["what it shows": Fingerprint(of: "2"), "the style": Fingerprint(of: style)]
      return manifest.reasons(toMake: "a", from: inputs, files: ["a.txt"], in: paths)
    }
    #expect(reasons(style: "1") == ["what it shows changed"])
    #expect(reasons(style: "2") == ["the style changed"])
  }

  @Test func whatWasNeverMadeHasToBe() {
    #expect(manifest.reasons(toMake: "b", from: inputs, files: [], in: paths) == ["it was never made"])
  }

  @Test func aManifestReadsBackAsItWasWritten() throws {
    try manifest.write(to: paths)
    #expect(Manifest(readingFrom: paths) == manifest)
  }

  @Test func aManifestThatIsDamagedIsAnEmptyOne() throws {
    try Files.replace(paths.manifest, with: "{ not json")
    #expect(Manifest(readingFrom: paths) == Manifest())
  }
}
