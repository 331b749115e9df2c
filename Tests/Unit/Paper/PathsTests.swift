import Paper
import Testing

@Suite struct PathsTests {
  @Test(arguments: [
    ("../data/spotify.csv", "experiments", "data/spotify.csv"),
    ("tracks.csv", ".", "tracks.csv"),
    ("./tracks.csv", "a/b", "a/b/tracks.csv"),
    ("../../x", "a", "../x"),
    ("/tmp/x.csv", "a", "/tmp/x.csv"),
    ("../b.csv", "/srv/a", "/srv/b.csv"),
    ("..", "a", "."),
  ])
  func pathsAreTakenAsSeenFromAFolder(path: String, folder: String, expected: String) {
    #expect(Paths.resolve(path, from: folder) == expected)
  }

  @Test(arguments: [("a/b.yaml", "a", "b.yaml"), ("b.yaml", ".", "b.yaml"), ("/b.yaml", "/", "b.yaml")])
  func aPathHasAFolderAndAName(path: String, folder: String, name: String) {
    #expect(Paths.folder(of: path) == folder)
    #expect(Paths.name(of: path) == name)
  }
}
