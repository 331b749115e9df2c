import Foundation
import Paper
import TestSupport
import Testing

@Suite struct FilesTests {
  @Test func aFileIsReplacedWholeAndLeavesNothingBeside() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/deep/er/file.txt"
    try Files.replace(path, with: "old")
    try Files.replace(path, with: "new")
    #expect(try Files.readText(path) == "new")
    #expect(Files.names(in: folder.path + "/deep/er") == ["file.txt"])
  }

  @Test func aFolderInTheWayIsACannotCreateAndStays() throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder(folder.path + "/file.txt/inside")
    let failure = #expect(throws: Failure.self) { try Files.replace(folder.path + "/file.txt", with: "x") }
    #expect(failure?.status == .cannotCreate)
    #expect(Files.names(in: folder.path) == ["file.txt"])
  }

  @Test func bytesThatAreNoTextAreBadData() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([0x61, 0xFF], to: "latin1.yaml")
    let failure = #expect(throws: Failure.self) { try Files.readText(path) }
    #expect(failure?.status == .badData)
  }

  /// FIPS 180-2, appendix B.1 and B.2.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ])
  func aFingerprintIsTheSHA256(text: String, digest: String) {
    #expect(Fingerprint(of: text).description == digest)
  }
}
