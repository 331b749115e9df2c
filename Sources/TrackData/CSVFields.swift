/// Where the fields of a whole CSV text lie.
struct CSVFields {
  let columns: [String]
  /// The fields of a record: as many as there are columns, and one more where each ends with a separator.
  let width: Int
  /// The records under the header in the order of the text, no part empty.
  let parts: [CSVPart]

  /// Checks and scans a text that ends with a line feed.
  ///
  /// - Parameters:
  ///   - dialect: how it is written.
  ///   - threads: how many stretches to read at the same time; what is found, or what fault, does not depend on it.
  ///   - smallestStretch: the bytes below which a stretch is not worth a thread.
  init(
    of text: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect, threads: Int, smallestStretch: Int
  ) throws(CSVFault) {
    guard text.count <= CSVFields.largestText else { throw CSVFault(problem: .tooLarge(bytes: text.count)) }
    let stretches = min(threads, text.count / smallestStretch)
    if stretches > 1, let fields = CSVFields(byBlocksOf: text, dialect, stretches: stretches) {
      self = fields
    } else if let fields = CSVFields(byBlocksOf: text, dialect, stretches: 1) {
      self = fields
    } else {
      try self.init(byBytesOf: text, dialect)
    }
  }

  /// The bytes a text may have: offsets of 32 bits take half the memory, and the time to fill it, of larger ones.
  static let largestText = Int(UInt32.max)

  /// The offset of the first character that is no byte-order mark.
  static func textStart(in bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The names in the header, of which none may come twice.
  private static func names(
    in header: [Range<Int>], of text: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect
  ) throws(CSVFault) -> [String] {
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    for (index, field) in header.enumerated() {
      let written = CSVCell(field: UnsafeBufferPointer(rebasing: text[dialect.content(of: field, in: text)]))
        .string
      let name = written.isEmpty ? "Unnamed: \(index)" : written
      guard seen.insert(Array(name.utf8)).inserted else {
        throw CSVFault(offset: field.lowerBound, problem: .duplicateColumn(name))
      }
      names.append(name)
    }
    return names
  }
}

extension CSVFields {
  /// The definition: byte after byte, to the first fault.
  init(byBytesOf text: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect) throws(CSVFault) {
    var utf8 = UTF8Check(of: text)
    guard utf8.advance(to: text.count) else {
      throw CSVFault(offset: utf8.position, problem: .notUTF8(byte: text[utf8.position]))
    }
    var scanner = CSVScanner(bytes: text, from: dialect.start, dialect)
    scanner.skipBlankLines()
    guard scanner.position < text.count else { throw CSVFault(problem: .emptyFile) }
    columns = try CSVFields.names(in: scanner.header(), of: text, dialect)
    width = columns.count + (dialect.rowsEndWithSeparator ? 1 : 0)
    var separators = [UInt32(truncatingIfNeeded: scanner.position - 1)]
    while try scanner.record(of: width, into: &separators) {}
    guard separators.count > 1 else { throw CSVFault(problem: .noRows) }
    parts = [CSVPart(firstRow: 0, separators: separators, fields: width)]
  }

  /// The same for text without a fault; `nil` where there may be one.
  ///
  /// Each stretch but the first begins where a record seems to. It does if the stretch before ends there with
  /// its last record, outside of quotes: then all is as if read in one.
  init?(byBlocksOf text: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect, stretches: Int) {
    var scanner = CSVScanner(bytes: text, from: dialect.start, dialect)
    scanner.skipBlankLines()
    guard scanner.position < text.count, let header = try? scanner.header() else { return nil }
    let start = scanner.position
    var utf8 = UTF8Check(of: text)
    guard utf8.advance(to: start), let columns = try? CSVFields.names(in: header, of: text, dialect) else {
      return nil
    }
    let width = columns.count + (dialect.rowsEndWithSeparator ? 1 : 0)

    var borders = [start]
    for stretch in 1..<max(stretches, 1) {
      let aim = start + (text.count - start) / stretches * stretch
      guard let border = CSVFields.likelyRecord(after: aim, in: text, fields: width, dialect) else {
        return nil
      }
      borders.append(border)
    }
    borders.append(text.count)

    let separators = concurrently(stretches) { stretch in
      CSVBlocks.separators(
        in: text, from: borders[stretch], to: borders[stretch + 1], fields: width,
        separator: dialect.separator)
    }
    var parts: [CSVPart] = []
    for separators in separators {
      guard let separators else { return nil }
      let part = CSVPart(
        firstRow: parts.last?.rows.upperBound ?? 0, separators: separators, fields: width)
      if !part.rows.isEmpty { parts.append(part) }
    }
    guard !parts.isEmpty else { return nil }
    self.columns = columns
    self.width = width
    self.parts = parts
  }

  /// An offset at which a record seems to begin, as some can be read from there on.
  private static func likelyRecord(
    after aim: Int, in text: UnsafeBufferPointer<UInt8>, fields: Int, _ dialect: CSVDialect
  ) -> Int? {
    let lineFeed = UInt8(ascii: "\n")
    let near = text[aim..<min(aim + 1 << 16, text.count)]
    guard let last = near.lastIndex(of: lineFeed) else { return nil }
    let lines = UnsafeBufferPointer(rebasing: near[...last])
    var tries = 0
    for (offset, byte) in lines.enumerated() where byte == lineFeed && tries < 64 {
      var scanner = CSVScanner(bytes: lines, from: offset + 1, dialect)
      var separators: [UInt32] = []
      tries += 1
      do throws(CSVFault) {
        for _ in 0..<4 { _ = try scanner.record(of: fields, into: &separators) }
        return aim + offset + 1
      } catch {
        continue
      }
    }
    return nil
  }
}
