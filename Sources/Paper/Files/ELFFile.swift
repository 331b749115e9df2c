import Foundation

/// An executable in the format of Linux, as far as it says who it is.
struct ELFFile {
  /// The digest that the linker wrote into the file (`--build-id`), in hexadecimal; `nil` where there is none.
  let buildID: String?

  /// Reads the heads of a 64-bit little-endian file, not its contents; `nil` where it is none.
  init?(_ path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    func bytes(at offset: UInt64, count: UInt64) -> [UInt8]? {
      // Heads and notes are small; what says otherwise is damaged.
      guard count <= 1 << 16, offset <= 1 << 40, (try? file.seek(toOffset: offset)) != nil,
        let data = try? file.read(upToCount: Int(count)), data.count == Int(count)
      else { return nil }
      return [UInt8](data)
    }
    guard let head = bytes(at: 0, count: 64), head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
      return nil
    }
    let (size, count) = (head.number(at: 54, bytes: 2), head.number(at: 56, bytes: 2))
    guard size >= 56, let segments = bytes(at: head.number(at: 32, bytes: 8), count: size * count) else {
      return nil
    }
    var found: String?
    for segment in stride(from: 0, to: segments.count, by: Int(size))
    where found == nil && segments.number(at: segment, bytes: 4) == Self.noteSegment {
      let place = segments.number(at: segment + 8, bytes: 8)
      found = bytes(at: place, count: segments.number(at: segment + 32, bytes: 8)).flatMap(Self.buildID)
    }
    buildID = found
  }

  /// `PT_NOTE` and `NT_GNU_BUILD_ID` of elf.h.
  private static let noteSegment: UInt64 = 4
  private static let buildIDNote: UInt64 = 3

  /// Notes are sizes of name and contents, a type, then both, each padded to four bytes.
  private static func buildID(in notes: [UInt8]) -> String? {
    var at = 0
    while at + 12 <= notes.count {
      let (name, contents) = (notes.number(at: at, bytes: 4), notes.number(at: at + 4, bytes: 4))
      let start = at + 12 + Int((name + 3) & ~3)
      let end = start + Int(contents)
      guard end <= notes.count else { return nil }
      if notes.number(at: at + 8, bytes: 4) == buildIDNote,
        notes[(at + 12)...].starts(with: Array("GNU\0".utf8))
      {
        return notes[start..<end].map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      }
      at = start + Int((contents + 3) & ~3)
    }
    return nil
  }
}

extension [UInt8] {
  /// The little-endian number of so many bytes at a place.
  fileprivate func number(at place: Int, bytes: Int) -> UInt64 {
    self[place..<place + bytes].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
