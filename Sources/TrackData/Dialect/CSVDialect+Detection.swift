/// How a text is written, found out from its first lines, and what of that a reader should be told.
struct DetectedDialect {
  var dialect: CSVDialect
  /// Each a few words: `semicolon-separated`.
  var notes: [String] = []

  /// - Parameters:
  ///   - text: it ends with a line feed.
  ///   - format: what is known already.
  /// - Throws: where two delimiters are as likely.
  init(of text: UnsafeBufferPointer<UInt8>, _ format: TableFormat) throws(CSVFault) {
    dialect = .plain(text)
    let announced = skipAnnouncement(in: text)
    let lines = LeadingLines(of: text, from: dialect.start)
    let comments = lines.comments
    if comments.count > 0 {
      dialect.start = comments.end
      notes.append(
        comments.count == 1
          ? "without the comment line at the top"
          : "without the \(comments.count) comment lines at the top")
    }
    let sample = FirstRecords(of: text, from: dialect.start)
    let delimiter: Delimiter
    if let known = format.delimiter ?? announced {
      delimiter = known
    } else {
      delimiter = try sample.delimiter(at: dialect.start)
      if delimiter != .comma { notes.append("\(delimiter.name)-separated") }
    }
    dialect.separator = delimiter.byte
    let records = sample.records(dialect)
    guard let header = records.first else { return }
    if header.count > 1, header.dropFirst().allSatisfy({ $0.first == UInt8(ascii: " ") }) {
      dialect.skipsSpaces = true
      notes.append("without the spaces before fields")
    }
    let rows = records.dropFirst()
    if rows.first?.count == header.count + 1, rows.allSatisfy({ $0.last?.isEmpty ?? false }) {
      dialect.rowsEndWithSeparator = true
      notes.append("without the \(delimiter.name) at the end of each row")
    }
    chooseNumbers(for: Array(rows), format)
  }

  /// Goes past the line `sep=;`, by which Excel knows the delimiter, and says which it names.
  private mutating func skipAnnouncement(in text: UnsafeBufferPointer<UInt8>) -> Delimiter? {
    let rest = text[dialect.start...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    var line = String(decoding: rest[..<end], as: UTF8.self)[...]
    if line.last == "\r" { line.removeLast() }
    if line.count > 2, line.first == "\"", line.last == "\"" { line = line.dropFirst().dropLast() }
    guard line.lowercased().hasPrefix("sep="), let delimiter = Delimiter(text: String(line.dropFirst(4)))
    else { return nil }
    dialect.start = end + 1
    return delimiter
  }

  private mutating func chooseNumbers(for rows: [[Slice<UnsafeBufferPointer<UInt8>>]], _ format: TableFormat)
  {
    let decimal = format.decimal ?? (format.thousands == .point ? .comma : .point)
    var style = CSVNumberStyle(decimal: decimal.byte, thousands: format.thousands)
    if format.decimal == nil || format.thousands == nil {
      let marks = NumberMarks(in: rows)
      if format.decimal == nil, marks.areDecimalCommas {
        style.decimal = DecimalMark.comma.byte
        notes.append("with decimal commas")
      }
      if format.thousands == nil, let mark = marks.thousands(with: style.decimal) {
        style.thousands = mark
        notes.append("with \(mark == .comma ? "commas" : "points") between thousands")
      }
    }
    dialect.numbers = style
  }
}

/// The lines at the top that begin with `#`.
private struct LeadingLines {
  private(set) var comments: (count: Int, end: Int)

  /// A line `#a,b,c` is the header, and not a comment, where numbers follow it at once.
  init(of text: UnsafeBufferPointer<UInt8>, from start: Int) {
    comments = (0, start)
    var lineStart = start
    var last = start
    while lineStart < text.count, text[lineStart] == UInt8(ascii: "#"),
      let end = text[lineStart...].firstIndex(of: UInt8(ascii: "\n"))
    {
      last = lineStart
      lineStart = end + 1
      comments = (comments.count + 1, lineStart)
    }
    guard comments.count > 0 else { return }
    let next = text[lineStart...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let isNumbers =
      !next.isEmpty
      && next.allSatisfy { byte in
        (UInt8(ascii: "+")...UInt8(ascii: "9")).contains(byte) && byte != UInt8(ascii: "/")
          || [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: " "), UInt8(ascii: "e")]
            .contains(byte)
      }
    // With nothing below them the lines are all that there is.
    if isNumbers || lineStart >= text.count { comments = (comments.count - 1, last) }
  }
}

/// The first records of a text, by which its dialect is told.
private struct FirstRecords {
  private let text: UnsafeBufferPointer<UInt8>

  /// So many bytes and records are looked at.
  private static let (bytes, count) = (1 << 16, 200)

  init(of text: UnsafeBufferPointer<UInt8>, from start: Int) {
    let near = text[start..<min(start + Self.bytes, text.count)]
    let feed = UInt8(ascii: "\n")
    let end = near.lastIndex(of: feed) ?? text[start...].firstIndex(of: feed) ?? start
    self.text = UnsafeBufferPointer(rebasing: text[start..<min(end + 1, text.count)])
  }

  /// The records up to the first fault, quotes and all.
  func records(_ dialect: CSVDialect, most: Int = count) -> [[Slice<UnsafeBufferPointer<UInt8>>]] {
    guard text.last == UInt8(ascii: "\n") else { return [] }
    var scanner = CSVScanner(bytes: text, from: 0, dialect)
    var records: [[Slice<UnsafeBufferPointer<UInt8>>]] = []
    while records.count < most {
      scanner.skipBlankLines()
      guard scanner.position < text.count, let record = try? scanner.header() else { break }
      records.append(record.map { text[$0] })
    }
    return records
  }

  /// The delimiter: a comma unless the header has fewer of them and another one fits it and the rows.
  func delimiter(at start: Int) throws(CSVFault) -> Delimiter {
    let counts = Delimiter.allCases.map { delimiter in
      (delimiter, records(CSVDialect(separator: delimiter.byte), most: 20).map(\.count))
    }
    let commas = counts[0].1
    let others = counts.dropFirst().filter { Self.fits($0.1) && $0.1[0] >= commas.first ?? 0 }
    if let width = commas.first, width > 1, Self.fits(commas) || others.isEmpty { return .comma }
    if let other = others.first, others.count == 1 { return other.0 }
    if others.isEmpty {
      // Not every row fits, but nothing else is in the header: the reader will say which row.
      let inHeader = counts.filter { ($0.1.first ?? 0) > 1 }
      return inHeader.count == 1 && inHeader[0].1.dropFirst().first ?? 0 > 1 ? inHeader[0].0 : .comma
    }
    throw CSVFault(offset: start, problem: .unclearDelimiter(others.map(\.0)))
  }

  /// Whether a header has several fields, and all rows as many, or one more where they end with a delimiter.
  private static func fits(_ counts: [Int]) -> Bool {
    guard let header = counts.first, header > 1 else { return false }
    let rows = counts.dropFirst()
    return rows.allSatisfy { $0 == header } || rows.allSatisfy { $0 == header + 1 }
  }
}
