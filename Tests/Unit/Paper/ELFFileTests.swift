import Foundation
import TestSupport
import Testing

@testable import Paper

@Suite struct ELFFileTests {
  private func number(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  /// A head, two segments of which the second holds notes, and two notes of which the second is the digest.
  private func program(digest: [UInt8], noteSize: UInt64? = nil) -> [UInt8] {
    let other = number(4, 4) + number(2, 4) + number(1, 4) + Array("GNU\0".utf8) + [9, 9, 0, 0]
    let notes =
      other + number(4, 4) + number(UInt64(digest.count), 4) + number(3, 4) + Array("GNU\0".utf8) + digest
    let head =
      [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 26) + number(64, 8)
      + [UInt8](repeating: 0, count: 14) + number(56, 2) + number(2, 2) + [UInt8](repeating: 0, count: 6)
    func segment(_ kind: UInt64, _ offset: UInt64, _ size: UInt64) -> [UInt8] {
      number(kind, 4) + number(0, 4) + number(offset, 8) + number(0, 16) + number(size, 8) + number(0, 16)
    }
    let size = noteSize ?? UInt64(notes.count)
    return head + segment(1, 0, 64) + segment(4, 64 + 2 * 56, size) + notes
  }

  private func buildID(_ bytes: [UInt8]) throws -> String? {
    let folder = try TemporaryFolder()
    return ELFFile(try folder.write(bytes, to: "program"))?.buildID
  }

  @Test func theLinkersDigestIsFoundAmongTheNotes() throws {
    #expect(try buildID(program(digest: [0xDD, 0x04, 0xBA, 0x30])) == "dd04ba30")
    #expect(try buildID(program(digest: [0xDD, 0x04, 0xBA, 0x31])) == "dd04ba31")
  }

  @Test func whatIsDamagedOrAnotherKindOfFileHasNone() throws {
    let whole = program(digest: [1, 2, 3, 4])
    for count in [0, 5, 63, 64, 150, whole.count - 1] {
      #expect(try buildID(Array(whole.prefix(count))) == nil)
    }
    #expect(try buildID(program(digest: [1], noteSize: 1 << 40)) == nil)
    #expect(try buildID(Array("#!/bin/sh\n".utf8) + [UInt8](repeating: 0, count: 99)) == nil)
    #expect(ELFFile("/no/such/program") == nil)
  }

  /// The commands have one, or each start would read all of itself.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/exe"), "this is no Linux"))
  func theCommandsHaveOne() {
    for command in ["render", "train"] {
      #expect(ELFFile(Command.folder.appending(path: command).path)?.buildID?.count == 40, "\(command)")
    }
  }
}
