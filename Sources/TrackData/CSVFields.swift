#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the fields of a whole CSV text lie.
struct CSVFields {
  let columns: [String]
  let rowCount: Int
  /// `columns.count + 1` entries a row; `CSVScanner` says what they mean.
  let starts: [UInt32]

  /// Checks and scans a text that ends with a line feed.
  init(of text: UnsafeBufferPointer<UInt8>) throws(CSVFault) {
    guard text.count <= CSVFields.largestText else { throw CSVFault(problem: .tooLarge(bytes: text.count)) }
    if let offset = firstByteNotUTF8(in: text) {
      throw CSVFault(offset: offset, problem: .notUTF8(byte: text[offset]))
    }
    var scanner = CSVScanner(bytes: text, from: CSVFields.textStart(in: text))
    scanner.skipBlankLines()
    guard scanner.position < text.count else { throw CSVFault(problem: .emptyFile) }
    let header = try scanner.header()
    columns = try CSVFields.names(in: header, of: text)

    // No more rows than lines. A row of n fields takes n + 1 entries and at least n bytes, so that short lines
    // under a wide header cannot ask for more than twice their size.
    let fieldCount = columns.count
    let rest = UnsafeBufferPointer(rebasing: text[scanner.position...])
    let lines = CSVFields.lineCount(of: rest)
    let room = min(lines * (fieldCount + 1), 2 * rest.count + fieldCount + 1)

    var rows = 0
    var fault: CSVFault?
    starts = [UInt32](unsafeUninitializedCapacity: room) { buffer, count in
      do throws(CSVFault) {
        rows = try scanner.records(of: fieldCount, into: buffer)
        count = rows * (fieldCount + 1)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    guard rows > 0 else { throw CSVFault(problem: .noRows) }
    rowCount = rows
  }

  /// The bytes a text may have: offsets of 32 bits take half the memory, and the time to fill it, of larger ones.
  static let largestText = Int(UInt32.max)

  /// The offset of the first character that is no byte-order mark.
  static func textStart(in bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func lineCount(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var lines = 0
    var rest = UnsafeRawBufferPointer(text)
    while let start = rest.baseAddress, let end = memchr(start, 0x0A, rest.count) {
      lines += 1
      rest = UnsafeRawBufferPointer(rebasing: rest[(UnsafeRawPointer(end) - start + 1)...])
    }
    return lines
  }

  /// The names in the header, of which none may come twice.
  private static func names(
    in header: [Int], of text: UnsafeBufferPointer<UInt8>
  ) throws(CSVFault) -> [String] {
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    for (index, (start, next)) in zip(header, header.dropFirst()).enumerated() {
      let written = CSVCell(field: UnsafeBufferPointer(rebasing: text[start..<next - 1])).string
      let name = written.isEmpty ? "Unnamed: \(index)" : written
      guard seen.insert(Array(name.utf8)).inserted else {
        throw CSVFault(offset: start, problem: .duplicateColumn(name))
      }
      names.append(name)
    }
    return names
  }
}
