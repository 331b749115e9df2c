import Foundation
import TestSupport
import Testing

@testable import Paper

@Suite struct FilesTests {
  @Test func aFileIsReplacedWholeAndLeavesNothingBeside() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/deep/er/file.txt"
    try Files.replace(path, with: "old")
    try Files.replace(path, with: "new")
    #expect(try Files.readText(path) == "new")
    #expect(try Files.names(in: folder.path + "/deep/er") == ["file.txt"])
  }

  @Test func aFolderInTheWayIsACannotCreateAndStays() throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder(folder.path + "/file.txt/inside")
    let failure = #expect(throws: Failure.self) { try Files.replace(folder.path + "/file.txt", with: "x") }
    #expect(failure?.status == .cannotCreate)
    #expect(try Files.names(in: folder.path) == ["file.txt"])
  }

  @Test func aFolderThatCannotBeMadeIsToldWithTheReason() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x", to: "file.txt")
    let failure = #expect(throws: Failure.self) { try Files.makeFolder(file) }
    #expect(failure?.status == .cannotCreate)
    #expect(failure?.message == "\(file): the folder cannot be created: something else has that name")
    let below = #expect(throws: Failure.self) { try Files.makeFolder(file + "/a/b") }
    #expect(below?.status == .cannotCreate)
    #expect(below?.message.hasSuffix("the folder cannot be created: Not a directory") == true)
    let long = folder.path + "/" + String(repeating: "x", count: 300)
    let tooLong = #expect(throws: Failure.self) { try Files.makeFolder(long) }
    #expect(tooLong?.message.hasSuffix("File name too long") == true)
  }

  @Test func makingAFolderThatIsThereIsNoFailure() throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder(folder.path + "/a/b/")
    try Files.makeFolder(folder.path + "/a/b")
    #expect(Files.isFolder(folder.path + "/a/b"))
  }

  @Test func aFolderThatCannotBeReadIsNotAnEmptyOne() throws {
    let folder = try TemporaryFolder()
    #expect(try Files.names(in: folder.path + "/none") == [])
    let file = try folder.write("x", to: "file.txt")
    let failure = #expect(throws: Failure.self) { try Files.names(in: file) }
    #expect(failure?.status == .noInput)
    #expect(failure?.message == "\(file): the folder cannot be read: Not a directory")
  }

  @Test func aKeptFileIsNeverPutOverAnEarlierOne() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/report.md"
    for text in ["first", "second", "third"] {
      try Files.replace(path, with: text)
      _ = try Files.keep(path, as: ".orig")
    }
    #expect(try Files.names(in: folder.path) == ["report.md.orig", "report.md.orig.2", "report.md.orig.3"])
    #expect(try Files.readText(path + ".orig") == "first")
    #expect(try Files.readText(path + ".orig.3") == "third")
  }

  @Test func aFileThatCannotBeKeptStops() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/none.md"
    let failure = #expect(throws: Failure.self) { try Files.keep(path, as: ".orig") }
    #expect(failure?.status == .cannotCreate)
    #expect(failure?.message.hasSuffix("cannot be kept as \(path).orig: No such file or directory") == true)
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
